package dev.laurel.engine.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.NotPermittedException;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.operation.LaurelClock;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.vault.MasterKeyText;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found by a few words, and by whom. */
class FinderTest {
  private static final Instant NOW = Instant.parse("2026-05-01T09:00:00Z");
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String SPRING =
      """
      campaigns:
        - id: spring
          title: {en: Café spring, zh-Hans: 春季}
          schedule: {}
          rules:
            - {id: bonus, title: Bonus, then: [{type: per-amount, kind: points, points: 1}]}
      segments: [{id: often, title: Frequent faces, is: {type: meets, when: 'member.daysEnrolled > 30'}}]
      benefits: [{id: cup, title: A cup, tiers: [Base]}]
      vocabulary:
        channels: [{id: e-mail, title: E-mail}]
        purposes: [{id: news, title: News}]
      messages:
        - {id: hello, title: A greeting, template: Hello, channel: e-mail, purpose: news}
      offers: [{id: best, title: Best of all, of: [{id: ten, title: Ten, then: [{type: send, message: hello}]}]}]
      """;

  private final Actor mia = new Actor("mia", Set.of(Role.MARKETER));

  @TempDir Path directory;
  private EmbeddedServer server;
  private MongoDatabases databases;
  private Operation operation;
  private Drafts drafts;
  private Finder finder;

  @BeforeEach
  void open() {
    server = EmbeddedServer.open(directory, Settings.fast());
    databases = MongoDatabases.open(server.connectionString());
    LaurelClock clock = LaurelClock.of(() -> NOW, System::nanoTime, databases.clock(), false);
    Vault vault =
        Vault.open(databases.vault(), databases.tombstones(), new MasterKeyText(KEY), () -> NOW);
    vault.put(
        "ann",
        new PersonalFields(
            Optional.of("Ann Lee"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of()));
    operation =
        Operation.open(databases, vault, Optional.of(TestPacks.read(Shop.TEXT + SPRING)), clock);
    operation.record(List.of(Shop.purchase("ann", "1", NOW, 40)));
    drafts = new Drafts(databases.drafts(), operation.published(), clock);
    finder =
        new Finder(
            operation,
            drafts,
            new Governance(
                databases.programmeHistory(),
                drafts,
                operation.published(),
                operation.publishing(),
                clock));
  }

  @AfterEach
  void close() {
    operation.close();
    databases.close();
    server.close();
  }

  private List<Found> find(String text) {
    return finder.find(mia, text, Speaker.english());
  }

  @Test
  void a_word_finds_what_is_called_so_kind_after_kind() {
    assertThat(find("gold"))
        .containsExactly(
            new Found.Tier("status", "Gold", 2, "Gold", "Status"),
            new Found.Rule("earning/usual/rules/gold", "Gold", "Usual"));
  }

  @Test
  void what_is_named_comes_before_what_only_speaks_of_it() {
    drafts.edit(
        mia,
        drafts.view(mia).version(),
        "called otherwise",
        List.of(new Edit.Set("earning/usual/rules/base/title", Tree.text("Points for all"))));
    assertThat(find("points"))
        .first()
        .isEqualTo(new Found.Rule("earning/usual/rules/base", "Points for all", "Usual"));
    assertThat(find("gold points"))
        .as("only the sentence of the rule says both")
        .contains(new Found.Rule("earning/usual/rules/gold", "Gold", "Usual"));
  }

  @Test
  void case_and_accents_do_not_count_and_each_language_has_its_names() {
    assertThat(find("CAFE"))
        .containsExactly(new Found.Campaign("campaigns/spring", "Café spring", ""));
    assertThat(finder.find(mia, "春季", Speaker.of("zh-Hans").orElseThrow()))
        .containsExactly(new Found.Campaign("campaigns/spring", "春季", ""));
    assertThat(find("bonus"))
        .containsExactly(new Found.Campaign("campaigns/spring", "Café spring", "Bonus"));
  }

  @Test
  void segments_benefits_messages_and_offers_are_found_too() {
    assertThat(find("frequent"))
        .containsExactly(
            new Found.Part(Found.Part.Kind.SEGMENT, "segments/often", "Frequent faces"));
    assertThat(find("cup"))
        .containsExactly(new Found.Part(Found.Part.Kind.BENEFIT, "benefits/cup", "A cup"));
    assertThat(find("greeting"))
        .first()
        .isEqualTo(new Found.Part(Found.Part.Kind.MESSAGE, "messages/hello", "A greeting"));
    assertThat(find("best of"))
        .containsExactly(new Found.Part(Found.Part.Kind.MESSAGE, "offers/best", "Best of all"));
  }

  @Test
  void members_are_found_by_id_and_by_whole_name_but_masked() {
    for (String text : List.of("an", "Ann Lee"))
      assertThat(find(text))
          .filteredOn(Found.Member.class::isInstance)
          .singleElement()
          .satisfies(found -> {
            assertThat(((Found.Member) found).brief().state().member()).isEqualTo("ann");
            assertThat(((Found.Member) found).brief().person().name()).contains("Ann L.");
          });
  }

  @Test
  void a_number_finds_the_revision() {
    assertThat(find("1"))
        .filteredOn(Found.Revision.class::isInstance)
        .singleElement()
        .satisfies(found -> assertThat(((Found.Revision) found).record().number()).isEqualTo(1));
  }

  @Test
  void nothing_is_found_for_nothing_and_nothing_told_to_whoever_may_not_read() {
    assertThat(find("  ")).isEmpty();
    assertThat(find("no such thing")).isEmpty();
    for (String text : List.of("", "gold"))
      assertThatThrownBy(() -> finder.find(new Actor("nobody", Set.of()), text, Speaker.english()))
          .isInstanceOf(NotPermittedException.class);
  }
}
