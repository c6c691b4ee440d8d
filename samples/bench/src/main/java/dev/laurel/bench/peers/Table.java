package dev.laurel.bench.peers;

import dev.laurel.samples.bench.Rule;
import dev.laurel.samples.bench.Test;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Rules of one kind as a decision table: a column for each fact that some rule asks for, one for
 * what asks for either of two; a row for each rule.
 *
 * @param paths the columns
 * @param either the facts of which either may hold; none where no rule asks so
 * @param rows by the rule's index: its tests by column
 */
record Table(List<String> paths, List<String> either, Map<Integer, Row> rows) {
  /** A row: a test for some columns, and the texts asked for where either may hold. */
  record Row(Map<String, Test> cells, List<String> either) {}

  static Table of(List<Rule> rules, boolean perLine) {
    TreeSet<String> paths = new TreeSet<>();
    List<String> either = new ArrayList<>();
    Map<Integer, Row> rows = new LinkedHashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).perLine() != perLine) continue;
      Map<String, Test> cells = new LinkedHashMap<>();
      List<String> asked = new ArrayList<>();
      for (Test test : rules.get(i).tests())
        if (test instanceof Test.Either(var tests)) {
          List<String> of = new ArrayList<>();
          for (Test each : tests)
            if (each instanceof Test.Is(var path, var text)) {
              of.add(path);
              asked.add(text);
            }
          if (either.isEmpty()) either.addAll(of);
          if (!either.equals(of)) throw new IllegalArgumentException("One pair of facts: " + of);
        } else cells.put(path(test), test);
      paths.addAll(cells.keySet());
      rows.put(i, new Row(cells, asked));
    }
    return new Table(List.copyOf(paths), List.copyOf(either), rows);
  }

  private static String path(Test test) {
    return switch (test) {
      case Test.Is(var path, var text) -> path;
      case Test.AtLeast(var path, var number) -> path;
      case Test.Within(var path, var from, var below) -> path;
      case Test.Not(var inner) -> path(inner);
      case Test.Either e -> throw new IllegalArgumentException("Either has a column of its own.");
    };
  }

  /** All facts that are asked for. */
  List<String> inputs() {
    TreeSet<String> all = new TreeSet<>(paths);
    all.addAll(either);
    return List.copyOf(all);
  }
}
