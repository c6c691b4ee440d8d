package dev.laurel.engine.member;

/**
 * Points of one kind that went between one member and others, in the kind's unit. Immutable.
 *
 * @param given what went to other members, without fees
 * @param received what came from other members
 * @param fees what was kept when points were given away
 */
public record Exchange(long given, long received, long fees) {
  public static final Exchange NONE = new Exchange(0, 0, 0);

  Exchange gave(long units, long fee) {
    return new Exchange(Math.addExact(given, units), received, Math.addExact(fees, fee));
  }

  Exchange received(long units) {
    return new Exchange(given, Math.addExact(received, units), fees);
  }
}
