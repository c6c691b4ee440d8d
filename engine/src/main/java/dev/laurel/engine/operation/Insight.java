package dev.laurel.engine.operation;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Having;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.explain.Verdict;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Population;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.overview.Overview;
import dev.laurel.engine.overview.Sample;
import dev.laurel.engine.recording.EventForm;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.Stores;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.vault.Masked;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.sentence.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads what people look at: members, what happened to them and why, and what would happen. Changes
 * nothing. Thread-safe. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException} and {@link
 * dev.laurel.engine.access.NotPermittedException}.
 */
public final class Insight {
  /** The most members that a search gives. */
  public static final int MOST_FOUND = 50;

  private static final String NOBODY = "invented";

  private final Operation operation;
  private final Stores stores;
  private final Revisions revisions;
  private final Vault vault;
  private final MemberSearch search;
  private final MemberHistory history;
  private final LaurelClock clock;
  private final Map<String, Trying> trying = new ConcurrentHashMap<>();

  Insight(
      Operation operation,
      Stores stores,
      Revisions revisions,
      Vault vault,
      EventForm form,
      LaurelClock clock) {
    this.operation = operation;
    this.stores = stores;
    this.revisions = revisions;
    this.vault = vault;
    this.search = new MemberSearch(stores.members(), vault);
    this.history = new MemberHistory(operation, stores.events(), form, revisions, this::trying);
    this.clock = clock;
  }

  private Trying trying(Revision revision) {
    return trying.computeIfAbsent(revision.digest(), _ -> new Trying(revision));
  }

  /**
   * What an event would do to its member, who need not exist, and what every rule says to it.
   *
   * @throws Operation.TooFarAheadException when it lies too far ahead
   */
  public Tried tryOut(Actor actor, Event event) {
    actor.require(Permission.READ_MEMBERS);
    Trying now = inTime(event);
    Optional<MemberRecord> found = stores.members().find(event.member());
    return now.of(
        revisions.timeline(),
        found.map(MemberRecord::state).orElseGet(() -> now.decider().begin(event.member())),
        found.map(MemberRecord::places).orElse(0L),
        event);
  }

  /**
   * The same for somebody who is only invented.
   *
   * @param who how the invented member stands on the day of the event
   */
  public Tried tryOut(Actor actor, Event event, Scenario.Given who) {
    actor.require(Permission.READ_MEMBERS);
    Trying now = inTime(event);
    LocalDate day = event.occurredAt().atZone(now.revision().zone()).toLocalDate();
    String nobody = now.revision().memberOf(NOBODY, who.groups());
    MemberState state = now.decider().begin(nobody, who, day);
    Timeline timeline = revisions.timeline();
    return now.of(
        who.fifths().isEmpty()
            ? timeline
            : timeline.under(Population.of(now.revision().pack(), who.fifths())),
        state,
        0,
        new Event(event.source(), event.id(), nobody, event.occurredAt(), event.body()));
  }

  private Trying inTime(Event event) {
    if (event.occurredAt().isAfter(clock.instant().plus(Operation.MOST_TRIED_AHEAD)))
      throw new Operation.TooFarAheadException();
    return trying(revisions.told(event.occurredAt()).revision());
  }

  /**
   * Members whose id begins with a text, or whose name, mail address or telephone number it is.
   *
   * @param text an empty one gives the first members
   * @param limit 1 to {@link #MOST_FOUND}
   */
  public List<MemberBrief> search(Actor actor, String text, int limit) {
    actor.require(Permission.READ_MEMBERS);
    return search.of(text, limit);
  }

  /**
   * What came in of a member in time to change something, in the order of its time.
   *
   * @param most so many at most are told, with what came too late
   * @return empty where there are more
   */
  public Optional<List<Event>> history(Actor actor, String member, int most) {
    actor.require(Permission.READ_MEMBERS);
    return history.inTime(member, most);
  }

  /** What may be seen of a person. */
  public Masked person(Actor actor, String member) {
    actor.require(Permission.READ_MEMBERS);
    return Masked.of(vault.find(member).orElse(PersonalFields.NONE));
  }

  /**
   * What happened to a member, the latest first.
   *
   * @param before the place before which to go on; the latest is just below one more than {@link
   *     MemberView#decisions}
   * @param limit 1 to {@link Operation#LARGEST_PAGE}
   */
  public List<TimelineEntry> timeline(Actor actor, String member, long before, int limit) {
    actor.require(Permission.READ_MEMBERS);
    return history.latestFirst(member, before, limit);
  }

  /**
   * The life of each lot of a member: since when it is there, from when it can be spent, when it
   * lapses and why.
   *
   * @return by kind a sentence for each lot of {@link dev.laurel.engine.member.Purse#lots()}, in
   *     their order
   */
  public Map<String, List<Sentence>> lots(Actor actor, MemberView member) {
    actor.require(Permission.READ_MEMBERS);
    Trying by = trying(revisions.told(member.asOf()).revision());
    Map<String, List<Sentence>> lives = new TreeMap<>();
    for (Purse purse : member.state().purses())
      lives.put(purse.kind(), by.lots().of(member.state(), purse.kind()));
    return lives;
  }

