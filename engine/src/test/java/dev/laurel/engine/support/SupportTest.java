package dev.laurel.engine.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.NotPermittedException;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.history.Head;
import dev.laurel.engine.history.History;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.engine.history.Verification;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.operation.LaurelClock;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.TimelineEntry;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.vault.MasterKeyText;
import dev.laurel.engine.vault.PersonalField;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What support does to single members, and what is left of it in the book. */
class SupportTest {
  private static final Instant START = Instant.parse("2026-05-01T09:00:00Z");
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String LOST = "card lost, points moved by hand";
  private static final Datum MAIL = new Datum.One(new Value.Text("ann@example.org"));

  private final Actor jonas = new Actor("jonas", Set.of(Role.SUPPORT));
  private final Actor ines = new Actor("ines", Set.of(Role.AUDITOR));

  @TempDir Path directory;
  private Instant now = START;
  private EmbeddedServer server;
  private MongoDatabases databases;
  private Operation operation;
  private LaurelClock clock;
  private Vault vault;
  private Support support;

  @BeforeEach
  void open() {
    server = EmbeddedServer.open(directory, Settings.fast());
    databases = MongoDatabases.open(server.connectionString());
    clock = LaurelClock.of(() -> now, System::nanoTime, databases.clock(), false);
    vault =
        Vault.open(databases.vault(), databases.tombstones(), new MasterKeyText(KEY), () -> now);
    operation = Operation.open(databases, vault, Optional.of(TestPacks.read(Shop.TEXT)), clock);
    operation.record(List.of(Shop.purchase("ann", "1", now, 40)));
    vault.put(
        "ann",
        new PersonalFields(
            Optional.of("Ann Lee"),
            Optional.of("ann@example.org"),
            Optional.empty(),
            Optional.of(LocalDate.parse("1990-05-12")),
            Map.of()));
    support = new Support(databases.memberHistory(), operation, clock);
    now = now.plus(Duration.ofDays(4));
  }

  @AfterEach
  void close() {
    operation.close();
    databases.close();
    server.close();
  }

  private Adjusting adjust(String points, String why) {
    return support.adjust(jonas, "ann", "points", new BigDecimal(points), why);
  }

  private long available(String member) {
    return operation
        .member(jonas, member)
        .orElseThrow()
        .state()
        .purse("points")
        .orElseThrow()
        .available();
  }

  private List<HistoryRecord> book() {
    return support.history(ines, 0, 100);
  }

  private TimelineEntry latest() {
    return operation
        .insight()
        .timeline(jonas, "ann", operation.member(jonas, "ann").orElseThrow().decisions() + 1, 100)
        .getFirst();
  }

  private static String code(Adjusting adjusting) {
    return ((Adjusting.Refused) adjusting).refusal().code();
  }

  @Test
  void an_adjustment_is_an_event_with_its_reason_and_who_did_it() {
    assertThat(adjust("150", LOST)).isEqualTo(new Adjusting.Adjusted("studio:1"));
    TimelineEntry entry = latest();
    assertThat(entry.type()).isEqualTo("adjustment");
    assertThat(entry.changes())
        .containsExactly(new TimelineEntry.Change("points", new BigDecimal("150")));
    assertThat(entry.happened().toString()).contains(LOST);
    assertThat(support.byHand(jonas, entry).orElseThrow().by()).isEqualTo("jonas");
    now = now.plus(Duration.ofDays(4));
    assertThat(available("ann")).isEqualTo(190);
    assertThat(book())
        .singleElement()
        .satisfies(record -> {
          assertThat(record.entry().by()).isEqualTo("jonas");
          assertThat(record.entry().act()).isEqualTo("points-adjusted");
          assertThat(record.entry().about()).isEqualTo("member ann");
          assertThat(record.entry().why()).isEqualTo(LOST);
          assertThat(record.entry().facts()).containsEntry("units", "150");
        });
    assertThat(support.verifyHistory(ines, Head.EMPTY)).isInstanceOf(Verification.Whole.class);
  }

