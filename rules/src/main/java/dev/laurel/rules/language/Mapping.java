package dev.laurel.rules.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How rows of a file become events; {@code mapping.yaml}, which stands beside a pack but is not
 * part of it. Immutable.
 */
@Doc("How rows of a file become events.")
public record Mapping(
    @Range(min = "1", max = "1") int format,
    Source source,
    @Doc("Rows to leave out, with the reason; the first that matches counts.")
        List<LeaveOut> leaveOut,
    @Doc("Which rows are returns; absent means none.") Optional<RowCondition> returns,
    @Doc("The event's id.") Template id,
    @Doc("The column of the member's id, kept as it stands.") String member,
    When when,
    @Doc("Consecutive rows with the same values in these columns are one purchase.")
        List<String> groupBy,
    @Doc("The amount of the purchase, or of each line where rows are grouped.") Formula amount,
    Optional<Formula> quantity,
    @Doc(
            "How an amount with more decimal places than the currency has is rounded, once per row;"
                + " absent: such a row is refused.")
        Optional<Rounding> rounding,
    @Doc("Texts: product, category, brand, channel, store, payment, country.")
        Map<String, String> texts,
    @Doc("Attributes of the vocabulary, from columns.") Map<String, String> attributes) {

  /** How the file is written. */
  @Doc("How the file is written.")
  public record Source(
      @Default("delimited") Form form,
      @Doc("Of delimited text: one character, or \\t.") @Default(",") String delimiter,
      @Default("UTF-8") String encoding,
      @Doc("Whether the first line names the columns.") @Default("true") boolean header,
      @Doc("The columns' names, instead of the header's.") List<String> columns,
      @Doc("The character between whole and decimal places.") @Default(".") String decimal,
      @Doc("The character that groups thousands; empty for none.") @Default("") String thousands) {
    /** Which kind of text. */
    public enum Form {
      DELIMITED,
      WHITE_SPACE,
      JSON_LINES
    }
  }

  /** When the event occurred. */
  @Doc("When the event occurred.")
  public record When(
      String column,
      @Doc("Such as yyyyMMdd or d/M/yyyy H:mm (java.time.format.DateTimeFormatter).") String format,
      @Doc("A zone other than the programme's.") Optional<java.time.ZoneId> zone) {}

  /** The id of an event: columns joined by a colon, or file and line. */
  @Doc("The id of an event: columns joined by a colon, or file and line.")
  public sealed interface Template {
    @Doc("The values of columns, joined by a colon.")
    record Columns(List<String> columns) implements Template {}

    @Doc("The file's name and the line.")
    record FileAndLine() implements Template {}
  }

  /** A number from columns: their sum, or their product. */
  @Doc("A number from columns: their sum, or their product.")
  public sealed interface Formula {
    @Doc("The number of one column.")
    record Column(String column) implements Formula {}

    @Doc("The product of columns.")
    record Product(List<String> columns) implements Formula {}

    @Doc("The sum of columns.")
    record Sum(List<String> columns) implements Formula {}
  }

  /** Rows that are left out. */
  @Doc("Rows that are left out.")
  public record LeaveOut(
      @Declares(Thing.ROW) String id, RowCondition when, @Doc("Why.") String reason) {}

  /** What a row of the file must look like. */
  @Doc("What a row of the file must look like.")
  public sealed interface RowCondition {
    @Doc("The column holds one of the values.")
    record Equals(String column, List<String> values) implements RowCondition {}

    @Doc("The column begins with the text.")
    record StartsWith(String column, String text) implements RowCondition {}

    @Doc("The column holds nothing.")
    record Blank(String column) implements RowCondition {}

    @Doc("The column is a number below the bound.")
    record Below(String column, @Range(min = "-1000000000", decimals = 6) BigDecimal bound)
        implements RowCondition {}

    @Doc("Any of them.")
    record AnyOf(List<RowCondition> of) implements RowCondition {}
  }
}
