package dev.laurel.engine.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Bounds an outbox. */
final class Outbox {
  /** With room for the state beside it in a record of {@link MemberRecord#MOST_BYTES}. */
  static final int MOST_BYTES = 96 * 1024;

  static final int MOST = 128;

  private Outbox() {}

  static boolean isFull(List<Applied> outbox) {
    return outbox.size() >= MOST || outbox.stream().mapToInt(Applied::bytes).sum() >= MOST_BYTES;
  }

  static Set<String> keys(List<Applied> outbox) {
    return Set.copyOf(outbox.stream().map(Applied::key).toList());
  }

  static List<Applied> plus(List<Applied> outbox, List<Applied> more) {
    List<Applied> all = new ArrayList<>(outbox);
    all.addAll(more);
    return all;
  }
}
