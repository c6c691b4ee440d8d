package dev.laurel.engine.recording;

/**
 * Divides the members evenly, so that several processes can share a work on all of them. A member's
 * slice never changes.
 */
public final class Slices {
  public static final int COUNT = 16;

  private Slices() {}

  /** The member's slice, from 0. */
  public static int of(String member) {
    // Spread, since ids that count up differ in their last bits only.
    int hash = member.hashCode() * 0x9E3779B9;
    return hash >>> 28;
  }
}
