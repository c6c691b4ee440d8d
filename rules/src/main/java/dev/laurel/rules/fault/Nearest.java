package dev.laurel.rules.fault;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the known word nearest to a mistyped one. */
public final class Nearest {
  private Nearest() {}

  /**
   * The nearest known word within a third of its length (at least one edit), by Damerau's optimal
   * string alignment distance without regard to case; the first in order where several are as near.
   */
  public static Optional<String> to(String word, Collection<String> known) {
    String asked = word.toLowerCase(Locale.ROOT);
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int most = Math.max(1, candidate.length() / 3);
      if (Math.abs(asked.length() - candidate.length()) > most) continue;
      int distance = distance(asked, candidate.toLowerCase(Locale.ROOT));
      if (distance < least && distance <= most) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The remedy's words: {@code Did you mean "x"?}, or the list of what is known. */
  public static String remedy(String word, Collection<String> known) {
    return to(word, known)
        .map(near -> "Did you mean \"%s\"?".formatted(near))
        .orElseGet(() ->
            known.isEmpty()
                ? "None is declared."
                : "Known here: %s."
                    .formatted(String.join(", ", known.stream().sorted().limit(12).toList())));
  }

  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 8) return Integer.MAX_VALUE;
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) d[i][0] = i;
    for (int j = 0; j <= b.length(); j++) d[0][j] = j;
    for (int i = 1; i <= a.length(); i++)
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    return d[a.length()][b.length()];
  }
}
