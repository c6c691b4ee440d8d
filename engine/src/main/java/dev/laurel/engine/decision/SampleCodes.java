package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.rules.language.Benefit;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Codes of what is only tried, such as a scenario or a rehearsal: of signs that no code has that is
 * given out, the same each time, and no two of one event alike.
 */
final class SampleCodes {
  /** What is left out of {@link dev.laurel.engine.code.Codes} because it is easily misread. */
  private static final String SIGNS = "01ILOU";

  private static final BigInteger MANY = BigInteger.valueOf(SIGNS.length());

  private SampleCodes() {}

  /**
   * Samples.
   *
   * @param from how many the event has already
   */
  static List<String> of(BenefitPlan plan, Event event, int from, int count) {
    Benefit.Codes look = plan.benefit().codes().orElseThrow();
    int signs = look.length() - look.prefix().length();
    BigInteger all = MANY.pow(signs);
    BigInteger first =
        new BigInteger(
            1,
            digest(
                plan.id() + " " + event.member() + " " + Event.nameOf(event.source(), event.id())));
    List<String> codes = new ArrayList<>(count);
    for (int i = 0; i < count; i++)
      codes.add(look.prefix() + code(first.add(BigInteger.valueOf(from + i)).mod(all), signs));
    return codes;
  }

  private static String code(BigInteger number, int signs) {
    StringBuilder code = new StringBuilder(signs);
    BigInteger left = number;
    for (int i = 0; i < signs; i++) {
      BigInteger[] parts = left.divideAndRemainder(MANY);
      code.append(SIGNS.charAt(parts[1].intValue()));
      left = parts[0];
    }
    return code.reverse().toString();
  }

  private static byte[] digest(String of) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
