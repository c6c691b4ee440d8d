package dev.laurel.engine.binary;

import dev.laurel.rules.language.Datum;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of an event, a line or a member, in the order of their names. Immutable and
 * thread-safe.
 *
 * <p>Every decision walks through those of the member, the purchase and each of its lines, of
 * members who were not looked at for long. They stand side by side in two arrays, where a tree has
 * to be followed through memory from one to the next.
 */
public final class Attributes extends AbstractMap<String, Datum>
    implements SortedMap<String, Datum> {
  private static final Attributes NONE = new Attributes(new String[0], new Datum[0]);

  private final String[] names;
  private final Datum[] values;

  private Attributes(String[] names, Datum[] values) {
    this.names = names;
    this.values = values;
  }

  public static Attributes none() {
    return NONE;
  }

  /** The same attributes; what is done to the map afterwards changes nothing. */
  public static Attributes of(Map<String, Datum> map) {
    if (map instanceof Attributes attributes) return attributes;
    if (map.isEmpty()) return NONE;
    SortedMap<String, Datum> sorted = new TreeMap<>(map);
    return new Attributes(
        sorted.keySet().toArray(String[]::new), sorted.values().toArray(Datum[]::new));
  }

  /**
   * Of names, which mostly rise, as they were written; of one that stands twice the last counts.
   */
  static Attributes of(String[] names, Datum[] values) {
    for (int i = 1; i < names.length; i++)
      if (names[i - 1].compareTo(names[i]) >= 0) {
        Map<String, Datum> all = new TreeMap<>();
        for (int j = 0; j < names.length; j++) all.put(names[j], values[j]);
        return of(all);
      }
    return new Attributes(names, values);
  }

  /** The n-th name, counted from 0. */
  public String name(int index) {
    return names[index];
  }

  /** The value of the n-th name. */
  public Datum value(int index) {
    return values[index];
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public @Nullable Datum get(@Nullable Object name) {
    int at = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Datum> action) {
    for (int i = 0; i < names.length; i++) action.accept(names[i], values[i]);
  }

  @Override
  public Set<Entry<String, Datum>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Entry<String, Datum>> iterator() {
        return new Entries();
      }
    };
  }

  /** The order of texts by their characters. */
  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public SortedMap<String, Datum> subMap(String from, String to) {
    return sorted().subMap(from, to);
  }

  @Override
  public SortedMap<String, Datum> headMap(String to) {
    return sorted().headMap(to);
  }

  @Override
  public SortedMap<String, Datum> tailMap(String from) {
    return sorted().tailMap(from);
  }

  private SortedMap<String, Datum> sorted() {
    return Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Datum>) this));
  }

  @Override
  public String firstKey() {
    return name(0, "first");
  }

  @Override
  public String lastKey() {
    return name(names.length - 1, "last");
  }

  private String name(int index, String which) {
    if (names.length == 0)
      throw new NoSuchElementException("There is no %s name.".formatted(which));
    return names[index];
  }

  private final class Entries implements Iterator<Entry<String, Datum>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < names.length;
    }

    @Override
    public Entry<String, Datum> next() {
      if (next == names.length) throw new NoSuchElementException();
      int at = next++;
      return Map.entry(names[at], values[at]);
    }
  }
}
