package dev.laurel.bench.peers;

import java.util.Map;

/** One line of a visit. */
public final class LineBean extends Bean {
  private final String category;

  LineBean(Map<String, Object> facts, Map<String, Object> line) {
    super(facts, number(line, "line.amount"));
    category = text(line, "line.category");
  }

  public String getCategory() {
    return category;
  }
}
