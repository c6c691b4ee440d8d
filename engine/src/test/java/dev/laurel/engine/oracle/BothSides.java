package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Outcome.To;
import dev.laurel.rules.language.Trigger;
import java.util.Optional;

/** Who is who in a referral, told from the event that names them and from who came before. */
final class BothSides {
  private final Page page;
  private final boolean inReferral;

  /**
   * @param on what the rule answers to
   */
  BothSides(Page page, Trigger on) {
    this.page = page;
    this.inReferral = on instanceof Trigger.Referral;
  }

  private static Optional<String> name(Event event, String side) {
    if (!(event.body() instanceof Body.Other(var type, var attributes))) return Optional.empty();
    return type.equals("referral")
            && attributes.get(side) instanceof Datum.One(Value.Text(var text))
        ? Optional.of(text)
        : Optional.empty();
  }

  /** With which code a referral is refused. */
  static Optional<String> refused(Event event) {
    Optional<String> by = name(event, "referrer");
    Optional<String> whom = name(event, "referred");
    boolean mineBy = by.isEmpty() || by.get().equals(event.member());
    boolean mineWhom = whom.isEmpty() || whom.get().equals(event.member());
    if (by.isEmpty() && whom.isEmpty()) return Optional.empty();
    if (mineBy && mineWhom) return Optional.of("referral-of-oneself");
    boolean others = by.isPresent() && whom.isPresent() && !mineBy && !mineWhom;
    return others ? Optional.of("referral-of-others") : Optional.empty();
  }

  /** Who brought the member, as the event says. */
  private Optional<String> by() {
    return page.event.flatMap(
        event -> name(event, "referrer").filter(id -> !id.equals(event.member())));
  }

  /** Whom the member brought, as the event says. */
  private Optional<String> whom() {
    if (by().isPresent()) return Optional.empty();
    return page.event.flatMap(
        event -> name(event, "referred").filter(id -> !id.equals(event.member())));
  }

  private static boolean isMember(String id) {
    return !Passing.isNobody(id) && !Event.isPool(id);
  }

  Optional<String> knownBy() {
    return by().filter(BothSides::isMember);
  }

  Optional<String> knownWhom() {
    return whom().filter(BothSides::isMember);
  }

  boolean isOwn(To to) {
    return switch (to) {
      case MEMBER, POOL -> true;
      case REFERRER -> inReferral && by().isEmpty();
      case REFERRED -> inReferral && by().isPresent();
    };
  }

  /** The other, whichever side that is. */
  Optional<String> other() {
    if (inReferral) return knownBy().or(this::knownWhom);
    return isOfAnother() ? Optional.empty() : page.referrer;
  }

  /** Why nobody is there. */
  String nobody() {
    if (isOfAnother()) return "FOLLOWS";
    return inReferral && by().or(this::whom).isPresent() ? "UNKNOWN" : "NOT_NAMED";
  }

  /** Whether another's event brought it, which reaches nobody else. */
  private boolean isOfAnother() {
    return page.event.filter(each -> each.body() instanceof Body.ReferralReward).isPresent();
  }

  String side() {
    return inReferral && by().isEmpty() ? "REFERRED" : "REFERRER";
  }
}
