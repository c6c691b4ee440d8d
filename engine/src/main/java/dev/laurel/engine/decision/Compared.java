package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.GroupPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.rules.language.Period;
import java.util.List;

/**
 * Keeps of each member what it takes to compare the groups of a campaign: how many purchases there
 * were while it ran that it is for, what they came to, and how many points its rules gave. Returns
 * take nothing away from it.
 *
 * @see "engine/docs/decisions/066-campaign-groups.md"
 */
public final class Compared {
  private static final Period EVER = new Period.Lifetime();

  /** What is counted. */
  public enum What {
    /** Purchases, each once. */
    PURCHASES,
    /** Minor units of money. */
    AMOUNT,
    /** Millionths of points of all kinds. */
    POINTS
  }

  private Compared() {}

  /** The name by which a member's state keeps it. */
  public static String key(String campaign, String group, What what) {
    return "compared/"
        + campaign
        + "/"
        + group
        + "/"
        + what.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Notes a purchase, once it was decided what rules give for it. */
  static void note(Working working, Event event, List<Hit> hits) {
    Revision revision = working.revision;
    if (revision.groups().isEmpty() || !(event.body() instanceof Body.Purchase purchase)) return;
    long member = GroupPlan.seedOf(event.member());
    for (GroupPlan plan : revision.groups()) {
      if (!isFor(plan, hits)) continue;
      String group = plan.of(member);
      working.use(key(plan.campaign(), group, What.PURCHASES), EVER, 1);
      working.use(key(plan.campaign(), group, What.AMOUNT), EVER, Math.max(0, purchase.amount()));
      working.use(key(plan.campaign(), group, What.POINTS), EVER, points(working, plan));
    }
  }

  private static boolean isFor(GroupPlan plan, List<Hit> hits) {
    for (Hit hit : hits) if (hit.rule() == plan.rule()) return true;
    return false;
  }

  private static long points(Working working, GroupPlan plan) {
    long micros = 0;
    for (Finding finding : working.findings)
      if (finding instanceof Finding.Fired(var rule, var awards)
          && isOf(working.revision, rule, plan.campaign()))
        for (Finding.Award award : awards)
          if (!award.kind().isEmpty())
            micros =
                Math.addExact(
                    micros, FactsMaker.micros(working.revision.kind(award.kind()), award.units()));
    return micros;
  }

  private static boolean isOf(Revision revision, String rule, String campaign) {
    return revision.rules().stream()
        .anyMatch(plan ->
            plan.id().equals(rule)
                && plan.campaign().filter(own -> own.id().equals(campaign)).isPresent());
  }
}
