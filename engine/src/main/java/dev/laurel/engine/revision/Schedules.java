package dev.laurel.engine.revision;

import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.rules.vocabulary.ZoneWord;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says terms and schedules as conditions of the event's time, so that time is asked for in the same
 * way as everything else. A zone other than the programme's has words of its own: {@code
 * zone.Asia.Tokyo.date}.
 */
final class Schedules {
  private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

  private final Map<String, Word> words = new TreeMap<>();
  private final Map<String, ZoneId> zones = new TreeMap<>();

  /** Zones other than the programme's, by the prefix of their words. */
  Map<String, ZoneId> zones() {
    return zones;
  }

  /** Words beyond the dictionary that the conditions made so far use. */
  Map<String, Word> words() {
    return words;
  }

  List<RuleBase.Row> of(EarningRule.Term term) {
    List<RuleBase.Row> rows = new ArrayList<>();
    days(term.from(), term.to(), Optional.empty(), rows);
    return rows;
  }

  List<RuleBase.Row> of(Campaign.Schedule schedule) {
    List<RuleBase.Row> rows = new ArrayList<>();
    days(schedule.from(), schedule.to(), schedule.zone(), rows);
    if (!schedule.weekdays().isEmpty())
      rows.add(
          row(
              "weekdays",
              oneOf(
                  word("event.weekday", Word.Type.TEXT, schedule.zone()),
                  schedule.weekdays().stream().map(Schedules::weekday).toList())));
    if (!schedule.months().isEmpty())
      rows.add(
          row(
              "months",
              oneOf(
                  word("event.month", Word.Type.NUMBER, schedule.zone()),
                  schedule.months().stream().map(m -> Value.of((long) m)).toList())));
    if (!schedule.monthDays().isEmpty()) rows.add(row("monthDays", monthDays(schedule)));
    if (!schedule.hours().isEmpty())
      rows.add(row("hours", any(schedule.hours().stream().map(h -> hours(h, schedule)).toList())));
    return rows;
  }

  private void days(
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<ZoneId> zone,
      List<RuleBase.Row> rows) {
    from.ifPresent(day -> rows.add(row("from", date(zone, Comparator.AT_LEAST, day))));
    to.ifPresent(day -> rows.add(row("to", date(zone, Comparator.AT_MOST, day))));
  }

  private Condition date(Optional<ZoneId> zone, Comparator comparator, LocalDate day) {
    return new Condition.Comparison(
        word("event.date", Word.Type.DATE, zone), comparator, new Value.Date(day));
  }

  /** Days from the end count down from -1, the last day of the month. */
  private Condition monthDays(Campaign.Schedule schedule) {
    List<Condition> either = new ArrayList<>();
    List<Value> fromStart =
        schedule.monthDays().stream().filter(d -> d > 0).map(d -> Value.of((long) d)).toList();
    List<Value> fromEnd =
        schedule.monthDays().stream().filter(d -> d < 0).map(d -> Value.of((long) d)).toList();
    if (!fromStart.isEmpty())
      either.add(oneOf(word("event.dayOfMonth", Word.Type.NUMBER, schedule.zone()), fromStart));
    if (!fromEnd.isEmpty())
      either.add(oneOf(word("event.dayFromMonthEnd", Word.Type.NUMBER, schedule.zone()), fromEnd));
    return any(either);
  }

  private Condition hours(Campaign.Hours hours, Campaign.Schedule schedule) {
    Operand time = word("event.time", Word.Type.TIME, schedule.zone());
    Condition from =
        new Condition.Comparison(time, Comparator.AT_LEAST, new Value.Time(hours.from()));
    if (hours.to().equals(MIDNIGHT)) return from;
    Condition to = new Condition.Comparison(time, Comparator.LESS, new Value.Time(hours.to()));
    return hours.to().isAfter(hours.from())
        ? new Condition.All(List.of(from, to))
        : new Condition.Any(List.of(from, to));
  }

  private Operand word(String path, Word.Type type, Optional<ZoneId> zone) {
    String full = zone.map(z -> inZone(z, path)).orElse(path);
    List<String> choices = path.equals("event.weekday") ? Dictionary.WEEKDAYS : List.of();
    words.put(full, new Word(full, type, "", choices, Word.Source.EVENT, Text.of(full)));
    return new Operand.Attribute(full);
  }

  /** The path by which {@code event.date} and its like are called in another zone. */
  private String inZone(ZoneId zone, String path) {
    zones.put(ZoneWord.prefix(zone.getId()), zone);
    return new ZoneWord(zone.getId(), path).path();
  }

  private static Condition oneOf(Operand operand, List<Value> values) {
    return new Condition.OneOf(operand, values);
  }

  private static Condition any(List<Condition> either) {
    return either.size() == 1 ? either.getFirst() : new Condition.Any(either);
  }

  private static Value weekday(DayOfWeek day) {
    return Value.of(Dictionary.WEEKDAYS.get(day.getValue() - 1));
  }

  private static RuleBase.Row row(String id, Condition condition) {
    return new RuleBase.Row(id, condition);
  }
}
