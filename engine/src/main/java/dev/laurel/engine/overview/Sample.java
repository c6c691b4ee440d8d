package dev.laurel.engine.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Some of all members, the same ones each time, whoever asks: those whose ids, stirred, come first.
 * Immutable.
 *
 * @param asOf when the pass began that drew them
 * @param members the ids of the sample; all there are where they are few
 * @param of how many members there were
 */
public record Sample(Instant asOf, List<String> members, long of) {
  /** A sample has at most so many. */
  public static final int MOST = 400;

  public Sample {
    members = List.copyOf(members);
  }

  /** Whether it holds every member. */
  public boolean isWhole() {
    return members.size() == of;
  }

  /** Draws it from members that come one after the other. Not thread-safe. */
  static final class Drawing {
    private record Drawn(long stirred, String member) {}

    private static final Comparator<Drawn> ORDER =
        Comparator.comparingLong(Drawn::stirred).thenComparing(Drawn::member);

    private final PriorityQueue<Drawn> drawn = new PriorityQueue<>(Collections.reverseOrder(ORDER));
    private long of;

    void add(String member) {
      of++;
      Drawn next = new Drawn(stirred(member), member);
      if (drawn.size() < MOST) drawn.add(next);
      else if (ORDER.compare(next, drawn.element()) < 0) {
        drawn.remove();
        drawn.add(next);
      }
    }

    Sample sample(Instant asOf) {
      List<Drawn> all = new ArrayList<>(drawn);
      all.sort(ORDER);
      return new Sample(asOf, all.stream().map(Drawn::member).toList(), of);
    }

    /** The last step of MurmurHash3 for 64 bits, by Austin Appleby: ids in a row come apart. */
    private static long stirred(String member) {
      long of = 0;
      for (int i = 0; i < member.length(); i++) of = of * 31 + member.charAt(i);
      of = (of ^ (of >>> 33)) * 0xff51afd7ed558ccdL;
      of = (of ^ (of >>> 33)) * 0xc4ceb9fe1a85ec53L;
      return of ^ (of >>> 33);
    }
  }
}
