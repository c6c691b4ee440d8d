package dev.laurel.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.explain.Verdict.Way;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  private static final Revision SHOP =
      Programmes.of(
          """
          pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
          programme:
            title: Shop
            zone: UTC
            currency: EUR
            pointKinds: [{id: points, title: Points}]
            periods: [{id: year, title: Year, is: {type: rolling, span: 12 months}}]
            metrics: [{id: spend, title: Spend, counts: spend, over: year}]
          ladders:
            - id: status
              title: Status
              tiers:
                - {id: Base, title: Base}
                - id: Gold
                  title: Gold
                  entry: {type: reaches, id: g, metric: spend, atLeast: 100}
          earning:
            - id: own
              title: Own
              rules:
                - {id: zulu, title: A point per euro, then: [{type: per-amount, kind: points, points: 1.5}]}
                - id: big
                  title: Large purchases
                  when: purchase.amount >= 25
                  then: [{type: points, kind: points, points: 5}]
                - id: capped
                  title: Capped
                  then: [{type: points, kind: points, points: 9}]
                  limits: [{id: each, of: points, atMost: 4}]
            - id: best
              title: Best
              meeting: best
              rules:
                - {id: less, title: Less, then: [{type: points, kind: points, points: 1}]}
                - {id: more, title: More, then: [{type: points, kind: points, points: 2}]}
          campaigns:
            - id: summer
              title: Summer
              schedule: {from: 2026-06-01, to: 2026-08-31}
              rules: [{id: ice, title: Ice, then: [{type: points, kind: points, points: 3}]}]
          """);

  private final Fold fold = new Fold(SHOP);
  private final Verdicts verdicts = new Verdicts(SHOP, new Explanations(SHOP));

  private List<Verdict> of(long cents) {
    List<Decision> decisions = new ArrayList<>();
    Body purchase =
        new Body.Purchase(
            cents,
            0,
            0,
            0,
            0,
            0,
            Event.MICROS,
            List.of(),
            Map.of("channel", Datum.of(Value.of("app"))));
    fold.fold(
        fold.begin("ann"),
        new Event("till", "1", "ann", Instant.parse("2026-03-10T12:00:00Z"), purchase),
        decisions::add);
    return verdicts.of(StoredDecision.of(decisions.getLast()));
  }

  private static Verdict find(List<Verdict> all, String rule) {
    return all.stream().filter(each -> each.rule().equals(rule)).findFirst().orElseThrow();
  }

  @Test
  void rules_are_told_in_the_order_of_the_pack() {
    List<String> rules = of(2_180).stream().map(Verdict::rule).toList();
    assertThat(rules.subList(0, 5)).containsExactly("zulu", "big", "capped", "less", "more");
    assertThat(rules.getLast()).isEqualTo("status/Gold/entry");
  }

  @Test
  void each_says_what_came_of_it() {
    List<Verdict> all = of(2_180);
    Verdict base = find(all, "zulu");
    assertThat(base.way()).isEqualTo(Way.FIRED);
    assertThat(base.gifts()).hasSize(1);
    assertThat(base.gifts().getFirst().points()).isEqualByComparingTo("32");
    assertThat(base.gifts().getFirst().exact()).contains("32.7");
    assertThat(base.says()).isNotEmpty();
    assertThat(find(all, "capped").way()).isEqualTo(Way.PART);
    assertThat(find(all, "capped").cut().orElseThrow().wanted()).isEqualByComparingTo("9");
    assertThat(find(all, "less").way()).isEqualTo(Way.BEATEN);
    assertThat(find(all, "less").beaten()).isPresent();
    assertThat(find(all, "more").way()).isEqualTo(Way.FIRED);
    assertThat(find(all, "status/Gold/entry").way()).isEqualTo(Way.NOT_MET);
    assertThat(all.stream().filter(each -> each.way() == Way.NOT_IN_FORCE)).isNotEmpty();
  }

  @Test
  void how_much_was_missing_is_told_where_nothing_else_was() {
    List<Verdict> all = of(2_180);
    BigDecimal amount = new BigDecimal("21.80");
    assertThat(Shortfalls.of(find(all, "big"), amount, 2)).contains(new BigDecimal("3.20"));
    assertThat(Shortfalls.of(find(all, "zulu"), amount, 2)).isEmpty();
    assertThat(Shortfalls.of(find(all, "status/Gold/entry"), amount, 2)).isEmpty();
  }
}
