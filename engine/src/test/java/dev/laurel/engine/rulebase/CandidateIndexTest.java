package dev.laurel.engine.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.engine.rulebase.RuleBase.Row;
import dev.laurel.engine.rulebase.RuleBase.Rule;
import dev.laurel.engine.rulebase.RuleBase.Target;
import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever is left out beforehand would not have applied, and what is left is asked in full. */
class CandidateIndexTest {
  private static final List<String> PATHS =
      List.of(
          "event.type",
          "purchase.amount",
          "purchase.number",
          "purchase.channel",
          "line.quantity",
          "line.product");

  private static final Layout LAYOUT =
      Layout.of(
          Programmes.of(
                  """
                  pack: {format: 1, id: none, version: 1.0.0, title: None}
                  programme: {title: None, zone: UTC, currency: EUR}
                  """)
              .dictionary(),
          List.of(),
          PATHS,
          Map.of(),
          2);

  /** Rules and facts by chance, with few values, so that they often meet. */
  private record Chance(Random random) {
    Rule rule(int index) {
      Target target = random.nextInt(3) == 0 ? Target.EVENT : Target.LINE;
      boolean lines = target == Target.LINE;
      return new Rule(
          "r" + index,
          target,
          random.nextBoolean() ? Optional.of("purchase") : Optional.empty(),
          rows(random.nextInt(2), lines),
          rows(random.nextInt(4), lines),
          rows(random.nextInt(4) / 3, lines));
    }

    private List<Row> rows(int many, boolean lines) {
      return IntStream.range(0, many)
          .mapToObj(i -> new Row("row-" + i, condition(lines, 2)))
          .toList();
    }

    private Condition condition(boolean lines, int depth) {
      int kind = random.nextInt(depth == 0 ? 4 : 8);
      return switch (kind) {
        case 0, 1 -> numbers(lines);
        case 2, 3 -> texts(lines);
        case 4 -> new Condition.Not(condition(lines, depth - 1));
        case 5 ->
            new Condition.Any(List.of(condition(lines, depth - 1), condition(lines, depth - 1)));
        default ->
            new Condition.All(List.of(condition(lines, depth - 1), condition(lines, depth - 1)));
      };
    }

    private Condition numbers(boolean lines) {
      Operand operand = new Operand.Attribute(lines ? "line.quantity" : "purchase.number");
      Value some = number();
      return switch (random.nextInt(3)) {
        case 0 -> new Condition.OneOf(operand, List.of(some, number()));
        case 1 ->
            new Condition.Within(
                operand, some, random.nextBoolean(), number(), random.nextBoolean());
        default ->
            new Condition.Comparison(
                operand, Comparator.values()[random.nextInt(Comparator.values().length)], some);
      };
    }

    private Value number() {
      return Value.of((long) random.nextInt(8));
    }

    private Condition texts(boolean lines) {
      Operand operand =
          new Operand.Attribute(
              lines && random.nextBoolean() ? "line.product" : "purchase.channel");
      return switch (random.nextInt(3)) {
        case 0 -> new Condition.OneOf(operand, List.of(Value.of(text()), Value.of(text())));
        case 1 -> new Condition.Comparison(operand, Comparator.NOT_EQUAL, Value.of(text()));
        default -> new Condition.Comparison(operand, Comparator.EQUAL, Value.of(text()));
      };
    }

    private String text() {
      return "text-" + random.nextInt(6);
    }

    Facts event() {
      Facts facts = Facts.ofPurchase(LAYOUT);
      facts.set(LAYOUT.slot("event.type"), random.nextInt(4) == 0 ? "return" : "purchase");
      if (random.nextInt(5) != 0)
        facts.set(LAYOUT.slot("purchase.number"), random.nextInt(9) * 1_000_000L);
      if (random.nextInt(5) != 0) facts.set(LAYOUT.slot("purchase.channel"), text());
      return facts;
    }

