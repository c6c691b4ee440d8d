package dev.laurel.engine.rulebase;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.RateTable.Cell;
import dev.laurel.rules.vocabulary.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A rate table, looked up by hash: rows are grouped by which of their cells hold values, and within
 * a group found by those values at once; only ranges are looked through. Immutable and thread-safe.
 *
 * <p>The first matching row of the table counts (DMN's hit policy "first").
 */
public final class TableIndex {
  private final List<Group> groups = new ArrayList<>();
  private final int[] slots;

  /** Rows whose cells hold values in the same columns. */
  private record Group(int[] columns, Map<List<Object>, List<Entry>> byKey) {}

  /** A row of a group with what is left to be asked: its ranges. */
  private record Entry(int row, List<Bounds> bounds) {}

  /** A range in a slot: the first included, the second not; open ends are the type's own. */
  private record Bounds(int slot, long from, long below) {
    boolean holds(Facts facts) {
      long actual = facts.number(slot);
      return actual != Facts.MISSING && actual >= from && actual < below;
    }
  }

  private TableIndex(RateTable table, Layout layout) {
    slots = table.columns().stream().mapToInt(c -> layout.slot(c.operand())).toArray();
    Map<List<Integer>, Group> byShape = new LinkedHashMap<>();
    for (int i = 0; i < table.rows().size(); i++) add(i, table.rows().get(i), layout, byShape);
    groups.addAll(byShape.values());
  }

  public static TableIndex of(RateTable table, Layout layout) {
    return new TableIndex(table, layout);
  }

  /** The index of the first row that matches, or empty. */
  public OptionalInt find(Facts facts) {
    int best = Integer.MAX_VALUE;
    for (Group group : groups) {
      List<Object> key = key(group.columns(), facts);
      List<Entry> entries = key == null ? null : group.byKey().get(key);
      if (entries == null) continue;
      for (Entry entry : entries) {
        if (entry.row() >= best) break;
        if (entry.bounds().stream().allMatch(b -> b.holds(facts))) {
          best = entry.row();
          break;
        }
      }
    }
    return best == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private @Nullable List<Object> key(int[] columns, Facts facts) {
    List<Object> key = new ArrayList<>(columns.length);
    for (int column : columns) {
      Object text = facts.text(slots[column]);
      Object value = text == null ? facts.boxed(slots[column]) : text;
      if (value == null) return null;
      key.add(value);
    }
    return key;
  }

  private void add(int index, RateTable.Row row, Layout layout, Map<List<Integer>, Group> byShape) {
    List<Integer> columns = new ArrayList<>();
    List<Bounds> bounds = new ArrayList<>();
    List<List<Object>> keys = new ArrayList<>(List.of(List.of()));
    for (int c = 0; c < slots.length; c++) {
      Word word = layout.word(slots[c]);
      switch (row.cells().get(c)) {
        case Cell.Any any -> {}
        case Cell.OneOf(var values) -> {
          columns.add(c);
          keys = times(keys, values.stream().map(v -> keyOf(word, v, layout)).toList());
        }
        case Cell.Between(var from, var below) ->
            bounds.add(
                new Bounds(
                    slots[c],
                    from.map(v -> layout.encode(word, v)).orElse(Long.MIN_VALUE + 1),
                    below.map(v -> layout.encode(word, v)).orElse(Long.MAX_VALUE)));
      }
    }
    Group group =
        byShape.computeIfAbsent(
            columns,
            shape ->
                new Group(shape.stream().mapToInt(Integer::intValue).toArray(), new HashMap<>()));
    for (List<Object> key : keys)
      group.byKey().computeIfAbsent(key, k -> new ArrayList<>()).add(new Entry(index, bounds));
  }

  private static List<List<Object>> times(List<List<Object>> keys, List<Object> values) {
    List<List<Object>> all = new ArrayList<>(keys.size() * values.size());
    for (List<Object> key : keys)
      for (Object value : values) {
        List<Object> longer = new ArrayList<>(key);
        longer.add(value);
        all.add(longer);
      }
    return all;
  }

  private static Object keyOf(Word word, Value value, Layout layout) {
    return word.type() == Word.Type.TEXT ? ((Value.Text) value).text() : layout.encode(word, value);
  }
}
