package dev.laurel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.scenario.ScenarioResult;
import dev.laurel.engine.scenario.Scenarios;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackWriter;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.samples.cafe.Population;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gallery: small whole programmes to begin with. */
class TemplatesTest {
  private static final String FOLDER = "templates";

  static List<String> names() throws IOException {
    try (Stream<java.nio.file.Path> folders = Files.list(PackFolders.folder(FOLDER))) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static Pack read(String name) {
    return PackFolders.read(FOLDER + "/" + name);
  }

  @Test
  void there_are_twenty_at_least_and_each_is_called_like_its_folder() throws IOException {
    assertThat(names()).hasSizeGreaterThanOrEqualTo(20);
    String gallery = Files.readString(PackFolders.folder(FOLDER).resolve("README.md"));
    for (String name : names()) {
      assertThat(read(name).pack().id()).isEqualTo(name);
      assertThat(gallery).contains("| [%s](%s) |".formatted(name, name));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void its_scenarios_hold_and_there_are_three_at_least(String name) {
    Pack pack = read(name);
    List<ScenarioResult> results = Scenarios.run(pack, PackWriter.digest(pack));
    assertThat(results).hasSizeGreaterThanOrEqualTo(3);
    assertThat(results.stream().flatMap(TemplatesTest::failures)).isEmpty();
    assertThat(results).allMatch(ScenarioResult.Passed.class::isInstance);
  }

  private static Stream<String> failures(ScenarioResult result) {
    return result instanceof ScenarioResult.Failed(var scenario, var differences)
        ? differences.stream().map(d -> scenario.id() + " " + d)
        : Stream.empty();
  }

  /** What lies just beside the bound is told with the reason, and what time makes of it too. */
  @ParameterizedTest
  @MethodSource("names")
  void all_scenarios_but_the_first_say_why(String name) {
    assertThat(read(name).scenarios().stream().skip(1))
        .allSatisfy(scenario -> assertThat(scenario.because()).as(scenario.id()).isPresent());
  }

  @ParameterizedTest
  @MethodSource("names")
  void all_its_words_are_there_in_english_and_chinese(String name) {
    Pack pack = read(name);
    assertThat(pack.pack().description()).isPresent();
    List<Text> words = new ArrayList<>();
    gather(pack, words);
    assertThat(words)
        .hasSizeGreaterThan(5)
        .allSatisfy(text -> assertThat(text.byLanguage()).containsOnlyKeys("en", "zh-Hans"));
  }

  /** What is quoted, a name of a zone or a currency may be in any language. */
  @ParameterizedTest
  @MethodSource("names")
  void is_read_aloud_in_chinese_without_a_word_of_english(String name) {
    Speaker chinese = Speaker.of("zh").orElseThrow();
    StringBuilder all = new StringBuilder();
    Sentences.of(read(name)).all(100).forEach(p -> all.append(chinese.say(p)));
    String unquoted = all.toString().replaceAll("“[^”]*”", "");
    assertThat(Pattern.compile("[A-Za-z]+").matcher(unquoted).results().map(MatchResult::group))
        .containsOnly("Europe", "Berlin", "EUR");
  }

  @ParameterizedTest
  @MethodSource("names")
  void is_the_same_after_export_and_import(String name) {
    Pack pack = read(name);
    assertThat(PackReader.read(PackWriter.write(pack)))
        .isEqualTo(new PackResult.Read(pack, PackWriter.digest(pack)));
  }

  /**
   * Each rule, and each step of a challenge, gives something to some member of the café's
   * demonstration. Nobody refers friends, reviews, complains or shows a card of another programme
   * there, so each member's year ends with one of each.
   */
  @ParameterizedTest
  @MethodSource("names")
  void each_of_its_rules_fires_for_some_member_of_the_demonstration(String name) {
    Pack pack = read(name);
    Fold fold = new Fold(Revision.of(pack, PackWriter.digest(pack)));
    Set<String> waiting = gives(pack);
    for (List<Event> year : Population.years()) {
      if (waiting.isEmpty()) break;
      List<Event> events = new ArrayList<>(year);
      events.removeIf(event -> !isTaken(event, pack));
      events.addAll(beyondTheDemonstration(events.getLast(), pack));
      MemberState state = fold.begin(events.getFirst().member());
      for (Event event : events)
        state = fold.fold(state, event, decision -> waiting.removeAll(given(decision)));
    }
    assertThat(waiting).as("gave nobody anything").isEmpty();
  }

  /** The rules by their ids, and the steps of challenges by their places. */
  private static Set<String> gives(Pack pack) {
    Set<String> all = new TreeSet<>();
    pack.earning().forEach(g -> g.rules().stream().map(EarningRule::id).forEach(all::add));
    for (Campaign campaign : pack.campaigns())
      campaign.allRules().stream().map(EarningRule::id).forEach(all::add);
    for (Challenge challenge : pack.challenges())
      for (Challenge.Step step : challenge.steps())
        all.add("challenges/%s/steps/%s".formatted(challenge.id(), step.id()));
    return all;
  }

  private static Set<String> given(Decision decision) {
    Set<String> given = new HashSet<>();
    for (Finding finding : decision.findings())
      if (finding instanceof Finding.Fired || finding instanceof Finding.HandedOut)
        given.add(finding.rule());
    decision.postings().stream().map(Posting::rule).forEach(given::add);
    return given;
  }

  /** A template knows neither the café's purses nor what its vocabulary declares. */
  private static boolean isTaken(Event event, Pack pack) {
    return switch (event.body()) {
      case Body.Redemption _, Body.Change _ -> false;
      case Body.Other(var type, var _) -> type.equals("checkIn") || declares(pack, type);
      default -> true;
    };
  }

  private static boolean declares(Pack pack, String type) {
    return pack.vocabulary().stream()
        .flatMap(vocabulary -> vocabulary.events().stream())
        .anyMatch(event -> event.id().equals(type));
  }

  private static List<Event> beyondTheDemonstration(Event last, Pack pack) {
    List<Body> bodies = new ArrayList<>();
    bodies.add(new Body.Other("referral", Map.of()));
    bodies.add(new Body.Other("survey", Map.of("score", Datum.of(Value.of(9)))));
    bodies.add(new Body.Other("complaint", Map.of()));
    bodies.add(new Body.Other("review", Map.of("score", Datum.of(Value.of(4)))));
    if (declares(pack, "cardShown")) {
      bodies.add(
          new Body.Other("cardShown", Map.of("status", Datum.of(Value.of("Roastery Gold")))));
      bodies.add(new Body.Purchase(1_000, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of()));
    }
    List<Event> more = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++)
      more.add(
          new Event(
              "test",
              "more-" + i,
              last.member(),
              last.occurredAt().plusSeconds(60 * (i + 1)),
              bodies.get(i)));
    return more;
  }

  private static void gather(Object value, List<Text> into) {
    switch (value) {
      case Text text -> into.add(text);
      case Optional<?> optional -> optional.ifPresent(v -> gather(v, into));
      case Collection<?> several -> several.forEach(v -> gather(v, into));
      case Record part -> {
        for (RecordComponent component : part.getClass().getRecordComponents())
          gather(component(part, component), into);
      }
      default -> {}
    }
  }

  private static Object component(Record part, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("The language's records are open to whoever walks them.", e);
    }
  }
}
