package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Nearest;
import dev.laurel.rules.language.Range;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.pack.Shape.Leaf;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The scalars of the language: how each is read, written and described. */
final class Leaves {
  private static final SortedSet<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds());
  private static final SortedSet<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toCollection(TreeSet::new));

  static final Leaf TEXT =
      new Leaf(
          Node.Kind.TEXT,
          "a text",
          text -> text,
          Object::toString,
          string().put("maxLength", Node.number(PackLimits.LONGEST_TEXT)).node());

  /** The name of something declared elsewhere; whether it is declared is asked later. */
  static final Leaf REFERENCE =
      new Leaf(
          Node.Kind.TEXT,
          "an id",
          text -> {
            if (text.isEmpty())
              throw new Refusal("bad-id", "The id is empty.", "Name what is meant.");
            return text;
          },
          Object::toString,
          string().put("minLength", Node.number(1)).node());

  /** The key of a map of data. */
  static final Leaf KEY =
      matching(
          "key",
          "^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$",
          "Use letters, digits, hyphens, underscores and dots, a letter or digit first.");

  static final Leaf TRUTH =
      new Leaf(
          Node.Kind.TRUTH,
          "true or false",
          text -> text.equalsIgnoreCase("true"),
          Object::toString,
          Node.map().put("type", Node.text("boolean")).node());

  static final Leaf DATE = moment("a date", "\\d{4}-\\d{2}-\\d{2}", "2026-01-31", Leaves::date);
  static final Leaf TIME =
      moment("a time of day", "\\d{2}:\\d{2}(:\\d{2})?", "18:30", LocalTime::parse);
  static final Leaf DATE_TIME =
      moment(
          "a date with a time",
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?",
          "2026-01-31T18:30",
          LocalDateTime::parse);
  static final Leaf MONTH_DAY =
      moment("a day of the year", "--\\d{2}-\\d{2}", "--04-01", MonthDay::parse);

  static final Leaf SPAN =
      new Leaf(
          Node.Kind.TEXT,
          "a span",
          text -> {
            try {
              return Span.parse(text);
            } catch (IllegalArgumentException e) {
              throw new Refusal(
                  "bad-value",
                  "\"%s\" is no span of 0 to %d days, weeks, months or years."
                      .formatted(text, Span.MOST),
                  "Write it like \"12 months\", \"30 days\", \"2 weeks\" or \"1 year\".");
            }
          },
          Object::toString,
          string().put("pattern", Node.text("^[0-9]{1,5} (day|week|month|year)s?$")).node());

  static final Leaf ZONE =
      new Leaf(
          Node.Kind.TEXT,
          "a time zone",
          text -> {
            if (!ZONES.contains(text))
              throw new Refusal(
                  "bad-value",
                  "\"%s\" is no time zone of the IANA database.".formatted(text),
                  Nearest.to(text, ZONES)
                      .map("Did you mean \"%s\"?"::formatted)
                      .orElse("Write it like Europe/Vienna."));
            return ZoneId.of(text);
          },
          Object::toString,
          string().put("minLength", Node.number(1)).node());

  static final Leaf CURRENCY =
      new Leaf(
          Node.Kind.TEXT,
          "a currency",
          text -> {
            if (!CURRENCIES.contains(text))
              throw new Refusal(
                  "bad-value",
                  "\"%s\" is no currency of ISO 4217.".formatted(text),
                  Nearest.to(text, CURRENCIES)
                      .map("Did you mean \"%s\"?"::formatted)
                      .orElse("Write its three letters, like EUR."));
            return Currency.getInstance(text);
          },
          Object::toString,
          string().put("pattern", Node.text("^[A-Z]{3}$")).node());

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,2})?");

  private Leaves() {}

  /** An id that declares something. */
  static Leaf id(Thing thing) {
    return matching(
        "id",
        thing.pattern(),
        thing.isName()
            ? "Use letters and digits, a letter first, and no word of the condition language."
            : "Use letters, digits, hyphens and underscores, a letter or digit first.");
  }

  private static Leaf matching(String noun, String pattern, String remedy) {
    Pattern form = Pattern.compile(pattern);
    return new Leaf(
        Node.Kind.TEXT,
        noun.equals("id") ? "an id" : "a " + noun,
        text -> {
          if (!form.matcher(text).matches())
            throw new Refusal("bad-" + noun, "\"%s\" is no %s.".formatted(text, noun), remedy);
          return text;
        },
        Object::toString,
        string().put("pattern", Node.text(pattern)).node());
  }

  private static Leaf moment(
      String noun, String pattern, String example, Function<String, Object> parse) {
    Pattern form = Pattern.compile(pattern);
    return new Leaf(
        Node.Kind.TEXT,
        noun,
        text -> {
          try {
            if (form.matcher(text).matches()) return parse.apply(text);
          } catch (DateTimeException e) {
            // Of the right form, but not in the calendar: refused below like any other text.
          }
          throw new Refusal(
              "bad-value",
              "\"%s\" is not %s.".formatted(text, noun),
              "Write it like %s.".formatted(example));
        },
        Object::toString,
        string().put("pattern", Node.text("^" + pattern + "$")).node());
  }

  /** The years are those of a literal. */
  private static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    if (date.getYear() < 1) throw new DateTimeException("There is no year 0.");
    return date;
  }

  /** One of some words. */
  static Leaf words(Map<String, Object> byWord) {
    return new Leaf(
        Node.Kind.TEXT,
        "a word",
        text -> {
          Object constant = byWord.get(text);
          if (constant == null)
            throw new Refusal(
                "unknown-word",
                "\"%s\" is not known here.".formatted(text),
                Nearest.remedy(text, byWord.keySet()));
          return constant;
        },
        constant -> Shape.word((Enum<?>) constant),
        Node.map().put("enum", Node.texts(List.copyOf(byWord.keySet()))).node());
  }

  /** A number within a range; given as the type that {@code narrow} makes of it. */
  static Leaf number(
      BigDecimal min, BigDecimal max, int decimals, Function<BigDecimal, Object> narrow) {
    return new Leaf(
        Node.Kind.NUMBER,
        decimals == 0 ? "a whole number" : "a number",
        text -> narrow.apply(within(decimal(text), min, max, decimals)),
        number -> plain(number instanceof BigDecimal d ? d : new BigDecimal(number.toString())),
        Node.map()
            .put("type", Node.text(decimals == 0 ? "integer" : "number"))
            .put("minimum", Node.of(plain(min), Node.Kind.NUMBER))
            .put("maximum", Node.of(plain(max), Node.Kind.NUMBER))
            .putAll(comment(decimals))
            .node());
  }

  /** A multiple of 0.01 cannot be asked for: many validators count in binary fractions. */
  private static Node.Mapping comment(int decimals) {
    return decimals == 0
        ? Node.map().node()
        : Node.map()
            .put("$comment", Node.text("At most %d decimal places.".formatted(decimals)))
            .node();
  }

  static Leaf number(Optional<Range> range, Class<?> type) {
    BigDecimal min = new BigDecimal(range.map(Range::min).orElse("-1000000000000"));
    BigDecimal max = new BigDecimal(range.map(Range::max).orElse("1000000000000"));
    if (type == int.class || type == Integer.class)
      return number(
          min.max(BigDecimal.valueOf(Integer.MIN_VALUE)),
          max.min(BigDecimal.valueOf(Integer.MAX_VALUE)),
          0,
          BigDecimal::intValueExact);
    if (type == long.class || type == Long.class)
      return number(min, max, 0, BigDecimal::longValueExact);
    return number(min, max, range.map(Range::decimals).orElse(6), number -> number);
  }

  /** A decimal number as JSON writes it, without trailing zeros and without an exponent. */
  static BigDecimal decimal(String text) {
    if (!NUMBER.matcher(text).matches())
      throw new Refusal(
          "bad-value",
          "\"%s\" is no decimal number.".formatted(text),
          "Write it like 12 or 12.5, without leading zeros or separators.");
    return normal(new BigDecimal(text));
  }

  /** One form for each number, so that equal numbers are equal records. */
  static BigDecimal normal(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static String plain(BigDecimal number) {
    return normal(number).toPlainString();
  }

  private static BigDecimal within(
      BigDecimal number, BigDecimal min, BigDecimal max, int decimals) {
    if (number.compareTo(min) < 0 || number.compareTo(max) > 0)
      throw new Refusal(
          "out-of-range",
          "The number must be %s to %s.".formatted(plain(min), plain(max)),
          number.compareTo(min) < 0 ? "Take a larger one." : "Take a smaller one.");
    if (number.scale() > decimals)
      throw new Refusal(
          "too-many-decimals",
          decimals == 0
              ? "The number must be whole."
              : "The number may have at most %d decimal places.".formatted(decimals),
          "Round it.");
    return number;
  }

  private static Node.Builder string() {
    return Node.map().put("type", Node.text("string"));
  }
}
