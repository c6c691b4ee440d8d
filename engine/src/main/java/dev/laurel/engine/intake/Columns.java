package dev.laurel.engine.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns that a mapping uses, each with its slot. Not thread-safe while it is filled. */
final class Columns {
  private final Map<String, Integer> slots = new HashMap<>();
  private final List<String> used = new ArrayList<>();

  /** The slot of a column, which from now on is used. */
  int slot(String column) {
    Integer known = slots.putIfAbsent(column, used.size());
    if (known != null) return known;
    used.add(column);
    return used.size() - 1;
  }

  /** The columns in the order of their slots. */
  List<String> used() {
    return List.copyOf(used);
  }

  String name(int slot) {
    return used.get(slot);
  }
}
