package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.rules.language.Benefit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Codes of what is only tried, such as a scenario or a rehearsal: of noughts and ones, which no
 * code has that is given out, and the same each time.
 */
final class SampleCodes {
  private SampleCodes() {}

  /**
   * Samples.
   *
   * @param from how many the event has already
   */
  static List<String> of(BenefitPlan plan, Event event, int from, int count) {
    Benefit.Codes look = plan.benefit().codes().orElseThrow();
    List<String> all = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      byte[] chance =
          digest(
              plan.id()
                  + " "
                  + event.member()
                  + " "
                  + Event.nameOf(event.source(), event.id())
                  + " "
                  + (from + i));
      StringBuilder code = new StringBuilder(look.prefix());
      for (int bit = 0; code.length() < look.length(); bit++)
        code.append((chance[bit / 8] >> (bit % 8) & 1) == 0 ? '0' : '1');
      all.add(code.toString());
    }
    return all;
  }

  private static byte[] digest(String of) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
