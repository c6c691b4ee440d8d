package dev.laurel.engine.access;

import dev.laurel.engine.history.Entry;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What made a staff what it is, kept with it until it stands in the history. Immutable.
 *
 * @param about the person, or {@code key:} and the key's name
 */
public record Act(
    String by, String act, String about, String why, SortedMap<String, String> facts) {
  public Act {
    facts = new TreeMap<>(facts);
  }

  Entry entry(long version) {
    return new Entry("staff:" + version, by, act, about, why, "", facts);
  }
}
