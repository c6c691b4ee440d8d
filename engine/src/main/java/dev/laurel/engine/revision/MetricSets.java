package dev.laurel.engine.revision;

import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Programme;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names a set of metrics by what they count. */
final class MetricSets {
  private MetricSets() {}

  /**
   * The first 64 bits of SHA-256 over what each metric and counter counts and over which period, in
   * hex; titles do not matter.
   *
   * @param metrics the programme's, and those that its segments need
   */
  static String digest(Programme programme, List<Metric> metrics) {
    StringBuilder text = new StringBuilder(programme.zone().getId());
    metrics.forEach(m -> text.append('\n').append(m.id()).append(m.counts()).append(m.over()));
    programme.counters().forEach(c -> text.append('\n').append(c.id()).append(c.over()));
    programme.periods().forEach(p -> text.append('\n').append(p.id()).append(p.is()));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
