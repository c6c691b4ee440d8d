package dev.laurel.engine.intake;

import dev.laurel.engine.event.EventJson;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Faults;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Fields of JSON objects: a column is a key, or keys joined by full stops for what lies deeper.
 * Immutable and thread-safe.
 */
final class JsonFields implements RowFields {
  private final List<String[]> paths;
  private final char decimal;

  /**
   * @param decimal how the mapping expects numbers to be written
   */
  JsonFields(List<String> used, char decimal) {
    this.paths = used.stream().map(column -> column.split("\\.", -1)).toList();
    this.decimal = decimal;
  }

  @Override
  public Optional<String[]> read(RowBatch batch, int row, Faults faults) {
    if (!RowText.isWhole(batch, row, faults)) return Optional.empty();
    return EventJson.tree(batch.bytes(), batch.from(row), batch.to(row), faults).map(this::values);
  }

  private String[] values(JsonNode object) {
    String[] values = new String[paths.size()];
    for (int i = 0; i < values.length; i++) values[i] = value(object, paths.get(i));
    return values;
  }

  private String value(JsonNode object, String[] path) {
    JsonNode at = object;
    for (String key : path) {
      JsonNode next = at.get(key);
      if (next == null || next.isNull()) return "";
      at = next;
    }
    if (at.isString()) return at.stringValue();
    if (at.isNumber()) return plain(at.decimalValue()).replace('.', decimal);
    return at.toString();
  }

  /** An exponent may stand for billions of digits, and a number of that size is refused anyway. */
  private static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) > Value.Number.MOST_DIGITS
        ? number.toString()
        : number.toPlainString();
  }
}
