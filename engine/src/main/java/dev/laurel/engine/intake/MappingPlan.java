package dev.laurel.engine.intake;

import dev.laurel.engine.event.AttributeTerms.Carrier;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.language.Rounding;
import dev.laurel.rules.language.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * A mapping with its columns looked up and its forms made ready. Immutable and thread-safe.
 *
 * @param columns the columns that are used; a row's values stand in their order
 * @param id the columns of the event's id; none means file and line
 * @param group the columns by which consecutive rows are one purchase; none means each is its own
 * @param quantity how many things; empty where the mapping says nothing of it
 * @param attributes of purchases and of lines
 * @param asLines whether each row becomes a line of its purchase
 */
record MappingPlan(
    Columns columns,
    List<Omission> leaveOut,
    Optional<RowTest> returns,
    int[] id,
    int member,
    int when,
    TimeForm times,
    NumberForm numbers,
    int[] group,
    RowNumber amount,
    Optional<RowNumber> quantity,
    Optional<Rounding> rounding,
    List<Attribute> attributes,
    boolean asLines) {

  /** Rows that are left out. */
  record Omission(String id, RowTest test) {}

  /**
   * An attribute that a column fills.
   *
   * @param type what the vocabulary says that it is
   */
  record Attribute(Carrier carrier, String name, int slot, Vocabulary.Type type) {}

  /** The plan of a mapping that {@link MappingCheck} found without fault. */
  static MappingPlan of(Mapping mapping, EventTerms terms) {
    Columns columns = new Columns();
    NumberForm numbers = MappingCheck.numbers(mapping.source());
    List<Attribute> attributes = MappingCheck.attributes(mapping, terms, columns);
    return new MappingPlan(
        columns,
        mapping.leaveOut().stream()
            .map(row -> new Omission(row.id(), RowTest.of(row.when(), columns, numbers)))
            .toList(),
        mapping.returns().map(test -> RowTest.of(test, columns, numbers)),
        switch (mapping.id()) {
          case Mapping.Template.Columns(var some) -> slots(some, columns);
          case Mapping.Template.FileAndLine() -> new int[0];
        },
        columns.slot(mapping.member()),
        columns.slot(mapping.when().column()),
        new TimeForm(mapping.when(), terms.zone()),
        numbers,
        slots(mapping.groupBy(), columns),
        RowNumber.of(mapping.amount(), columns, numbers),
        mapping.quantity().map(formula -> RowNumber.of(formula, columns, numbers)),
        mapping.rounding(),
        attributes,
        !mapping.groupBy().isEmpty()
            || attributes.stream().anyMatch(attribute -> attribute.carrier() == Carrier.LINE));
  }

  /** Whether two rows belong to one purchase where they follow each other. */
  boolean isOneGroup(String[] row, String[] next) {
    for (int slot : group) if (!row[slot].equals(next[slot])) return false;
    return group.length > 0;
  }

  private static int[] slots(List<String> names, Columns columns) {
    return names.stream().mapToInt(columns::slot).toArray();
  }
}
