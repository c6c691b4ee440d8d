package dev.laurel.engine.operation;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of a longer list. Immutable.
 *
 * @param next what to ask for the items that follow; empty after the last
 */
public record Page<T>(List<T> items, OptionalLong next) {
  public Page {
    items = List.copyOf(items);
  }
}
