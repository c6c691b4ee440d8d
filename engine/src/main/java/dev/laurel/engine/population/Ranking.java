package dev.laurel.engine.population;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.member.Quintiles.Bounds;
import dev.laurel.engine.member.Quintiles.Ranked;

/** Finds where the fifths begin by recency, frequency and money, in passes. Not thread-safe. */
public final class Ranking {
  private final Ranks recency;
  private final Ranks frequency;
  private final Ranks money;

  /** Of nobody yet. */
  public Ranking() {
    this(new Ranks(), new Ranks(), new Ranks());
  }

  private Ranking(Ranks recency, Ranks frequency, Ranks money) {
    this.recency = recency;
    this.frequency = frequency;
    this.money = money;
  }

  static Ranking read(BinaryReader from) {
    return new Ranking(Ranks.read(from), Ranks.read(from), Ranks.read(from));
  }

  void write(BinaryWriter to) {
    recency.write(to);
    frequency.write(to);
    money.write(to);
  }

  /** One member more of this pass. */
  public void add(Ranked member) {
    recency.add(member.recency());
    frequency.add(member.frequency());
    money.add(member.money());
  }

  /** Ends a pass; whether another one over the same members is needed. */
  public boolean endPass() {
    // Each of them must end its pass, whatever the others need.
    return recency.endPass() | frequency.endPass() | money.endPass();
  }

  /**
   * What was found.
   *
   * @throws IllegalStateException when another pass is needed
   */
  public Bounds bounds() {
    return new Bounds(recency.values(), recency.starts(), frequency.starts(), money.starts());
  }
}
