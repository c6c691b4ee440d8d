package dev.laurel.rules.fault;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A path in a pack, such as {@code earning/usual/rules/weekend-double/when/big}: keys joined by
 * slashes, where an entry of a list goes by its id, else by its number, from 1. Immutable; its text
 * is made only when asked for.
 */
public record Place(@Nullable Place parent, String name) {
  public static final Place ROOT = new Place(null, "");

  /** The place of a key, or of an entry that goes by this name. */
  public Place of(String child) {
    return new Place(this, child);
  }

  /**
   * The place of an entry of this list.
   *
   * @param id the entry's id; empty where it has none
   * @param index from 0
   */
  public Place of(String id, int index) {
    return of(id.isEmpty() ? String.valueOf(index + 1) : id);
  }

  /** Visits each entry of this list with its place. */
  public <T> void each(List<T> items, Function<T, String> id, BiConsumer<Place, T> visitor) {
    for (int i = 0; i < items.size(); i++)
      visitor.accept(of(id.apply(items.get(i)), i), items.get(i));
  }

  @Override
  public String toString() {
    if (parent == null) return name;
    String before = parent.toString();
    return before.isEmpty() ? name : before + "/" + name;
  }
}
