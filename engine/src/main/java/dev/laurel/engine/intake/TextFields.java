package dev.laurel.engine.intake;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fields of delimited text, or of text in columns of white space. Immutable and thread-safe.
 *
 * <p>Delimited fields stand as they are, blanks included; a field in quotes may hold delimiters,
 * line ends and, written twice, quotes.
 */
final class TextFields implements RowFields {
  private final boolean whiteSpace;
  private final char delimiter;
  private final int[] slots;
  private final int used;

  /**
   * @param delimiter empty for white space
   * @param header the names of the columns in their order
   * @param used the columns whose values are read, all of which are in the header
   */
  TextFields(Optional<Character> delimiter, List<String> header, List<String> used) {
    this.whiteSpace = delimiter.isEmpty();
    this.delimiter = delimiter.orElse(' ');
    this.slots = header.stream().mapToInt(used::indexOf).toArray();
    this.used = used.size();
  }

  /** All fields of a row, such as the names in a header. */
  static List<String> all(Optional<Character> delimiter, String row) {
    List<String> fields = new ArrayList<>();
    Cut cut = new Cut(row, delimiter.isEmpty(), delimiter.orElse(' '));
    while (cut.next()) fields.add(cut.field());
    return fields;
  }

  @Override
  public Optional<String[]> read(RowBatch batch, int row, Faults faults) {
    return RowText.of(batch, row, faults).flatMap(text -> fields(text, faults));
  }

  private Optional<String[]> fields(String row, Faults faults) {
    String[] values = new String[used];
    Arrays.fill(values, "");
    Cut cut = new Cut(row, whiteSpace, delimiter);
    int column = 0;
    while (cut.next()) {
      if (column < slots.length) {
        int slot = slots[column];
        if (slot >= 0) values[slot] = cut.field();
        // Spreadsheets leave empty fields behind the last column.
      } else if (!cut.field().isBlank()) return wrongNumber(row, faults);
      column++;
    }
    return column < slots.length ? wrongNumber(row, faults) : Optional.of(values);
  }

  private Optional<String[]> wrongNumber(String row, Faults faults) {
    int found = 0;
    Cut cut = new Cut(row, whiteSpace, delimiter);
    while (cut.next()) found++;
    faults.add(
        Fault.at(
            "wrong-columns",
            "",
            row,
            "The row has %d fields, and the file has %d columns.".formatted(found, slots.length),
            "Put a field that holds the delimiter into quotes."));
    return Optional.empty();
  }

  /** Goes through the fields of one row whose quotes are in order. Not thread-safe. */
  private static final class Cut {
    private final String row;
    private final boolean whiteSpace;
    private final char delimiter;
    private int at;
    private int from;
    private int to;
    private @Nullable String quoted;
    private boolean ended;

    Cut(String row, boolean whiteSpace, char delimiter) {
      this.row = row;
      this.whiteSpace = whiteSpace;
      this.delimiter = delimiter;
    }

    boolean next() {
      quoted = null;
      if (whiteSpace) return word();
      if (ended) return false;
      if (at < row.length() && row.charAt(at) == QuoteScan.QUOTE) quotedField();
      else {
        from = at;
        int end = row.indexOf(delimiter, at);
        to = end < 0 ? row.length() : end;
        at = to;
      }
      ended = at >= row.length();
      at++;
      return true;
    }

    String field() {
      String text = quoted;
      return text != null ? text : row.substring(from, to);
    }

    private boolean word() {
      while (at < row.length() && row.charAt(at) <= ' ') at++;
      from = at;
      while (at < row.length() && row.charAt(at) > ' ') at++;
      to = at;
      return to > from;
    }

    private void quotedField() {
      StringBuilder text = new StringBuilder();
      int part = at + 1;
      while (true) {
        int quote = row.indexOf(QuoteScan.QUOTE, part);
        text.append(row, part, quote);
        at = quote + 1;
        if (at >= row.length() || row.charAt(at) != QuoteScan.QUOTE) break;
        text.append(QuoteScan.QUOTE);
        part = at + 1;
      }
      quoted = text.toString();
    }
  }
}
