package dev.laurel.engine.overview;

import java.time.Instant;
import java.util.List;

/** Who would stand where by another ladder. Closed family, immutable. */
public sealed interface Forecast {
  /**
   * Every member was counted.
   *
   * @param asOf when the pass began that read how members stand
   * @param members how many there were
   * @param skipped how many of them count by other metrics than those in force, so that they are in
   *     none of the sums until something happens to them
   * @param tiers those of the other ladder, lowest first, then those that it has no longer
   * @param moves who would stand elsewhere, by where from and where to, in the order of the tiers
   */
  record Counted(Instant asOf, long members, long skipped, List<Count> tiers, List<Move> moves)
      implements Forecast {
    public Counted {
      tiers = List.copyOf(tiers);
      moves = List.copyOf(moves);
    }

    /** How many would move. */
    public long moving() {
      return moves.stream().mapToLong(Move::members).sum();
    }
  }

  /**
   * It cannot be told.
   *
   * @param why what stands in the way
   * @param tier the tier that asks for it; empty where none does
   */
  record Unknown(Why why, String tier) implements Forecast {}

  /** What stands in the way of counting. */
  enum Why {
    /** Nobody was counted since this process began. */
    NOT_YET,
    /** The ladder is new, so that nobody stands on it. */
    NEW_LADDER,
    /** It has no tier. */
    NO_TIERS,
    /** A tier asks for something else than metrics, or for a metric that no ladder asked for. */
    ASKS_MORE
  }

  /** How many members hold a tier, and how many would. */
  record Count(String tier, long now, long would) {
    public long change() {
      return would - now;
    }
  }

  /** Members who would stand on another tier. */
  record Move(String from, String to, long members) {}
}
