package dev.laurel.engine.code;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much of codes somebody may see. Whoever knows one can use it up, so only those see the whole
 * who post events, as tills do, or who put right by hand what members have; for the others there
 * are the last characters, by which a code is recognised. Immutable and thread-safe.
 *
 * @param whole whether the whole code is shown
 * @see "engine/docs/decisions/071-codes.md"
 */
public record ShownCodes(boolean whole) {
  private static final String HIDDEN = "••••";
  private static final int SHOWN = 4;

  /** In a decision as it is written, what it was given of codes and what it handed out. */
  private static final Pattern LISTS =
      Pattern.compile("\"codes\":(?:\\[[^]]*]|\\{(?:\"[^\"]*\":\\[[^]]*],?)*})");

  /** A code; no id of a benefit is followed by anything but its list. */
  private static final Pattern CODE = Pattern.compile("\"([A-Z0-9-]+)\"(?!:)");

  /** What an actor may see. */
  public static ShownCodes to(Actor actor) {
    return new ShownCodes(actor.may(Permission.ADJUST_POINTS) || actor.may(Permission.POST_EVENTS));
  }

  /** The code by which it is recognised, and no more. */
  public static String masked(String code) {
    return HIDDEN + code.substring(Math.max(0, code.length() - SHOWN));
  }

  /** A code as it may be seen. */
  public String of(String code) {
    return whole ? code : masked(code);
  }

  /**
   * A decision with its codes as they may be seen.
   *
   * @param decision in the form of {@link dev.laurel.engine.decision.DecisionJson}
   */
  public byte[] in(byte[] decision) {
    if (whole) return decision;
    String text = new String(decision, StandardCharsets.UTF_8);
    return LISTS.matcher(text).replaceAll(ShownCodes::maskedList).getBytes(StandardCharsets.UTF_8);
  }

  private static String maskedList(MatchResult list) {
    return CODE.matcher(list.group()).replaceAll(code -> "\"" + masked(code.group(1)) + "\"");
  }
}
