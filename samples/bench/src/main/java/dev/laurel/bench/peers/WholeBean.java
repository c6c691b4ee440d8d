package dev.laurel.bench.peers;

import java.util.Map;

/** The visit as a whole. */
public final class WholeBean extends Bean {
  WholeBean(Map<String, Object> facts) {
    super(facts, number(facts, "purchase.amount"));
  }
}
