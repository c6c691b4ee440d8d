package dev.laurel.rules.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which entries of a list were moved: the fewest that explain the new order. */
final class Moves {
  private Moves() {}

  /** The number of each entry, from 0. */
  static Map<String, Integer> places(List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) places.put(names.get(i), i);
    return places;
  }

  /**
   * Those that are not part of one longest run of entries that kept their order (patience sorting).
   *
   * @param old places before
   * @param now the order after
   */
  static Set<String> between(Map<String, Integer> old, List<String> now) {
    List<String> kept = new ArrayList<>();
    for (String name : now) if (old.containsKey(name)) kept.add(name);
    int[] places = kept.stream().mapToInt(old::get).toArray();
    int[] ends = new int[places.length];
    int[] before = new int[places.length];
    int longest = 0;
    for (int i = 0; i < places.length; i++) {
      int length = end(places, ends, longest, places[i]);
      before[i] = length == 0 ? -1 : ends[length - 1];
      ends[length] = i;
      if (length == longest) longest++;
    }
    Set<String> moved = new HashSet<>(kept);
    for (int i = longest == 0 ? -1 : ends[longest - 1]; i >= 0; i = before[i])
      moved.remove(kept.get(i));
    return moved;
  }

  private static int end(int[] places, int[] ends, int longest, int place) {
    int[] known = Arrays.stream(ends, 0, longest).map(end -> places[end]).toArray();
    int found = Arrays.binarySearch(known, place);
    return found < 0 ? -found - 1 : found;
  }
}
