package dev.laurel.ui.studio.members;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;

/**
 * Why somebody looks at a member's personal data, for an hour: whoever helps a member writes it
 * once. Each look is recorded with it all the same. Belongs to a session, and is used under its
 * lock only.
 */
final class Reasons implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Duration KEPT = Duration.ofHours(1);

  private final HashMap<String, Given> byMember = new HashMap<>();

  private record Given(String reason, Instant until) implements Serializable {}

  static Reasons here() {
    VaadinSession session = VaadinSession.getCurrent();
    Reasons reasons = session.getAttribute(Reasons.class);
    if (reasons == null) {
      reasons = new Reasons();
      session.setAttribute(Reasons.class, reasons);
    }
    return reasons;
  }

  Optional<String> of(String member, Instant now) {
    byMember.values().removeIf(given -> !given.until().isAfter(now));
    return Optional.ofNullable(byMember.get(member)).map(Given::reason);
  }

  void give(String member, String reason, Instant now) {
    byMember.put(member, new Given(reason, now.plus(KEPT)));
  }
}
