package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.MemberState;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Outcome.To;
import dev.laurel.rules.language.Trigger;
import java.util.Optional;

/**
 * Who is meant by the sides of a referral in one decision. In a referral the member is one of them
 * and the event names the other; at any other time the referrer is whoever brought the member.
 * Immutable.
 *
 * @see "engine/docs/decisions/070-both-sides-of-a-referral.md"
 */
public final class Sides {
  static final String REFERRAL = "referral";

  /** Of whom nothing is known yet. */
  static final Sides UNKNOWN = new Sides(Optional.empty(), Optional.empty(), false);

  private final Optional<Named> named;
  private final Optional<String> referrer;
  private final boolean follows;

  /**
   * Whom a referral names.
   *
   * @param as which side that one is of
   * @param isMember whether there is such a member
   */
  private record Named(String id, To as, boolean isMember) {}

  /**
   * @param follows whether it follows of what a referral brought: that gives no further referrer
   *     anything, since members who brought one another would else do so for ever
   */
  private Sides(Optional<Named> named, Optional<String> referrer, boolean follows) {
    this.named = named;
    this.referrer = referrer;
    this.follows = follows;
  }

  static Sides of(Event event, MemberState before, Given given) {
    boolean known = given.receiver().orElse(false);
    boolean follows = event.body() instanceof Body.ReferralReward;
    return new Sides(
        as(event).map(as -> new Named(id(event, as).orElseThrow(), as, known)),
        follows ? Optional.empty() : before.holdings().referrer(),
        follows);
  }

  /** Whom a referral names as the other; empty of all other events. */
  public static Optional<String> named(Event event) {
    return as(event).flatMap(as -> id(event, as));
  }

  /** Which side the one is of whom a referral names, and who is not the member. */
  private static Optional<To> as(Event event) {
    if (!event.type().equals(REFERRAL)) return Optional.empty();
    for (To as : new To[] {To.REFERRER, To.REFERRED})
      if (id(event, as).filter(id -> !id.equals(event.member())).isPresent())
        return Optional.of(as);
    return Optional.empty();
  }

  private static Optional<String> id(Event event, To as) {
    String name = as == To.REFERRER ? "referrer" : "referred";
    return event.body() instanceof Body.Other other
            && other.attributes().get(name) instanceof Datum.One(Value.Text(var id))
        ? Optional.of(id)
        : Optional.empty();
  }

  /** Why a referral is none: the member would bring itself, or two others one another. */
  static Optional<Refusal> refusal(Event event) {
    if (!event.type().equals(REFERRAL)) return Optional.empty();
    Optional<String> by = id(event, To.REFERRER);
    Optional<String> whom = id(event, To.REFERRED);
    Optional<String> self = Optional.of(event.member());
    if (by.isEmpty() && whom.isEmpty()) return Optional.empty();
    if (by.or(() -> self).equals(self) && whom.or(() -> self).equals(self))
      return no(
          event, "referral-of-oneself", "the member cannot be both who brings and who comes.");
    if (by.isPresent() && whom.isPresent() && !by.equals(self) && !whom.equals(self))
      return no(
          event,
          "referral-of-others",
          "neither %s nor %s is the member %s to whom it happened."
              .formatted(by.get(), whom.get(), event.member()));
    return Optional.empty();
  }

  private static Optional<Refusal> no(Event event, String code, String why) {
    return Optional.of(
        new Refusal(code, "The referral %s was refused: %s".formatted(event.id(), why)));
  }

  /** The member whom a referral says was brought by the event's, so that it can be told. */
  Optional<String> brought() {
    return named.filter(each -> each.as() == To.REFERRED && each.isMember()).map(Named::id);
  }

  /** By whom the member was brought, as a referral says. */
  Optional<String> broughtBy() {
    return named.filter(each -> each.as() == To.REFERRER && each.isMember()).map(Named::id);
  }

  /**
   * Whether an outcome is for the event's member.
   *
   * @param on what the rule answers to
   */
  boolean isOwn(To to, Trigger on) {
    return switch (to) {
      case MEMBER, POOL -> true;
      // Whoever names nobody brings somebody.
      case REFERRER -> isOfReferral(on) && !isReferred();
      case REFERRED -> isOfReferral(on) && isReferred();
    };
  }

  private boolean isReferred() {
    return named.filter(each -> each.as() == To.REFERRER).isPresent();
  }

  private static boolean isOfReferral(Trigger on) {
    return on instanceof Trigger.Referral;
  }

  /** The other member whom an outcome is for; empty where nobody is there. */
  Optional<String> other(To to, Trigger on) {
    if (isOwn(to, on)) return Optional.empty();
    return isOfReferral(on) ? named.filter(Named::isMember).map(Named::id) : referrer;
  }

  /** The other member who is there for what a rule gives, whichever side that is. */
  Optional<String> other(Candidate rule) {
    return isOfReferral(rule.plan().rule().on())
        ? named.filter(Named::isMember).map(Named::id)
        : referrer;
  }

  /** Which side the other is of whom a rule gives something. */
  To sideOf(Candidate rule) {
    return isOfReferral(rule.plan().rule().on()) && !isReferred() ? To.REFERRED : To.REFERRER;
  }

  /** Why nobody is there for an outcome; empty where somebody is, or the member itself. */
  Optional<Finding.NoOther.Why> lacking(To to, Trigger on) {
    if (isOwn(to, on) || other(to, on).isPresent()) return Optional.empty();
    if (follows) return Optional.of(Finding.NoOther.Why.FOLLOWS);
    return Optional.of(
        isOfReferral(on) && named.isPresent()
            ? Finding.NoOther.Why.UNKNOWN
            : Finding.NoOther.Why.NOT_NAMED);
  }
}
