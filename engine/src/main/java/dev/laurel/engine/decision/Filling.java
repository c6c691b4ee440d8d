package dev.laurel.engine.decision;

import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.member.MemberState.Standing;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Fills in what messages say, from how the member stands once all is decided. What has no value is
 * a dash. Immutable and thread-safe.
 */
final class Filling {
  /** The member attribute that names the language in which members are written to. */
  private static final String LANGUAGE = "language";

  private static final String NOTHING = "–";

  private final Revision revision;
  private final FactsMaker factsMaker;
  private final Optional<Sentences> sentences;

  Filling(Revision revision, FactsMaker factsMaker) {
    this.revision = revision;
    this.factsMaker = factsMaker;
    this.sentences =
        revision.pack().messages().isEmpty()
            ? Optional.empty()
            : Optional.of(Sentences.of(revision.pack()));
  }

  /** The words by language: the member's own where that is known, else all that there are. */
  SortedMap<String, String> fill(Working working, Text template, Optional<Finding.Warned> warned) {
    SortedMap<String, String> filled = new TreeMap<>();
    languages(working, template)
        .forEach((language, words) ->
            filled.put(language, new InLanguage(working, language, warned).fill(words)));
    return filled;
  }

  private static Map<String, String> languages(Working working, Text template) {
    if (!(working.profile().attributes().get(LANGUAGE)
        instanceof Datum.One(Value.Text(var language)))) return template.byLanguage();
    return Map.of(template.nearest(language), template.in(language));
  }

  /** What is still missing of a metric, and which part of what is asked for that is. */
  private record Missing(String metric, BigDecimal units, BigDecimal part) {}

  /** The words of one language. */
  private final class InLanguage {
    private final Working working;
    private final String language;
    private final Speaker speaker;
    private final Optional<Finding.Warned> warned;

    InLanguage(Working working, String language, Optional<Finding.Warned> warned) {
      this.working = working;
      this.language = language;
      this.warned = warned;
      this.speaker = Speaker.of(language).orElseGet(Speaker::english);
    }

    String fill(String words) {
      String filled = words;
      if (words.contains("{points}")) filled = filled.replace("{points}", points());
      if (words.contains("{tier}")) filled = filled.replace("{tier}", tier());
      if (words.contains("{date}")) filled = filled.replace("{date}", date());
      if (words.contains("{missing}")) filled = filled.replace("{missing}", missing());
      return filled;
    }

    private String points() {
      return revision.pack().programme().pointKinds().stream()
          .filter(kind -> kind.use() != PointKind.Use.QUALIFYING)
          .findFirst()
          .map(kind ->
              speaker.say(
                  new Phrase.Number(
                      BigDecimal.valueOf(working.purse(kind.id()).available())
                          .divide(BigDecimal.valueOf(Rounder.unitsPerPoint(kind))))))
          .orElse(NOTHING);
    }

    /** The ladder of the tier that is warned of, else the first one. */
    private Optional<Ladder> ladder() {
      return revision.pack().ladders().stream()
          .filter(ladder -> warned.isEmpty() || tier(ladder, warned.get().tier()).isPresent())
          .findFirst();
    }

    private Optional<Standing> held() {
      return ladder().map(ladder -> working.standing(revision.ladder(ladder.id())));
    }

    private Optional<Tier> tier(Ladder ladder, String id) {
      return ladder.tiers().stream().filter(tier -> tier.id().equals(id)).findFirst();
    }

    private Optional<Tier> subject() {
      return ladder()
          .flatMap(ladder ->
              warned
                  .map(Finding.Warned::tier)
                  .or(() -> held().map(Standing::tier))
                  .flatMap(id -> tier(ladder, id)));
    }

    private String tier() {
      return subject().map(tier -> tier.title().in(language)).orElse(NOTHING);
    }

    private String date() {
      Optional<LocalDate> end = warned.map(Finding.Warned::until);
      return end.or(() -> held().flatMap(Standing::until))
          .map(day -> speaker.say(new Phrase.Date(day.minusDays(1))))
          .orElse(NOTHING);
    }

    private String missing() {
      Optional<Requirement> asked =
          warned.isPresent()
              ? subject().flatMap(tier -> tier.renewal().or(tier::entry))
              : next().flatMap(Tier::entry);
      List<Missing> missing = asked.map(this::missing).orElse(List.of());
      if (missing.isEmpty()) return NOTHING;
      Sentences words = sentences.orElseThrow();
      return missing.stream()
          .map(each -> speaker.say(words.value("metrics." + each.metric(), Value.of(each.units()))))
          .collect(Collectors.joining(", "));
    }

    private Optional<Tier> next() {
      return ladder()
          .flatMap(ladder ->
              subject()
                  .map(ladder.tiers()::indexOf)
                  .filter(rank -> rank + 1 < ladder.tiers().size())
                  .map(rank -> ladder.tiers().get(rank + 1)));
    }

    /** What is counted and not reached yet; of a choice that of which least is missing. */
    private List<Missing> missing(Requirement requirement) {
      return switch (requirement) {
        case Requirement.Reaches(var _, var metric, var atLeast) -> missing(metric, atLeast);
        case Requirement.Holds _ -> List.of();
        case Requirement.AllOf(var _, var of) -> least(of, of.size());
        case Requirement.AnyOf(var _, var of) -> least(of, 1);
        case Requirement.SomeOf(var _, var least, var of) -> least(of, least);
      };
    }

    private List<Missing> least(List<Requirement> of, int many) {
      List<List<Missing>> each = new ArrayList<>();
      for (Requirement one : of) each.add(missing(one));
      return each.stream()
          .sorted(Comparator.comparing(InLanguage::part))
          .limit(many)
          .flatMap(List::stream)
          .toList();
    }

    private static BigDecimal part(List<Missing> missing) {
      return missing.stream().map(Missing::part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Missing> missing(String metric, BigDecimal atLeast) {
      for (int i = 0; i < revision.metrics().size(); i++) {
        MetricPlan plan = revision.metrics().get(i);
        if (!plan.metric().id().equals(metric)) continue;
        long units =
            factsMaker.read(plan, working.tally(i), working.day, working.enrolled(), Reading.UP_TO);
        BigDecimal left =
            atLeast.subtract(
                BigDecimal.valueOf(
                    units, FactsMaker.isMoney(plan) ? revision.currencyDecimals() : 6));
        if (left.signum() <= 0) return List.of();
        return List.of(
            new Missing(metric, left, left.divide(atLeast, 9, java.math.RoundingMode.HALF_UP)));
      }
      return List.of();
    }
  }
}
