package dev.laurel.rules.check;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Pack;
import java.util.List;

/**
 * Checks a whole pack: everything that can be wrong in one whose every part is of the right form.
 * Thread-safe.
 *
 * <p>Each fault names its place as {@link dev.laurel.rules.fault.Place} writes it, and neither file
 * nor line. Whatever follows from a fault alone is not reported again: where a name is unknown,
 * nothing is said about what it stands for.
 */
public final class PackCheck {
  private PackCheck() {}

  /**
   * All faults of a pack, by place; empty where it may be published.
   *
   * @return no more than {@value Faults#MOST}
   */
  public static List<Fault> check(Pack pack) {
    Inspection in = new Inspection(pack);
    new ReferenceCheck(in).check();
    new TextCheck(in).check(pack);
    pack.vocabulary().ifPresent(new VocabularyCheck(in)::check);
    new ProgrammeCheck(in).check(pack.programme());
    new TableCheck(in).check(pack.tables());
    giving(pack, in);
    new SegmentCheck(in).check(pack.segments());
    new DependencyCheck(in).check(pack);
    new BenefitCheck(in).check(pack.benefits());
    new MessageCheck(in).check(pack.messages());
    new ScenarioCheck(in).check(pack.scenarios());
    return in.sink().sorted();
  }

  /** What gives something; offers and tiers last, since they ask who makes or grants them. */
  private static void giving(Pack pack, Inspection in) {
    OutcomeCheck outcomes = new OutcomeCheck(in);
    RuleCheck rules = new RuleCheck(in, outcomes);
    rules.groups(pack.earning());
    new CampaignCheck(in, rules).check(pack.campaigns());
    new ChallengeCheck(in, rules, outcomes).check(pack.challenges());
    new LadderCheck(in, outcomes).check(pack.ladders());
    new TierGrantCheck(in).check(pack.ladders());
    new OfferCheck(in, outcomes).check(pack.offers());
    new RungCheck(in, outcomes).check(pack.ladders());
    new MultiplierCheck(in).check(pack);
  }
}
