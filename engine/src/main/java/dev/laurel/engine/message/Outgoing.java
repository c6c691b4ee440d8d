package dev.laurel.engine.message;

import dev.laurel.engine.event.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A message that a decision made. Immutable; once it is made it is never made otherwise.
 *
 * @param id its name for ever, as {@link #idOf} says
 * @param message the message's id in the pack
 * @param channel by which it goes
 * @param purpose for which it goes
 * @param rule what asked for it: an earning rule, or the place of what a ladder or a challenge
 *     gives or warns of
 * @param from the first instant at which it may be delivered
 * @param quiet hours in which it is not delivered, however late the deliverer comes
 * @param text what it says, filled in, by language tag: in the member's language where that is
 *     known, else in all that there are
 */
public record Outgoing(
    String id,
    String message,
    String channel,
    String purpose,
    String rule,
    Instant from,
    Optional<Quiet> quiet,
    SortedMap<String, String> text) {
  private static final int BYTES = 16;

  public Outgoing {
    text = Collections.unmodifiableSortedMap(new TreeMap<>(text));
  }

  /**
   * The name of what an event makes of a message, of which it makes one at most: the first 128
   * bits, in hex, of SHA-256 over the member, the event's source and id, and the message. No
   * revision is part of it, so that an event that is decided once more names the same.
   */
  public static String idOf(Event event, String message) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : List.of(event.member(), event.source(), event.id(), message)) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        // Each text with its length first, so that no two of these read alike.
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
