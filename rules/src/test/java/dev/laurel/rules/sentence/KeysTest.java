package dev.laurel.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.sentence.Phrase.Join;
import dev.laurel.rules.vocabulary.HiddenWord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The templates and what is said fit one another. */
class KeysTest {
  private static final int MOST_PACKS = 1_500;

  private final Set<String> used = new TreeSet<>();

  @Test
  void every_language_has_the_same_templates_that_take_the_same_arguments() {
    Templates english = Templates.load(Language.ENGLISH.tag());
    for (Language language : Language.values()) {
      Templates templates = Templates.load(language.tag());
      assertThat(templates.keys()).as(language.tag()).isEqualTo(english.keys());
      for (String key : english.keys())
        assertThat(templates.get(key).arguments())
            .as("%s in %s", key, language.tag())
            .isEqualTo(english.get(key).arguments());
    }
  }

  @Test
  void every_language_that_is_spoken_is_tested() {
    assertThat(Speaker.all().stream().map(Speaker::language))
        .containsExactly(Stream.of(Language.values()).map(Language::tag).toArray(String[]::new));
  }

  @Test
  void every_template_is_used_and_every_key_has_one() {
    Set<String> unused = new TreeSet<>(Speaker.english().keys());
    Random random = new Random(5);
    for (Join join : Join.values())
      for (String where : new String[] {"middle", "end"})
        used.add("join.%s.%s".formatted(Phrases.kebab(join), where));
    comparisons();
    hidden();
    nothingExpected();
    oneDay();
    for (int i = 0; i < MOST_PACKS && !unused.isEmpty(); i++) {
      Spoken.phrases(Sentences.of(Spoken.pack(random)).all(1), this::use);
      unused.removeAll(used);
    }
    assertThat(unused).as("templates that nothing uses").isEmpty();
    assertThat(used).as("keys without a template").isSubsetOf(Speaker.english().keys());
  }

  /** Every comparison of every type, which random packs make too seldom. */
  private void comparisons() {
    Sentences sentences = Sentences.of(Club.pack());
    for (Comparator comparator : Comparator.values())
      Map.of(
              "member.tier", Value.of("gold"),
              "purchase.number", Value.of(1),
              "purchase.channel", Value.of("app"),
              "event.month", Value.of(12),
              "event.dayFromMonthEnd", Value.of(-1),
              "zone.Asia.Tokyo.date", new Value.Date(LocalDate.of(2026, 1, 1)),
              "event.date", new Value.Date(LocalDate.of(2026, 1, 1)),
              "event.time", new Value.Time(LocalTime.NOON))
          .forEach((path, bound) ->
              Spoken.phrases(
                  sentences.condition("here", Club.is(path, comparator, bound)), this::use));
  }

  /** Words that no pack can hold. */
  private void hidden() {
    Sentences sentences = Sentences.of(Club.pack());
    for (HiddenWord.Of of : HiddenWord.Of.values()) {
      String path = new HiddenWord(of, "some-thing").path();
      Value bound =
          switch (of) {
            case GROUPS, STAGES -> Value.of(of == HiddenWord.Of.STAGES ? "lost" : "control");
            case RECENCY, FREQUENCY, MONEY -> Value.of(5);
          };
      Spoken.phrases(
          sentences.condition("here", Club.is(path, Comparator.EQUAL, bound)), this::use);
    }
    String group = new HiddenWord(HiddenWord.Of.GROUPS, "some-thing").path();
    for (String of : List.of(HiddenWord.TREATED, HiddenWord.variant("a")))
      Spoken.phrases(
          sentences.condition("here", Club.is(group, Comparator.EQUAL, Value.of(of))), this::use);
  }

  /** A step that names what is expected, but nothing in it: random packs never do. */
  private void nothingExpected() {
    Scenario.Expected nothing =
        new Scenario.Expected(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of());
    Scenario scenario =
        new Scenario(
            "quiet",
            Text.of("Quiet"),
            Optional.empty(),
            List.of(),
            new Scenario.Given(
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of()),
            List.of(
                new Scenario.Step(
                    LocalDateTime.of(2026, 1, 1, 12, 0), Optional.empty(), Optional.of(nothing))));
    Spoken.phrases(
        List.of(Sentences.of(Club.pack()).scenario("scenarios/quiet", scenario)), this::use);
  }

  /** A campaign of a single day. */
  private void oneDay() {
    Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 1, 1));
    Campaign campaign =
        new Campaign(
            "day",
            Text.of("Day"),
            true,
            new Campaign.Schedule(
                day, day, Optional.empty(), List.of(), List.of(), List.of(), List.of()),
            List.of(),
            Rows.NONE,
            Rows.NONE,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            BigDecimal.ZERO,
            List.of(),
            Optional.empty(),
            0,
            EarningGroup.Meeting.ADD,
            List.of());
    Spoken.phrases(
        List.of(Sentences.of(Club.pack()).campaign("campaigns/day", campaign)), this::use);
  }

  /** Keys of messages, and those by which a speaker says values. */
  private void use(Phrase phrase) {
    switch (phrase) {
      case Phrase.Message message -> used.add(message.key());
      case Phrase.Percent _ -> used.add("percent");
      case Phrase.Date date -> {
        used.add("date");
        used.add("month." + date.date().getMonthValue());
      }
      case Phrase.DayOfYear day -> {
        used.add("date.day");
        used.add("month." + day.day().getMonthValue());
      }
      case Phrase.Length length -> used.add("span." + Phrases.kebab(length.span().unit()));
      case Phrase.Weekday weekday -> used.add("weekday." + weekday.day().getValue());
      case Phrase.MonthOfYear month -> used.add("month." + month.month().getValue());
      case Phrase.Named named -> {
        if (named.shared()) used.add("name.shared");
      }
      case Phrase.Units units -> use(units.kind());
      case Phrase.Joined _,
          Phrase.Circumstances _,
          Phrase.Word _,
          Phrase.Number _,
          Phrase.Money _,
          Phrase.Time _,
          Phrase.Told _,
          Phrase.Quoted _,
          Phrase.Code _ -> {}
    }
  }
}