    List<Facts> lines(Facts event) {
      List<Facts> lines = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        Facts line = event.line();
        if (random.nextInt(5) != 0)
          line.set(LAYOUT.slot("line.quantity"), random.nextInt(9) * 1_000_000L);
        if (random.nextInt(5) != 0) line.set(LAYOUT.slot("line.product"), text());
        lines.add(line);
      }
      return lines;
    }
  }

  private static boolean applies(Rule rule, Facts facts) {
    Meanings meanings = new Meanings(LAYOUT);
    return rule.trigger().stream().allMatch(t -> facts.isText(LAYOUT.slot("event.type"), t))
        && rule.inForce().stream().allMatch(row -> meanings.of(row.condition()).met(facts))
        && rule.when().stream().allMatch(row -> meanings.of(row.condition()).met(facts))
        && rule.unless().stream().noneMatch(row -> meanings.of(row.condition()).met(facts));
  }

  /** What applies when each rule is asked by itself. */
  private static List<Hit> asked(List<Rule> rules, Facts event, List<Facts> lines) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++)
      if (rules.get(i).target() == Target.EVENT) {
        if (applies(rules.get(i), event)) hits.add(new Hit(i, -1));
      } else
        for (int line = 0; line < lines.size(); line++)
          if (applies(rules.get(i), lines.get(line))) hits.add(new Hit(i, line));
    return hits;
  }

  @Property
  void the_same_rules_apply_as_when_each_is_asked_by_itself(
      @ForAll long seed, @ForAll @IntRange(max = 150) int many) {
    theSameApply(seed, many);
  }

  /** So many that those which name a value are put into blocks, too. */
  @Property(tries = 10)
  void nor_do_many_differ(@ForAll long seed, @ForAll @IntRange(min = 900, max = 1_200) int many) {
    theSameApply(seed, many);
  }

  private static void theSameApply(long seed, int many) {
    Chance chance = new Chance(new Random(seed));
    List<Rule> rules = IntStream.range(0, many).mapToObj(chance::rule).toList();
    RuleBase base = RuleBase.of(rules, LAYOUT);
    for (int i = 0; i < 5; i++) {
      Facts event = chance.event();
      List<Facts> lines = chance.lines(event);
      try (RuleBase.Session session = base.open()) {
        assertThat(session.event(event, lines)).isEqualTo(asked(rules, event, lines));
      }
    }
  }

  @Property
  void with_as_few_vectors_as_can_be_none_that_applies_is_left_out(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int many) {
    Chance chance = new Chance(new Random(seed));
    List<Rule> rules =
        IntStream.range(0, many)
            .mapToObj(chance::rule)
            .filter(rule -> !Bound.of(rule, LAYOUT).isEmpty())
            .toList();
    CandidateIndex index =
        new CandidateIndex(rules.stream().map(r -> Bound.of(r, LAYOUT)).toList(), LAYOUT, 1);
    Facts event = chance.event();
    for (Facts line : chance.lines(event)) {
      long[] bits = index.of(event).clone();
      index.ofLine(index.of(event), line, bits);
      BitSet left = BitSet.valueOf(bits);
      for (int i = 0; i < rules.size(); i++)
        if (applies(rules.get(i), line)) assertThat(left.get(i)).isTrue();
    }
  }

  @Test
  void of_a_thousand_ranges_few_are_left() {
    List<Map<Integer, Bound>> bounds =
        IntStream.range(0, 1_000)
            .mapToObj(i ->
                Map.<Integer, Bound>of(
                    LAYOUT.slot("purchase.number"),
                    new Bound.Numbers(i * 1_000_000L, (i + 2) * 1_000_000L)))
            .toList();
    CandidateIndex index = new CandidateIndex(bounds, LAYOUT);
    Facts facts = Facts.ofPurchase(LAYOUT);
    facts.set(LAYOUT.slot("purchase.number"), 500_000_000L);
    assertThat(BitSet.valueOf(index.of(facts)).stream().boxed().toList())
        .isEqualTo(List.of(498, 499, 500));
  }

  @Test
  void what_is_asked_twice_of_one_slot_is_joined() {
    Operand channel = new Operand.Attribute("purchase.channel");
    Rule rule =
        new Rule(
            "r",
            Target.EVENT,
            Optional.empty(),
            List.of(),
            List.of(
                new Row("one", new Condition.OneOf(channel, List.of(Value.of("a"), Value.of("b")))),
                new Row(
                    "not",
                    new Condition.Not(
                        new Condition.Comparison(channel, Comparator.EQUAL, Value.of("b"))))),
            List.of());
    assertThat(Bound.of(rule, LAYOUT).values().iterator().next())
        .isEqualTo(new Bound.Texts(new TreeSet<>(List.of("a"))));
  }
}
