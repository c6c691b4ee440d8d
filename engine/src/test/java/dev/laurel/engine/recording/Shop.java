package dev.laurel.engine.recording;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.budget.LeaseClock;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A programme with all that time and order matter to: tiers, pending points, points that lapse and
 * points that members give to one another.
 */
public final class Shop {
  public static final String TEXT =
      """
      pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
      programme:
        title: Shop
        zone: Europe/Vienna
        currency: EUR
        pointKinds:
          - id: points
            title: Points
            available: {type: after, span: 3 days}
            expiry: {type: after, span: 60 days, edge: at-its-start}
            transfer: {least: 1, feePercent: 10}
        periods: [{id: month, title: Month, is: {type: rolling, span: 30 days}}]
        metrics: [{id: spend, title: Spend, counts: {type: spend}, over: month}]
      ladders:
        - id: status
          title: Status
          tiers:
            - {id: Base, title: Base}
            - id: Gold
              title: Gold
              entry: {type: reaches, id: spend, metric: spend, atLeast: 100}
      earning:
        - id: usual
          title: Usual
          rules:
            - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
            - id: gold
              title: Gold
              when: member.tier in ("Gold")
              then: [{type: points, kind: points, points: 7}]
      """;

  public static final Revision REVISION = Programmes.of(TEXT);

  /**
   * The same with a campaign for which points and places are too few, points in pools, and thanks
   * for each purchase.
   */
  public static final Revision SPRING =
      Programmes.of(
          TEXT.replace("transfer: {", "pooling: {members: 5}\n      transfer: {")
              + """
              campaigns:
                - id: spring
                  title: Spring
                  schedule: {}
                  budget: {points: 9000}
                  rules:
                    - {id: bonus, title: Bonus, then: [{type: per-amount, kind: points, points: 1}]}
                - id: early
                  title: Early
                  schedule: {}
                  firstMembers: 25
                  rules:
                    - {id: bird, title: Bird, then: [{type: points, kind: points, points: 2}]}
                - id: missed
                  title: Missed
                  schedule: {}
                  budget: {points: 200}
                  rules:
                    - id: miss
                      title: Miss
                      on: {type: inactivity, span: 2 days}
                      then: [{type: points, kind: points, points: 3}]
                - id: friends
                  title: Friends
                  schedule: {}
                  rules:
                    - id: thanks
                      title: Thanks
                      on: referral
                      then:
                        - {type: points, kind: points, points: 20, to: referrer}
                        - {type: points, kind: points, points: 11, to: referred}
                        - {type: entitle, benefit: cake, to: referred}
                    - id: share
                      title: Share
                      when: purchase.amount >= 50
                      then: [{type: points, kind: points, points: 3, to: referrer}]
                - id: words
                  title: Words
                  schedule: {}
                  rules:
                    - {id: word, title: Word, then: [{type: send, message: thanks}]}
              benefits:
                - id: cake
                  title: A cake
                  entitlement: {validFor: 60 days}
                  codes: {prefix: CAKE-, length: 11}
              vocabulary:
                channels: [{id: e-mail, title: E-mail}]
                purposes: [{id: news, title: News}]
              messages:
                - id: thanks
                  title: Thanks
                  template: 'You have {points}.'
                  channel: e-mail
                  purpose: news
                  quiet: {from: "21:00", to: "08:00"}
              """);

  private Shop() {}

  /** The programme with one thing said otherwise. */
  public static Revision changed(String from, String to) {
    return Programmes.of(changedText(from, to));
  }

  public static String changedText(String from, String to) {
    if (!TEXT.contains(from)) throw new IllegalArgumentException("There is no " + from);
    return TEXT.replace(from, to);
  }

  /** A state of which no revision knows what it counts. */
  static MemberState ofUnknownMetrics(MemberState state) {
    return new MemberState(
        state.member(),
        Math.max(1, state.version()),
        Instant.EPOCH,
        "unknown",
        state.profile(),
        state.standings(),
        state.purses(),
        state.tallies(),
        state.usages(),
        state.purchases(),
        state.lastPurchase());
  }

  /** For clocks that stand still. */
  public static LeaseClock leases() {
    return new LeaseClock(() -> Instant.EPOCH, () -> 0);
  }

  /** The same, ten minutes later. */
  public static LeaseClock leasesLater() {
    return new LeaseClock(() -> Instant.EPOCH.plusSeconds(600), () -> 0);
  }

  public static EventForm form() {
    return JsonEvents.of(EventTerms.of(REVISION.pack()));
  }

  public static Event purchase(String member, String id, Instant at, long euros) {
    Body body = new Body.Purchase(euros * 100, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of());
    return new Event("till", id, member, at, body);
  }

  /** From then on the member consents to what the shop sends. */
  public static Event consent(String member, String id, Instant at) {
    Map<String, Datum> says =
        Map.of(
            "channel",
            Datum.of(Value.of("e-mail")),
            "purpose",
            Datum.of(Value.of("news")),
            "given",
            Datum.of(Value.of(true)));
    return new Event("app", id, member, at, new Body.Other("consent", says));
  }

  /** A transfer of so many points. */
  public static Event gift(String member, String id, Instant at, long points, String to) {
    return new Event("app", id, member, at, new Body.Transfer("points", points, to));
  }

  /** A member brings another. */
  public static Event bringing(String member, String id, Instant at, String whom) {
    return new Event(
        "app",
        id,
        member,
        at,
        new Body.Other("referral", Map.of("referred", Datum.of(Value.of(whom)))));
  }

  /** A member comes into a pool, or goes from it. */
  public static Event moving(String pool, String id, Instant at, String member, boolean in) {
    return new Event(
        "app", id, pool, at, in ? new Body.PoolJoin(member) : new Body.PoolLeave(member));
  }

  /** A member spends so many points of a pool. */
  public static Event spending(String pool, String id, Instant at, String member, long points) {
    return new Event(
        "till",
        id,
        pool,
        at,
        new Body.Redemption("points", points, Optional.empty(), Optional.of(member)));
  }

  public static Event redemption(String member, String id, Instant at, long points) {
    return new Event(
        "till", id, member, at, new Body.Redemption("points", points, Optional.empty()));
  }
}
