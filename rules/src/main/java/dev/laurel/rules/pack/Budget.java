package dev.laurel.rules.pack;

/** How many nodes may still be read, over all files. Not thread-safe. */
final class Budget {
  private int left = PackLimits.MOST_NODES;
  private boolean told;

  boolean take() {
    return left-- > 0;
  }

  /** Whether nobody has been told yet that it is spent. */
  boolean isNews() {
    boolean news = !told;
    told = true;
    return news;
  }
}
