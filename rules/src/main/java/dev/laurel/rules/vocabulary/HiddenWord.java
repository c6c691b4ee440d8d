package dev.laurel.rules.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A word about one campaign or segment that no pack holds, since what it is for is said elsewhere:
 * in which group of a campaign the member is, in which stage of life, in which fifth. Immutable.
 *
 * <p>Its path is {@code groups.}, {@code stages.} and so on, followed by the id, of which paths
 * hold letters and digits only: {@code Z} introduces what is something else. Of long ids it goes on
 * behind a dot.
 *
 * @param of what it says
 * @param id of the campaign or segment
 */
public record HiddenWord(Of of, String id) {
  /** What is said of a member. */
  public enum Of {
    /** The group of a campaign: control, variant or those who get it. */
    GROUPS,
    /** The stage of life by the terms of a segment. */
    STAGES,
    /** The fifth by the last purchase, 5 for the most recent. */
    RECENCY,
    /** The fifth by how often there were purchases, 5 for the most. */
    FREQUENCY,
    /** The fifth by the money spent, 5 for the most. */
    MONEY;

    private String prefix() {
      return name().toLowerCase(Locale.ROOT) + ".";
    }
  }

  /** The group of those who get nothing, for comparison. */
  public static final String CONTROL = "control";

  /** The group of those who get what a campaign without variants gives. */
  public static final String TREATED = "treated";

  private static final String VARIANT = "variant:";

  /** As many signs of an id, so that each name of the path keeps within its 64. */
  private static final int PIECE = 31;

  /** The group of those who get a variant. */
  public static String variant(String id) {
    return VARIANT + id;
  }

  /** The variant of a group; empty where the group is of none. */
  public static Optional<String> variantOf(String group) {
    return group.startsWith(VARIANT)
        ? Optional.of(group.substring(VARIANT.length()))
        : Optional.empty();
  }

  /** What this path says; empty where it is the path of no such word. */
  public static Optional<HiddenWord> of(String path) {
    for (Of of : Of.values())
      if (path.startsWith(of.prefix()))
        return read(path.substring(of.prefix().length())).map(id -> new HiddenWord(of, id));
    return Optional.empty();
  }

  /** The path as conditions write it. */
  public String path() {
    StringBuilder path = new StringBuilder(of.prefix());
    for (int from = 0; from < id.length(); from += PIECE) {
      if (from > 0) path.append('.');
      path.append('c');
      for (char sign : id.substring(from, Math.min(id.length(), from + PIECE)).toCharArray())
        switch (sign) {
          case '-' -> path.append("Zd");
          case '_' -> path.append("Zu");
          case 'Z' -> path.append("Zz");
          default -> path.append(sign);
        }
    }
    return path.toString();
  }

  private static Optional<String> read(String pieces) {
    String[] names = pieces.split("\\.", -1);
    if (Arrays.stream(names).anyMatch(name -> !name.startsWith("c"))) return Optional.empty();
    return Optional.of(
        Arrays.stream(names)
            .map(name -> name.substring(1).replace("Zd", "-").replace("Zu", "_").replace("Zz", "Z"))
            .collect(Collectors.joining()));
  }
}