  /** The campaigns of the revision in force, in the pack's order. */
  public List<CampaignNow> campaigns(Actor actor) {
    actor.require(Permission.READ_PROGRAMME);
    Revision revision = revisions.told(clock.instant()).revision();
    LocalDate day = clock.instant().atZone(revision.zone()).toLocalDate();
    return revision.pack().campaigns().stream()
        .map(campaign -> CampaignNow.of(campaign, day))
        .toList();
  }

  /**
   * Why the member does not belong to segments, and does not have benefits.
   *
   * @return a sentence for each, by where it stands in the pack, such as {@code segments/regulars}
   */
  public Map<String, Sentence> missing(Actor actor, MemberView member) {
    actor.require(Permission.READ_MEMBERS);
    Trying by = trying(revisions.told(member.asOf()).revision());
    Map<String, Sentence> why = new TreeMap<>();
    for (Having.InSegment each : member.segments())
      if (!each.unmet().isEmpty())
        why.put("segments/" + each.segment(), by.explanations().missing(each.unmet()));
    for (Having.Usable each : member.benefits())
      if (!each.unmet().isEmpty())
        why.put("benefits/" + each.benefit(), by.explanations().missing(each.unmet()));
    return why;
  }

  /**
   * In which fifths of the population the member is, by the last snapshot.
   *
   * @return a sentence for each segment that asks for fifths, by its id; none where nothing was
   *     bought or counted yet
   */
  public Map<String, Sentence> fifths(Actor actor, MemberView member) {
    actor.require(Permission.READ_MEMBERS);
    Trying by = trying(revisions.told(member.asOf()).revision());
    Map<String, Sentence> all = new TreeMap<>();
    for (Having.InSegment each : member.segments())
      each.fifths().ifPresent(fifths -> all.put(each.segment(), by.explanations().fifths(fifths)));
    return all;
  }

  /**
   * How many of some members belong to the segments of a pack that is not in force.
   *
   * @param pack one without faults
   * @return by segment; empty where nobody was counted yet, or the pack counts other metrics
   */
  public Optional<SegmentShares> shares(Actor actor, Pack pack) {
    Optional<Sample> sample = operation.overviews().sample(actor);
    if (sample.isEmpty() || !Revision.notEvaluated(pack).isEmpty()) return Optional.empty();
    Revision revision = Revision.of(pack, "");
    Having having = new Having(revision);
    Instant now = clock.instant();
    LocalDate day = now.atZone(revision.zone()).toLocalDate();
    Fold fold = new Fold(revision, 1, revisions.population());
    Map<String, Integer> in = new TreeMap<>();
    int asked = 0;
    for (MemberRecord record : stores.members().find(sample.get().members()).values()) {
      if (!record.state().metricSet().equals(revision.metricSet())) continue;
      asked++;
      for (String segment : having.segmentsOf(fold.seen(record.state(), now), day))
        in.merge(segment, 1, Integer::sum);
    }
    return asked == 0
        ? Optional.empty()
        : Optional.of(new SegmentShares(asked, sample.get().of(), in));
  }

  /** How the campaigns of the revision in force go that run, in the pack's order. */
  public List<CampaignProgress> progress(Actor actor) {
    actor.require(Permission.READ_PROGRAMME);
    Revision revision = revisions.told(clock.instant()).revision();
    Optional<Overview> counted = operation.overviews().latest();
    List<CampaignProgress> all = new ArrayList<>();
    for (Campaign campaign : revision.pack().campaigns()) {
      if (!campaign.active()) continue;
      List<CampaignProgress.Budget> budgets = new ArrayList<>();
      for (BudgetPlan plan : revision.budgets().values())
        if (plan.of() != BudgetPlan.Of.STOCK && plan.campaign().equals(campaign.id()))
          budgets.add(new CampaignProgress.Budget(plan, taken(plan)));
      all.add(
          new CampaignProgress(
              campaign.id(),
              budgets,
              counted
                  .map(overview -> overview.gathered().groups().get(campaign.id()))
                  .orElseGet(TreeMap::new),
              counted.map(Overview::asOf)));
    }
    return all;
  }

  /** What was used of each benefit's stock, or is set aside, by the benefit's id. */
  public Map<String, Long> stocks(Actor actor) {
    actor.require(Permission.READ_PROGRAMME);
    Map<String, Long> taken = new TreeMap<>();
    for (BudgetPlan plan : revisions.told(clock.instant()).revision().budgets().values())
      if (plan.of() == BudgetPlan.Of.STOCK) taken.put(plan.campaign(), taken(plan));
    return taken;
  }

  private long taken(BudgetPlan plan) {
    return stores
        .budgets()
        .find(plan.key())
        .map(record -> Math.max(0, record.total() - record.left()))
        .orElse(0L);
  }

  /** What every rule said to an event that was recorded; empty where it is not known. */
  public Optional<List<Verdict>> why(Actor actor, String key) {
    actor.require(Permission.READ_MEMBERS);
    return operation
        .applied(key)
        .map(applied -> {
          Trying by = trying(revisions.of(DecisionReader.revision(applied.decision())).revision());
          return by.verdicts().of(DecisionReader.of(by.revision()).read(applied.decision()));
        });
  }
}
