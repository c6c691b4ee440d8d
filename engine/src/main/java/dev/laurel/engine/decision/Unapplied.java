package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.Occasions;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.Unmet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells of the rules that answered to an event and did not apply, from what the decision says they
 * looked at. Immutable and thread-safe.
 */
final class Unapplied {
  private final Revision revision;

  Unapplied(Revision revision) {
    this.revision = revision;
  }

  /**
   * Whether it is a rule by which a tier is kept that was matched. That is told by the move alone,
   * since most members were not matched.
   */
  static boolean isChallenge(String rule) {
    return rule.startsWith("ladders/") && rule.contains("/matches/");
  }

  /** What a decision of this revision stores, with what it does not. */
  List<Finding> with(StoredDecision decision) {
    List<Finding> all = new ArrayList<>(decision.findings());
    // Rules answer to what follows of a pool's events on its members, and to nothing of its own.
    if (decision.refusal().isPresent() || Event.isPool(decision.member())) return all;
    for (int rule = 0; rule < revision.base().size(); rule++) {
      RuleBase.Rule each = revision.base().rule(rule);
      if (!applies(decision, each.id()))
        notApplied(rule, each, decision.type(), decision.saw()).ifPresent(all::add);
    }
    all.sort(Comparator.comparing(Finding::rule));
    return all;
  }

  private static boolean applies(StoredDecision decision, String rule) {
    return decision.findings().stream().anyMatch(f -> f.rule().equals(rule));
  }

  private Optional<Finding> notApplied(int rule, RuleBase.Rule each, String type, Saw saw) {
    boolean counts =
        revision.metrics().stream().anyMatch(m -> m.rule() == rule)
            || revision.groups().stream().anyMatch(g -> g.rule() == rule);
    String trigger = each.trigger().orElse(type);
    boolean isMove = Occasions.isMove(trigger);
    if (counts || isChallenge(each.id()) || !isMove && !trigger.equals(type))
      return Optional.empty();
    List<Facts> of =
        switch (each.target()) {
          case EVENT -> isMove ? ofMove(trigger, saw) : List.of(saw.event());
          case LINE -> saw.lines();
          case STANDING -> saw.standing().map(List::of).orElse(List.of());
          // Who belongs to a segment is told where it changes.
          case MEMBER -> List.of();
        };
    if (of.isEmpty()) return Optional.empty();
    List<Unmet> notInForce = revision.base().notInForce(rule, of.getFirst());
    if (!notInForce.isEmpty()) return Optional.of(new Finding.NotInForce(each.id(), notInForce));
    return Optional.of(
        new Finding.NotMet(
            each.id(),
            of.stream().flatMap(f -> revision.base().unmet(rule, f).stream()).distinct().toList()));
  }

  /** What a rule looked at that answers to moves of this kind. */
  private List<Facts> ofMove(String word, Saw saw) {
    int type = revision.layout().slot("event.type");
    return saw.moves().stream().filter(facts -> facts.isText(type, word)).toList();
  }
}
