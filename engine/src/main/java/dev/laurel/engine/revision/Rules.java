package dev.laurel.engine.revision;

import dev.laurel.engine.rulebase.RuleBase.Row;
import dev.laurel.rules.language.Rows;
import java.util.List;

/** Rows of a pack as rows of rules. */
final class Rules {
  private Rules() {}

  /**
   * @param prefix before the id of each row
   */
  static List<Row> rows(String prefix, Rows rows) {
    return rows.byId().entrySet().stream()
        .map(e -> new Row(prefix + e.getKey(), e.getValue()))
        .toList();
  }
}
