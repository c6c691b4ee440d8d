package dev.laurel.engine.revision;

import dev.laurel.engine.rulebase.Layout;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Row;
import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Segment.Membership;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.HiddenMetrics;
import dev.laurel.rules.vocabulary.HiddenWord;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes segments into rules about members. Not thread-safe. */
final class SegmentRules {
  private static final String SEGMENTS = "member.segments";

  private final Pack pack;
  private final Dictionary dictionary;
  private final HiddenWords words;
  private final Map<String, Integer> levels = new TreeMap<>();

  SegmentRules(Pack pack, Dictionary dictionary, HiddenWords words) {
    this.pack = pack;
    this.dictionary = dictionary;
    this.words = words;
  }

  /** The rule by which members belong. */
  RuleBase.Rule rule(Segment segment) {
    List<Row> unless =
        segment.is() instanceof Membership.Meets(var _, var rows)
            ? Rules.rows("", rows)
            : List.of();
    return new RuleBase.Rule(
        SegmentPlan.placeOf(segment.id()),
        RuleBase.Target.MEMBER,
        Optional.empty(),
        List.of(),
        rows(segment),
        unless);
  }

  private List<Row> rows(Segment segment) {
    return switch (segment.is()) {
      case Membership.Meets(var when, var _) -> Rules.rows("", when);
      case Membership.Rfm rfm -> {
        List<Row> rows = new ArrayList<>();
        fifths(segment, HiddenWord.Of.RECENCY, rfm.recency(), rows);
        fifths(segment, HiddenWord.Of.FREQUENCY, rfm.frequency(), rows);
        fifths(segment, HiddenWord.Of.MONEY, rfm.money(), rows);
        yield rows;
      }
      case Membership.InClass(var _, var metric, var from, var below) -> {
        List<Row> rows = new ArrayList<>();
        from.ifPresent(bound -> rows.add(bound("from", metric, Comparator.AT_LEAST, bound)));
        below.ifPresent(bound -> rows.add(bound("below", metric, Comparator.LESS, bound)));
        yield rows;
      }
      case Membership.Attributed(var _, var attribute, var values) ->
          List.of(new Row("values", anyOf(attribute, values)));
      case Membership.Lifecycle(var stage, var _, var _, var _) ->
          List.of(
              new Row(
                  "stage",
                  equal(words.text(HiddenWord.Of.STAGES, segment.id()), Value.of(nameOf(stage)))));
    };
  }