  @Test
  void points_are_taken_too_and_the_same_wish_twice_is_two_adjustments() {
    adjust("-15", "booked twice");
    adjust("-15", "booked twice");
    assertThat(available("ann")).isEqualTo(10);
    assertThat(book()).hasSize(2);
  }

  @Test
  void what_an_adjustment_would_do_is_told_and_nothing_of_it_is_kept() {
    Adjusting would = support.tryAdjusting(jonas, "ann", "points", new BigDecimal("-15"));
    assertThat(would)
        .isInstanceOfSatisfying(
            Adjusting.Would.class,
            told -> {
              assertThat(told.tried().before().state().purse("points").orElseThrow().available())
                  .isEqualTo(40);
              assertThat(told.tried().after().state().purse("points").orElseThrow().available())
                  .isEqualTo(25);
            });
    assertThat(available("ann")).isEqualTo(40);
    assertThat(book()).isEmpty();
  }

  @Test
  void what_cannot_be_adjusted_is_said_and_leaves_nothing_behind() {
    assertThat(code(adjust("10", "  "))).isEqualTo("no-reason");
    assertThat(code(adjust("10", "x".repeat(Support.LONGEST_REASON + 1)))).isEqualTo("long-reason");
    assertThat(code(adjust("0", LOST))).isEqualTo("no-points");
    assertThat(code(adjust("1.5", LOST))).isEqualTo("bad-points");
    assertThat(code(adjust("1E+30", LOST))).isEqualTo("bad-points");
    assertThat(code(support.adjust(jonas, "ann", "miles", BigDecimal.TEN, LOST)))
        .isEqualTo("unknown-points");
    assertThat(code(support.adjust(jonas, "anne", "points", BigDecimal.TEN, LOST)))
        .isEqualTo("unknown-member");
    assertThat(code(support.tryAdjusting(jonas, "anne", "points", BigDecimal.TEN)))
        .isEqualTo("unknown-member");
    assertThat(book()).isEmpty();
    assertThat(operation.member(jonas, "anne")).isEmpty();
  }

  private Adjusting setAside(String points) {
    return support
        .redeeming()
        .setAside(jonas, "ann", "points", new BigDecimal(points), Optional.empty(), LOST);
  }

  private long redeemed() {
    return operation
        .member(jonas, "ann")
        .orElseThrow()
        .state()
        .purse("points")
        .orElseThrow()
        .redeemed();
  }

  @Test
  void points_that_were_set_aside_are_spent_once_what_they_are_for_is_handed_over() {
    assertThat(setAside("15")).isInstanceOf(Adjusting.Adjusted.class);
    assertThat(available("ann")).isEqualTo(25);
    assertThat(redeemed()).isZero();
    assertThat(support.redeeming().handOver(jonas, "ann", "1"))
        .isInstanceOf(Adjusting.Adjusted.class);
    assertThat(available("ann")).isEqualTo(25);
    assertThat(redeemed()).isEqualTo(15);
    assertThat(code(support.redeeming().giveBack(jonas, "ann", "1", LOST)))
        .as("what is spent is not given back")
        .isEqualTo("no-reservation");
    assertThat(redeemed()).isEqualTo(15);
    assertThat(book())
        .extracting(record -> record.entry().act())
        .containsExactly(
            "points-set-aside",
            "reservation-confirmed",
            "reservation-cancelled",
            "adjustment-refused");
  }

  @Test
  void points_that_were_set_aside_by_mistake_are_given_back() {
    setAside("15");
    assertThat(code(support.redeeming().giveBack(jonas, "ann", "1", " "))).isEqualTo("no-reason");
    assertThat(support.redeeming().giveBack(jonas, "ann", "1", "another member"))
        .isInstanceOf(Adjusting.Adjusted.class);
    assertThat(available("ann")).isEqualTo(40);
    assertThat(redeemed()).isZero();
    assertThat(code(support.redeeming().handOver(jonas, "ann", "1"))).isEqualTo("no-reservation");
    assertThat(available("ann")).isEqualTo(40);
  }

