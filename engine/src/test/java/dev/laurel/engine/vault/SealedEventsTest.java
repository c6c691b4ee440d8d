package dev.laurel.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.event.RandomEvents;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState.Profile;
import dev.laurel.engine.recording.JsonEvents;
import dev.laurel.engine.recording.ProfileForm.Kept;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SealedEventsTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final EventTerms TERMS = EventTerms.of(TestPacks.cafe());
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private final MemoryVaultStore store = new MemoryVaultStore();
  private final MemoryTombstones tombstones = new MemoryTombstones();
  private final Vault vault = open(store);
  private final SealedEvents form = SealedEvents.of(vault, TERMS);

  private Vault open(VaultStore over) {
    return Vault.open(over, tombstones, new MasterKeyText(KEY), () -> NOON);
  }

  private static Event enrolment(String member, String id, Map<String, Datum> attributes) {
    Body body = new Body.Enrolment(Optional.of(MonthDay.of(2, 29)), attributes);
    return new Event("till", id, member, NOON, body);
  }

  private static Map<String, Datum> attributes() {
    return Map.of(
        "email", Datum.of(Value.of("ada@example.org")),
        "nick", Datum.of(Value.of("the countess")),
        "diet", Datum.of(Value.of("vegan")));
  }

  @Provide
  Arbitrary<Event> events() {
    return RandomEvents.events().filter(event -> !(event.body() instanceof Body.Due));
  }

  /** Enrolments and changes with attributes of all kinds, declared, personal and unknown. */
  @Provide
  Arbitrary<Event> personal() {
    Arbitrary<Datum> data =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(20).map(text -> Datum.of(Value.of(text))),
            Arbitraries.of(true, false).map(truth -> Datum.of(Value.of(truth))),
            Arbitraries.longs().map(n -> Datum.of(Value.of(java.math.BigDecimal.valueOf(n, 3)))),
            Arbitraries.integers()
                .between(-500_000, 500_000)
                .map(day -> Datum.of(new Value.Date(LocalDate.ofEpochDay(day)))),
            Arbitraries.strings().ofMaxLength(5).list().ofMaxSize(3).map(Datum.Several::new));
    Arbitrary<Map<String, Datum>> attributes =
        Arbitraries.maps(Arbitraries.of("email", "nick", "x", "\u20ac"), data).ofMaxSize(4);
    Arbitrary<Optional<MonthDay>> birthdays =
        Arbitraries.integers()
            .between(1, 366)
            .map(day -> MonthDay.from(LocalDate.ofYearDay(2024, day)))
            .optional();
    Arbitrary<Body> bodies =
        Combinators.combine(birthdays, attributes, Arbitraries.of(true, false))
            .as((birthday, all, enrols) ->
                enrols ? new Body.Enrolment(birthday, all) : new Body.Change(all));
    Arbitrary<String> names = Arbitraries.of("a", "b", "a:b", "\u20ac", "a%3A");
    return Combinators.combine(names, names, names, bodies)
        .as((source, id, member, body) -> new Event(source, id, member, NOON, body));
  }

  @Property
  void every_event_is_read_as_it_was_written(@ForAll("events") Event event) {
    assertThat(form.read(form.write(event))).isEqualTo(event);
  }

  @Property
  void every_personal_event_is_read_as_it_was_written(@ForAll("personal") Event event) {
    assertThat(form.read(form.write(event))).isEqualTo(event);
  }

  @Property
  void what_is_not_personal_stands_in_canonical_json(@ForAll("events") Event event) {
    byte[] written = form.write(event);
    byte[] plain = JsonEvents.of(TERMS).write(event);
    if (new String(written, StandardCharsets.UTF_8).contains("\"sealed\":"))
      assertThat(Personal.of(event.body()).isEmpty()).isFalse();
    else assertThat(written).isEqualTo(plain);
  }

  @Property
  void the_seal_of_another_event_or_member_or_with_a_bit_flipped_is_refused(
      @ForAll("personal") Event one, @ForAll("personal") Event other, @ForAll int bit) {
    String sealed = sealed(form.write(one));
    String otherSealed = sealed(form.write(other));
    if (sealed.isEmpty() || otherSealed.isEmpty()) return;
    String written = new String(form.write(one), StandardCharsets.UTF_8);
    String own = sealed(written.getBytes(StandardCharsets.UTF_8));
    if (!key(one).equals(key(other))) refused(written.replace(own, otherSealed));
    byte[] bytes = Base64.getDecoder().decode(own);
    int place = Math.floorMod(bit, bytes.length * 8);
    bytes[place / 8] ^= (byte) (1 << place % 8);
    refused(written.replace(own, Base64.getEncoder().encodeToString(bytes)));
  }

  private static List<String> key(Event event) {
    return List.of(event.source(), event.id(), event.member());
  }

  private void refused(String event) {
    assertThatThrownBy(() -> form.read(event.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BrokenSealException.class);
  }

  private static String sealed(byte[] written) {
    String text = new String(written, StandardCharsets.UTF_8);
    int at = text.lastIndexOf("\"sealed\":\"");
    return at < 0 ? "" : text.substring(at + 10, text.length() - 2);
  }

  @Test
  void the_birthday_and_what_is_personal_or_unknown_is_sealed_and_the_rest_readable() {
    String written =
        new String(form.write(enrolment("m", "1", attributes())), StandardCharsets.UTF_8);
    assertThat(written)
        .startsWith(
            "{\"source\":\"till\",\"id\":\"1\",\"member\":\"m\",\"occurredAt\":\"2026-01-31T12:00:00Z\","
                + "\"type\":\"enrolment\",\"attributes\":{\"diet\":\"vegan\"},\"sealed\":\"")
        .endsWith("\"}")
        .doesNotContain("02-29", "countess", "email", "nick", "birthday");
  }

  @Test
  void an_event_moved_to_another_member_or_id_is_refused() {
    String written =
        new String(form.write(enrolment("m", "1", attributes())), StandardCharsets.UTF_8);
    form.write(enrolment("n", "1", attributes()));
    refused(written.replace("\"member\":\"m\"", "\"member\":\"n\""));
    refused(written.replace("\"id\":\"1\"", "\"id\":\"2\""));
    refused(written.replace("\"source\":\"till\"", "\"source\":\"web\""));
  }

  @Test
  void what_is_no_event_is_an_argument_that_is_none() {
    for (String wrong : List.of("", "[]", "{}", "{\"sealed\":\"%\"}", "{\"sealed\":7}"))
      assertThatThrownBy(() -> form.read(wrong.getBytes(StandardCharsets.UTF_8)))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_same_content_has_the_same_digest_for_ever_and_other_content_another() {
    Event event = enrolment("m", "1", attributes());
    String digest = form.digest(event);
    vault.erase("m", "desk", "");
    byte[] renewed = new byte[32];
    renewed[0] = 9;
    MasterKeyText both = new MasterKeyText(Base64.getEncoder().encodeToString(renewed) + "," + KEY);
    Vault after = Vault.open(store, tombstones, both, () -> NOON);
    after.rewrap();
    assertThat(SealedEvents.of(after, TERMS).digest(event)).isEqualTo(digest);
    Event other =
        new Event(
            "till",
            "1",
            "m",
            NOON,
            new Body.Enrolment(Optional.of(MonthDay.of(2, 28)), attributes()));
    assertThat(form.digest(other)).isNotEqualTo(digest);
    assertThat(JsonEvents.of(TERMS).digest(event))
        .as("one that needs no key could be guessed")
        .isNotEqualTo(digest);
    Vault elsewhere =
        Vault.open(new MemoryVaultStore(), tombstones, new MasterKeyText(KEY), () -> NOON);
    assertThat(SealedEvents.of(elsewhere, TERMS).digest(event)).isNotEqualTo(digest);
  }

  @Test
  void after_the_erasure_an_event_is_read_without_what_was_personal() {
    Event event = enrolment("m", "1", attributes());
    byte[] written = form.write(event);
    vault.erase("m", "desk", "");
    Event without =
        new Event(
            "till",
            "1",
            "m",
            NOON,
            new Body.Enrolment(Optional.empty(), Map.of("diet", Datum.of(Value.of("vegan")))));
    assertThat(form.read(written)).isEqualTo(without);
    assertThat(SealedEvents.of(open(store), TERMS).read(written)).isEqualTo(without);
    assertThat(sealed(form.write(event))).as("nothing is kept from then on").isEmpty();
    assertThat(form.read(form.write(event))).isEqualTo(without);
  }

  @Test
  void a_thousand_enrolments_need_no_thousand_questions() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) events.add(enrolment("m" + i, "" + i, attributes()));
    int before = store.asked();
    form.ready(events);
    events.forEach(form::write);
    assertThat(store.asked() - before).isLessThanOrEqualTo(2);
  }

  @Test
  void who_brings_nothing_personal_gets_no_key() {
    Event event =
        new Event(
            "till", "1", "m", NOON, new Body.Change(Map.of("diet", Datum.of(Value.of("all")))));
    form.ready(List.of(event));
    form.write(event);
    assertThat(store.all()).isEmpty();
  }

  @Property
  void a_profile_is_read_as_it_was_written_and_without_what_is_personal_once_erased(
      @ForAll("personal") Event event) {
    SealedProfiles profiles = SealedProfiles.of(vault, TERMS);
    Personal brought = Personal.of(event.body());
    TreeMap<String, Datum> all = new TreeMap<>(brought.attributes());
    all.put("diet", Datum.of(Value.of("vegan")));
    Profile profile = new Profile(Optional.of(LocalDate.EPOCH), brought.birthday(), all);
    String member = "profile of " + event.member();
    Kept kept = profiles.write(member, profile);
    assertThat(kept.readable().birthday()).isEmpty();
    assertThat(kept.readable().attributes().keySet()).containsExactly("diet");
    assertThat(profiles.read(member, kept)).isEqualTo(profile);

    Vault other =
        Vault.open(store.copy(), MemoryTombstones.begun(), new MasterKeyText(KEY), () -> NOON);
    other.erase(member, "desk", "");
    SealedProfiles erased = SealedProfiles.of(other, TERMS);
    assertThat(erased.read(member, kept)).isEqualTo(kept.readable());
    assertThat(erased.write(member, profile).sealed()).isEmpty();
    kept.sealed()
        .ifPresent(sealed -> {
          vault.ready(List.of("somebody else"), true);
          assertThatThrownBy(() -> profiles.read("somebody else", kept))
              .isInstanceOf(BrokenSealException.class);
        });
  }

  @Test
  void what_json_would_refuse_as_personal_is_read_from_under_the_seal() {
    JsonWriter plain = new JsonWriter();
    EventJson.of(TERMS).write(enrolment("m", "1", attributes()), plain);
    assertThatThrownBy(() -> JsonEvents.of(TERMS).read(plain.toBytes()))
        .hasMessageContaining("No event");
    Event event = enrolment("m", "1", attributes());
    assertThat(form.read(form.write(event))).isEqualTo(event);
  }
}