  /** As conditions and stored decisions write a stage. */
  static String nameOf(Membership.Lifecycle.Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void fifths(Segment segment, HiddenWord.Of of, List<Integer> fifths, List<Row> rows) {
    Operand fifth = words.number(of, segment.id());
    rows.add(
        new Row(
            of.name().toLowerCase(Locale.ROOT),
            new Condition.OneOf(
                fifth, fifths.stream().sorted().distinct().map(f -> Value.of((long) f)).toList())));
  }

  private static Row bound(String id, String metric, Comparator comparator, BigDecimal bound) {
    return new Row(
        id,
        new Condition.Comparison(
            new Operand.Attribute("metrics." + metric), comparator, new Value.Number(bound)));
  }

  private Condition anyOf(String attribute, List<String> values) {
    Operand operand = new Operand.Attribute(attribute);
    boolean list =
        dictionary.find(attribute).filter(word -> word.type() == Word.Type.LIST).isPresent();
    List<Value> all = values.stream().map(Value::of).map(Value.class::cast).toList();
    if (!list)
      return all.size() == 1 ? equal(operand, all.getFirst()) : new Condition.OneOf(operand, all);
    List<Condition> each =
        all.stream().<Condition>map(value -> new Condition.Holds(operand, value)).toList();
    return each.size() == 1 ? each.getFirst() : new Condition.Any(each);
  }

  private static Condition equal(Operand operand, Value value) {
    return new Condition.Comparison(operand, Comparator.EQUAL, value);
  }

  /** Members of one of these segments: what an audience asks for. */
  static Optional<Row> audience(String id, List<String> segments) {
    if (segments.isEmpty()) return Optional.empty();
    Operand own = new Operand.Attribute(SEGMENTS);
    List<Condition> each =
        segments.stream().<Condition>map(s -> new Condition.Holds(own, Value.of(s))).toList();
    return Optional.of(new Row(id, each.size() == 1 ? each.getFirst() : new Condition.Any(each)));
  }

  /** The plans, in the pack's order. */
  List<SegmentPlan> plans(int firstRule, Layout layout, List<MetricPlan> metrics) {
    List<SegmentPlan> plans = new ArrayList<>();
    for (int i = 0; i < pack.segments().size(); i++) {
      Segment segment = pack.segments().get(i);
      plans.add(
          new SegmentPlan(
              segment,
              firstRule + i,
              levelOf(segment),
              new SegmentPlan.Slots(
                  slot(HiddenWord.Of.STAGES, segment, layout),
                  slot(HiddenWord.Of.RECENCY, segment, layout),
                  slot(HiddenWord.Of.FREQUENCY, segment, layout),
                  slot(HiddenWord.Of.MONEY, segment, layout)),
              rfm(segment, metrics)));
    }
    return List.copyOf(plans);
  }

  private Optional<SegmentPlan.Rfm> rfm(Segment segment, List<MetricPlan> metrics) {
    if (!(segment.is() instanceof Membership.Rfm rfm)) return Optional.empty();
    List<String> ids = metrics.stream().map(plan -> plan.metric().id()).toList();
    String over = HiddenMetrics.described(pack, rfm.over());
    return Optional.of(
        new SegmentPlan.Rfm(
            over,
            ids.indexOf(HiddenMetrics.frequency(over)),
            ids.indexOf(HiddenMetrics.money(over))));
  }

  private static int slot(HiddenWord.Of of, Segment segment, Layout layout) {
    return layout.slot(new HiddenWord(of, segment.id()).path());
  }

  /** No segment asks for itself, by way of others neither: a pack that says so has a fault. */
  private int levelOf(Segment segment) {
    Integer known = levels.get(segment.id());
    if (known != null) return known;
    int level = 0;
    if (segment.is() instanceof Membership.Meets(var when, var unless))
      for (Segment other : pack.segments())
        if (other != segment && (asks(when, other) || asks(unless, other)))
          level = Math.max(level, levelOf(other) + 1);
    if (segment.is() instanceof Membership.Attributed(var _, var attribute, var values)
        && attribute.equals(SEGMENTS))
      for (Segment other : pack.segments())
        if (other != segment && values.contains(other.id()))
          level = Math.max(level, levelOf(other) + 1);
    levels.put(segment.id(), level);
    return level;
  }

  private static boolean asks(dev.laurel.rules.language.Rows rows, Segment other) {
    return rows.byId().values().stream().anyMatch(condition -> asks(condition, other.id()));
  }

  /** Whether it asks for the segment, or for whether there is any. */
  private static boolean asks(Condition condition, String segment) {
    return switch (condition) {
      case Condition.All(var parts) -> parts.stream().anyMatch(p -> asks(p, segment));
      case Condition.Any(var parts) -> parts.stream().anyMatch(p -> asks(p, segment));
      case Condition.AtLeast(var _, var parts) -> parts.stream().anyMatch(p -> asks(p, segment));
      case Condition.Not(var part) -> asks(part, segment);
      case Condition.Holds(Operand.Attribute(var path), var value) ->
          path.equals(SEGMENTS) && value.equals(Value.of(segment));
      case Condition.Holds _,
          Condition.Comparison _,
          Condition.OneOf _,
          Condition.Within _,
          Condition.Present _,
          Condition.SomeLine _,
          Condition.EveryLine _ ->
          false;
    };
  }
}