  @Test
  void what_setting_points_aside_would_do_is_told_and_nothing_of_it_is_kept() {
    Adjusting would =
        support
            .redeeming()
            .trySettingAside(jonas, "ann", "points", new BigDecimal("15"), Optional.empty());
    assertThat(would)
        .isInstanceOfSatisfying(
            Adjusting.Would.class,
            told ->
                assertThat(told.tried().after().state().purse("points").orElseThrow().available())
                    .isEqualTo(25));
    assertThat(available("ann")).isEqualTo(40);
    assertThat(book()).isEmpty();
  }

  @Test
  void more_than_there_is_or_less_than_a_point_is_not_set_aside() {
    assertThat(code(setAside("-15"))).isEqualTo("bad-points");
    assertThat(code(setAside("0"))).isEqualTo("no-points");
    assertThat(book()).isEmpty();
    assertThat(code(setAside("41"))).isEqualTo("not-enough-points");
    assertThat(available("ann")).isEqualTo(40);
    assertThat(code(support.redeeming().handOver(jonas, "anne", "1"))).isEqualTo("unknown-member");
  }

  @Test
  void a_process_that_died_before_points_were_set_aside_leaves_that_to_the_next() {
    History history = new History(databases.memberHistory(), clock);
    history.append(
        history.head(),
        ByHand.setAside(
            jonas, "ann", new Event.Body.Reservation("points", 15, Optional.empty()), LOST));
    new Support(databases.memberHistory(), operation, clock).settle();
    new Support(databases.memberHistory(), operation, clock).settle();
    assertThat(available("ann")).isEqualTo(25);
  }

  @Test
  void an_adjustment_that_comes_to_nothing_is_told_in_the_book_as_well() {
    operation.record(
        List.of(new Event("studio", "1", "ann", now, new Event.Body.Adjustment("points", 1, ""))));
    assertThat(code(adjust("10", LOST))).isEqualTo("not-recorded");
    assertThat(book())
        .extracting(record -> record.entry().act())
        .containsExactly("points-adjusted", "adjustment-refused");
    assertThat(book().getLast().entry().facts()).containsEntry("of", "1");
  }

  @Test
  void an_event_that_only_looks_like_an_adjustment_by_hand_is_nobodys() {
    adjust("10", LOST);
    Event posted =
        new Event(
            "studio", "2", "ann", now.plusSeconds(1), new Event.Body.Adjustment("points", 1, ""));
    operation.record(List.of(posted));
    assertThat(latest().key()).isEqualTo("studio:2");
    assertThat(support.byHand(jonas, latest())).isEmpty();
    support.show(jonas, "ann", PersonalField.MAIL, LOST);
    assertThat(support.byHand(jonas, latest())).isEmpty();
  }

  @Test
  void a_process_that_died_before_the_event_was_recorded_leaves_it_to_the_next() {
    History history = new History(databases.memberHistory(), clock);
    history.append(
        history.head(),
        ByHand.adjusted(jonas, "ann", new Event.Body.Adjustment("points", -5, LOST)));
    assertThat(available("ann")).isEqualTo(40);
    new Support(databases.memberHistory(), operation, clock).settle();
    new Support(databases.memberHistory(), operation, clock).settle();
    assertThat(available("ann")).isEqualTo(35);
  }

