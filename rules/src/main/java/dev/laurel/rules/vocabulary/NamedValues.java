package dev.laurel.rules.vocabulary;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Vocabulary;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The texts that a pack's rules, tables and vocabulary name, by the path of what they are compared
 * with: which categories, channels or stores make a difference. Immutable.
 */
public final class NamedValues {
  private final SortedMap<String, SortedSet<String>> byPath = new TreeMap<>();

  private NamedValues() {}

  public static NamedValues of(Pack pack) {
    NamedValues values = new NamedValues();
    pack.earning().forEach(group -> group.rules().forEach(values::add));
    for (Campaign campaign : pack.campaigns()) {
      values.add(campaign.when());
      values.add(campaign.unless());
      campaign.rules().forEach(values::add);
    }
    pack.tables().forEach(values::add);
    pack.vocabulary().ifPresent(values::add);
    return values;
  }

  /** The values named for a path, in order; none where no rule asks for it. */
  public List<String> of(String path) {
    SortedSet<String> named = byPath.get(path);
    return named == null ? List.of() : List.copyOf(named);
  }

  private void add(EarningRule rule) {
    add(rule.when());
    add(rule.unless());
  }

  private void add(Rows rows) {
    rows.byId().values().forEach(this::add);
  }

  private void add(Vocabulary vocabulary) {
    add("member.", vocabulary.member());
    add("purchase.", vocabulary.purchase());
    add("line.", vocabulary.product());
  }

  private void add(String prefix, List<Vocabulary.Attribute> attributes) {
    for (Vocabulary.Attribute attribute : attributes)
      attribute.values().forEach(value -> add(prefix + attribute.id(), value));
  }

  private void add(RateTable table) {
    for (int column = 0; column < table.columns().size(); column++)
      for (RateTable.Row row : table.rows())
        switch (row.cells().get(column)) {
          case RateTable.Cell.OneOf(var values) ->
              add(new Operand.Attribute(table.columns().get(column).operand()), values);
          case RateTable.Cell.Any _, RateTable.Cell.Between _ -> {}
        }
  }

  private void add(Condition condition) {
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(this::add);
      case Condition.Any(var parts) -> parts.forEach(this::add);
      case Condition.AtLeast(var _, var parts) -> parts.forEach(this::add);
      case Condition.Not(var part) -> add(part);
      case Condition.Comparison(var operand, var _, var bound) -> add(operand, List.of(bound));
      case Condition.OneOf(var operand, var values) -> add(operand, values);
      case Condition.Holds(var operand, var value) -> add(operand, List.of(value));
      case Condition.SomeLine(var where) -> add(where);
      case Condition.EveryLine(var where) -> add(where);
      case Condition.Within w -> within(w.operand());
      case Condition.Present p -> within(p.operand());
    }
  }

  private void add(Operand operand, List<Value> values) {
    within(operand);
    if (!(operand instanceof Operand.Attribute(var path))) return;
    for (Value value : values) if (value instanceof Value.Text(var text)) add(path, text);
  }

  /** What is asked of the lines that are counted or summed. */
  private void within(Operand operand) {
    switch (operand) {
      case Operand.Attribute _ -> {}
      case Operand.LineCount(var where) -> where.ifPresent(this::add);
      case Operand.LineSum(var _, var where) -> where.ifPresent(this::add);
    }
  }

  private void add(String path, String value) {
    byPath.computeIfAbsent(path, _ -> new TreeSet<>()).add(value);
  }
}
