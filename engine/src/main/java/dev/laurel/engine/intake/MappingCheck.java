package dev.laurel.engine.intake;

import dev.laurel.engine.event.AttributeTerms.Carrier;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.fault.Nearest;
import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.language.Vocabulary;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether a mapping can be followed, asked before any row is read. Stateless. */
final class MappingCheck {
  private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 1, 31, 18, 30);

  /** The texts that a mapping may fill, and what carries each. */
  private static final Map<String, Carrier> TEXTS =
      Map.of(
          "product", Carrier.LINE,
          "category", Carrier.LINE,
          "brand", Carrier.LINE,
          "channel", Carrier.PURCHASE,
          "store", Carrier.PURCHASE,
          "payment", Carrier.PURCHASE,
          "country", Carrier.PURCHASE);

  private MappingCheck() {}

  /** All that keeps the mapping from being followed, whatever the file holds. */
  static List<Fault> faults(Mapping mapping, EventTerms terms) {
    Faults faults = new Faults();
    source(mapping.source(), faults);
    signs(mapping.source(), faults);
    names(mapping, faults);
    time(mapping, faults);
    carriers(mapping, terms, faults);
    return faults.sorted();
  }

  private static void source(Mapping.Source source, Faults faults) {
    if (encoding(source).isEmpty())
      add(
          faults,
          "bad-value",
          "source/encoding",
          source.encoding(),
          "No encoding is called so.",
          "Write UTF-8, ISO-8859-1, windows-1252 or another name that IANA knows.");
    if (source.form() == Mapping.Source.Form.DELIMITED
        && (source.delimiter().length() != 1 || "\"\r\n".contains(source.delimiter())))
      add(
          faults,
          "bad-value",
          "source/delimiter",
          source.delimiter(),
          "A delimiter is one character and neither a quote nor a line end.",
          "Write it like \",\" or \";\" or \"\\t\".");
  }

  private static void signs(Mapping.Source source, Faults faults) {
    if (!isSign(source.decimal()) || source.decimal().equals(source.thousands()))
      add(
          faults,
          "bad-value",
          "source/decimal",
          source.decimal(),
          "This must be one character, no digit, and another one than that between thousands.",
          "Write \".\" or \",\".");
    if (!source.thousands().isEmpty() && !isSign(source.thousands()))
      add(
          faults,
          "bad-value",
          "source/thousands",
          source.thousands(),
          "This must be one character and no digit.",
          "Write \",\" or \".\" or leave it out.");
    if (source.form() == Mapping.Source.Form.DELIMITED
        && source.delimiter().equals(source.thousands()))
      add(
          faults,
          "contradiction",
          "source/thousands",
          source.thousands(),
          "The same character delimits fields and groups thousands.",
          "Name the one that groups thousands, or leave it out.");
  }

  private static void names(Mapping mapping, Faults faults) {
    Mapping.Source source = mapping.source();
    if (source.form() != Mapping.Source.Form.JSON_LINES
        && !source.header()
        && source.columns().isEmpty())
      add(
          faults,
          "missing-key",
          "source/columns",
          "",
          "The file has no header and its columns have no names.",
          "Name the columns in their order.");
    twice(source.columns(), "source/columns", faults);
    if (mapping.id() instanceof Mapping.Template.Columns(var columns) && columns.isEmpty())
      add(
          faults,
          "missing-key",
          "id/columns",
          "",
          "The id is made of no column.",
          "Name the columns that tell one event from another, or write file-and-line.");
    List<String> amount =
        switch (mapping.amount()) {
          case Mapping.Formula.Column(var column) -> List.of(column);
          case Mapping.Formula.Product(var columns) -> columns;
          case Mapping.Formula.Sum(var columns) -> columns;
        };
    if (amount.isEmpty())
      add(
          faults,
          "missing-key",
          "amount/columns",
          "",
          "The amount is made of no column.",
          "Name the columns that are multiplied or added.");
  }

  /** Columns of one name cannot be told apart. */
  static void twice(List<String> names, String place, Faults faults) {
    Set<String> seen = new HashSet<>();
    for (String name : names)
      if (!seen.add(name))
        add(
            faults,
            "duplicate-id",
            place,
            name,
            "Two columns are called \"%s\".".formatted(name),
            "Name the columns in the mapping, each by a name of its own.");
  }

  private static void time(Mapping mapping, Faults faults) {
    String format = mapping.when().format();
    try {
      String written =
          DateTimeFormatter.ofPattern(format, Locale.ENGLISH).format(SAMPLE.atZone(ZoneOffset.UTC));
      if (new TimeForm(mapping.when(), ZoneOffset.UTC).read(written).isPresent()) return;
    } catch (IllegalArgumentException noPattern) {
      // Reported below, like a pattern that asks for what no date has.
    } catch (DateTimeException noDate) {
      // Reported below.
    }
    add(
        faults,
        "bad-value",
        "when/format",
        format,
        "\"%s\" describes no whole date.".formatted(format),
        "Write it like yyyy-MM-dd, d.M.yyyy or M/d/yyyy H:mm.");
  }

  private static void carriers(Mapping mapping, EventTerms terms, Faults faults) {
    for (String name : mapping.texts().keySet())
      if (!TEXTS.containsKey(name))
        add(
            faults,
            "unknown-key",
            "texts/" + name,
            "",
            "No text of a purchase is called \"%s\".".formatted(name),
            Nearest.remedy(name, TEXTS.keySet()));
    for (String name : mapping.attributes().keySet())
      if (carrier(name, terms).isEmpty())
        add(
            faults,
            "unknown-key",
            "attributes/" + name,
            "",
            "The pack's vocabulary has no attribute of purchases or products called \"%s\"."
                .formatted(name),
            "Declare it in vocabulary.yaml, or leave it out.");
  }

  /** The columns that a mapping uses and a file does not have. */
  static List<Fault> missing(Columns columns, List<String> header) {
    Faults faults = new Faults();
    List<String> used = columns.used();
    twice(header.stream().filter(used::contains).toList(), "source/header", faults);
    for (String column : used)
      if (!header.contains(column))
        add(
            faults,
            "unknown-column",
            "",
            column,
            "The file has no column called \"%s\".".formatted(column),
            Nearest.remedy(column, new TreeSet<>(header)));
    return faults.sorted();
  }

  static Optional<Charset> encoding(Mapping.Source source) {
    try {
      return Optional.of(Charset.forName(source.encoding()));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  static NumberForm numbers(Mapping.Source source) {
    return new NumberForm(
        source.decimal().charAt(0),
        source.thousands().isEmpty()
            ? Optional.empty()
            : Optional.of(source.thousands().charAt(0)));
  }

  /** The attributes that the mapping fills from columns. */
  static List<MappingPlan.Attribute> attributes(
      Mapping mapping, EventTerms terms, Columns columns) {
    List<MappingPlan.Attribute> all = new ArrayList<>();
    for (Map.Entry<String, Carrier> text : new TreeMap<>(TEXTS).entrySet()) {
      String column = mapping.texts().get(text.getKey());
      if (column != null)
        all.add(attribute(text.getValue(), text.getKey(), column, terms, columns));
    }
    for (Map.Entry<String, String> entry : new TreeMap<>(mapping.attributes()).entrySet())
      carrier(entry.getKey(), terms)
          .map(c -> attribute(c, entry.getKey(), entry.getValue(), terms, columns))
          .ifPresent(all::add);
    return all;
  }

  private static MappingPlan.Attribute attribute(
      Carrier carrier, String name, String column, EventTerms terms, Columns columns) {
    return new MappingPlan.Attribute(
        carrier,
        name,
        columns.slot(column),
        terms.type(carrier, name).orElse(Vocabulary.Type.TEXT));
  }

  private static Optional<Carrier> carrier(String name, EventTerms terms) {
    for (Carrier carrier : List.of(Carrier.PURCHASE, Carrier.LINE))
      if (terms.type(carrier, name).isPresent()) return Optional.of(carrier);
    return Optional.empty();
  }

  private static boolean isSign(String text) {
    return text.length() == 1 && !Character.isDigit(text.charAt(0));
  }

  private static void add(
      Faults faults, String code, String place, String value, String message, String remedy) {
    faults.add(new Fault(code, "mapping.yaml", 0, 0, place, value, message, remedy));
  }
}