  @Test
  void personal_data_is_shown_with_a_reason_once_that_is_recorded() {
    assertThat(support.known(ines, "ann"))
        .containsExactly(PersonalField.NAME, PersonalField.MAIL, PersonalField.BIRTH_DATE);
    assertThat(support.show(jonas, "ann", PersonalField.MAIL, "asked for by ticket 12"))
        .isEqualTo(new Showing.Shown(MAIL));
    assertThat(book())
        .singleElement()
        .satisfies(record -> {
          assertThat(record.entry().by()).isEqualTo("jonas");
          assertThat(record.entry().act()).isEqualTo("personal-data-shown");
          assertThat(record.entry().about()).isEqualTo("member ann");
          assertThat(record.entry().why()).isEqualTo("asked for by ticket 12");
          assertThat(record.entry().facts()).containsEntry("field", "mail");
          assertThat(record.toString()).doesNotContain("ann@example.org");
        });
  }

  @Test
  void nothing_is_shown_without_a_reason_nor_where_nothing_is_known() {
    assertThat(support.show(jonas, "ann", PersonalField.MAIL, " "))
        .isInstanceOfSatisfying(
            Showing.Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("no-reason"));
    for (PersonalField field : List.of(PersonalField.PHONE, PersonalField.attribute("diet")))
      assertThat(support.show(jonas, "ann", field, LOST))
          .isInstanceOfSatisfying(
              Showing.Refused.class,
              no -> assertThat(no.refusal().code()).isEqualTo("nothing-known"));
    vault.erase("ann", "jonas", "asked for");
    assertThat(support.show(jonas, "ann", PersonalField.MAIL, LOST))
        .isInstanceOf(Showing.Refused.class);
    assertThat(book()).isEmpty();
  }

  @Test
  void each_method_asks_for_its_permission() {
    BigDecimal ten = BigDecimal.TEN;
    adjust("10", LOST);
    TimelineEntry entry = latest();
    onlyFor(who -> support.adjust(who, "ann", "points", ten, LOST), EnumSet.of(Role.SUPPORT));
    onlyFor(who -> support.tryAdjusting(who, "ann", "points", ten), EnumSet.of(Role.SUPPORT));
    Redeeming redeeming = support.redeeming();
    onlyFor(
        who -> redeeming.setAside(who, "ann", "points", ten, Optional.empty(), LOST),
        EnumSet.of(Role.SUPPORT));
    onlyFor(
        who -> redeeming.trySettingAside(who, "ann", "points", ten, Optional.empty()),
        EnumSet.of(Role.SUPPORT));
    onlyFor(who -> redeeming.handOver(who, "ann", "1"), EnumSet.of(Role.SUPPORT));
    onlyFor(who -> redeeming.giveBack(who, "ann", "1", LOST), EnumSet.of(Role.SUPPORT));
    onlyFor(
        who -> support.show(who, "ann", PersonalField.MAIL, LOST),
        EnumSet.of(Role.SUPPORT, Role.INTEGRATOR));
    onlyFor(who -> support.known(who, "ann"), EnumSet.allOf(Role.class));
    onlyFor(who -> support.byHand(who, entry), EnumSet.allOf(Role.class));
    Set<Role> readers = EnumSet.of(Role.MARKETER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR);
    onlyFor(who -> support.history(who, 0, 10), readers);
    onlyFor(who -> support.verifyHistory(who, Head.EMPTY), readers);
  }

  private interface Asked {
    Object by(Actor who);
  }

  private void onlyFor(Asked asked, Set<Role> roles) {
    for (Role role : Role.values()) {
      long before = support.history(ines, 0, 1_000).size();
      ThrowingCallable call = () -> asked.by(new Actor("someone", Set.of(role)));
      if (roles.contains(role))
        assertThat(asked.by(new Actor("someone", Set.of(role)))).as(role.word()).isNotNull();
      else {
        assertThatThrownBy(call).as(role.word()).isInstanceOf(NotPermittedException.class);
        assertThat(support.history(ines, 0, 1_000)).hasSize((int) before);
      }
    }
    assertThatThrownBy(() -> asked.by(new Actor("nobody", Set.of())))
        .isInstanceOf(NotPermittedException.class);
  }
}
