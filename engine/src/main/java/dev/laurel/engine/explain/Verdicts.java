package dev.laurel.engine.explain;

import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.explain.Verdict.Beaten;
import dev.laurel.engine.explain.Verdict.Cut;
import dev.laurel.engine.explain.Verdict.Gift;
import dev.laurel.engine.explain.Verdict.Row;
import dev.laurel.engine.explain.Verdict.Way;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Unmet;
import dev.laurel.rules.sentence.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what came of every rule, in the order of the pack. Immutable and thread-safe. */
public final class Verdicts {
  private final Revision revision;
  private final Decider decider;
  private final Explanations explanations;
  private final RulesInOrder rules;

  public Verdicts(Revision revision, Explanations explanations) {
    this.revision = revision;
    this.decider = new Decider(revision);
    this.explanations = explanations;
    this.rules = RulesInOrder.of(revision.pack());
  }

  /** One verdict for each rule that answers to the event. */
  public List<Verdict> of(StoredDecision decision) {
    Map<String, List<Finding>> byRule = new LinkedHashMap<>();
    for (Finding finding : decider.findings(decision))
      if (!isOfNoRule(finding))
        byRule.computeIfAbsent(finding.rule(), _ -> new ArrayList<>()).add(finding);
    List<Verdict> all = new ArrayList<>();
    byRule.forEach((rule, findings) -> all.add(verdict(rule, findings)));
    all.sort(Comparator.comparingInt(verdict -> rules.place(verdict.rule())));
    return List.copyOf(all);
  }

  private static boolean isOfNoRule(Finding finding) {
    return finding instanceof Finding.Segmented
        || finding instanceof Finding.Lapsed
        || finding instanceof Finding.StaysSent;
  }

  private Verdict verdict(String rule, List<Finding> findings) {
    List<Gift> gifts = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    Optional<Beaten> beaten = Optional.empty();
    Optional<Cut> cut = Optional.empty();
    boolean fired = false;
    boolean granted = false;
    boolean inForce = true;
    Optional<Sentence> progress = Optional.empty();
    for (Finding finding : findings)
      switch (finding) {
        case Finding.Fired(var _, var awards) -> {
          fired = true;
          for (Finding.Award award : awards) if (award.isOwn()) gifts.add(gift(award));
          // What another gets is said, and not counted with what the member has.
          if (awards.stream().anyMatch(award -> !award.isOwn() && award.units() > 0)) {
            granted = true;
            progress = Optional.of(explanations.findings().of(finding));
          }
        }
        case Finding.HeadStart _, Finding.RolledOver _, Finding.Warned _ -> fired = true;
        case Finding.TierGranted _ -> granted = true;
        case Finding.Progressed progressed -> {
          fired = true;
          granted = progressed.isStep();
          progress = Optional.of(explanations.findings().progress(progressed));
        }
        case Finding.HandedOut handed -> {
          fired = true;
          granted = true;
          progress = Optional.of(explanations.findings().of(handed));
        }
        case Finding.Used _ -> {
          fired = true;
          granted = true;
        }
        case Finding.HandedOn _, Finding.Rewarded _ -> {
          fired = true;
          granted = true;
          progress = Optional.of(explanations.findings().of(finding));
        }
        case Finding.Sent _, Finding.Offered _ -> granted = true;
        case Finding.NoConsent _,
            Finding.TooOften _,
            Finding.StaysSent _,
            Finding.PassedOver _,
            Finding.Segmented _,
            Finding.Lapsed _,
            Finding.NoPool _,
            Finding.NoOther _,
            Finding.Settled _,
            Finding.TakenBack _ -> {}
        case Finding.Beaten(var _, var by, var contest) ->
            beaten = Optional.of(new Beaten(explanations.rules().of(by), contest));
        case Finding.LimitReached(var _, var limit, var wanted, var given) ->
            cut =
                Optional.of(
                    new Cut(
                        limit,
                        explanations.ceilings().isOfTimes(limit),
                        micros(wanted),
                        micros(given)));
        case Finding.NotMet(var _, var unmet) -> unmet.forEach(each -> rows.add(row(each)));
        case Finding.NotInForce(var _, var unmet) -> {
          inForce = false;
          unmet.forEach(each -> rows.add(row(each)));
        }
      }
    return new Verdict(
        rule,
        explanations.rules().of(rule),
        rules.group(rule),
        way(
            fired,
            granted || explanations.rules().isTierRule(rule),
            inForce,
            gifts,
            beaten.isPresent(),
            cut),
        says(progress.map(List::of).orElseGet(() -> says(rule)), findings),
        gifts,
        rows,
        beaten,
        cut);
  }

  /**
   * @param isMet whether a rule that fired did what it does without giving points
   */
  private static Way way(
      boolean fired,
      boolean isMet,
      boolean inForce,
      List<Gift> gifts,
      boolean beaten,
      Optional<Cut> cut) {
    boolean gave = gifts.stream().anyMatch(gift -> gift.points().signum() != 0);
    if (gave) return beaten || cut.isPresent() ? Way.PART : Way.FIRED;
    if (cut.isPresent()) return Way.CUT;
    if (beaten) return Way.BEATEN;
    if (fired) return isMet ? Way.MET : Way.EMPTY;
    return inForce ? Way.NOT_MET : Way.NOT_IN_FORCE;
  }

  private Gift gift(Finding.Award award) {
    if (award.kind().isEmpty())
      return new Gift("", award.counter(), micros(award.units()), Optional.empty());
    BigDecimal points = Amounts.inPoints(revision.kind(award.kind()), award.units());
    Optional<String> exact =
        Optional.of(award.exact()).filter(text -> !text.equals(points.toPlainString()));
    return new Gift(award.kind(), "", points, exact);
  }

  private Row row(Unmet unmet) {
    return new Row(
        unmet.asked(),
        explanations.conditions().asked(unmet),
        unmet.missing() ? Optional.empty() : Optional.of(explanations.conditions().found(unmet)),
        unmet.exception());
  }

  /** With what became of its messages and offers. */
  private List<Sentence> says(List<Sentence> own, List<Finding> findings) {
    List<Sentence> all = new ArrayList<>(own);
    findings.forEach(finding -> explanations.findings().ofMessage(finding).ifPresent(all::add));
    return all;
  }

  private List<Sentence> says(String rule) {
    return rules.says(rule, explanations.sentences());
  }

  private static BigDecimal micros(long micros) {
    return Amounts.plain(BigDecimal.valueOf(micros, 6));
  }
}
