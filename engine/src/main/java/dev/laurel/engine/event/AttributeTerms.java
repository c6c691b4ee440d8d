package dev.laurel.engine.event;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.vocabulary.Dictionary;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a pack's vocabulary says of the attributes that events carry. Immutable and thread-safe. */
public final class AttributeTerms {
  /** What carries an attribute, and the word that stands before its name in conditions. */
  public enum Carrier {
    MEMBER("member."),
    PURCHASE("purchase."),
    LINE("line."),
    EVENT("event.");

    private final String prefix;

    Carrier(String prefix) {
      this.prefix = prefix;
    }
  }

  private static final Map<Vocabulary.Type, List<String>> BUILT_IN =
      Map.of(
          Vocabulary.Type.TEXT,
          List.of(
              "purchase.channel",
              "purchase.store",
              "purchase.payment",
              "purchase.country",
              "line.product",
              "line.category",
              "line.brand",
              "event.place",
              "event.topic",
              "event.referrer",
              "event.referred",
              "event.channel",
              "event.purpose",
              "event.message",
              "event.outcome"),
          Vocabulary.Type.TRUTH,
          List.of("event.given"),
          Vocabulary.Type.LIST,
          List.of("purchase.tags", "line.tags"),
          Vocabulary.Type.NUMBER,
          List.of("event.score"));

  private final Map<String, Vocabulary.Attribute> declared = new HashMap<>();
  private final Dictionary dictionary;
  private final int moneyDecimals;

  AttributeTerms(Pack pack, int moneyDecimals) {
    this.dictionary = Dictionary.of(pack);
    this.moneyDecimals = moneyDecimals;
    BUILT_IN.forEach((type, paths) -> {
      for (String path : paths)
        declared.put(path, new Vocabulary.Attribute(path, Text.of(path), type, List.of(), false));
    });
    Vocabulary vocabulary = pack.vocabulary().orElse(Vocabulary.EMPTY);
    declare(Carrier.MEMBER, vocabulary.member());
    declare(Carrier.PURCHASE, vocabulary.purchase());
    declare(Carrier.LINE, vocabulary.product());
    vocabulary.events().forEach(event -> declare(Carrier.EVENT, event.attributes()));
  }

  private void declare(Carrier carrier, List<Vocabulary.Attribute> attributes) {
    attributes.forEach(attribute -> declared.put(carrier.prefix + attribute.id(), attribute));
  }

  /**
   * Whether the word of this path is an attribute that something brings along; all others are
   * worked out, so that no attribute of the same name may stand in for them.
   */
  public boolean isAttribute(String path) {
    return declared.containsKey(path);
  }

  boolean mayBeReadable(String memberAttribute) {
    Vocabulary.Attribute attribute = declared.get(Carrier.MEMBER.prefix + memberAttribute);
    return attribute != null && !attribute.personal();
  }

  Optional<Vocabulary.Type> type(Carrier carrier, String name) {
    return Optional.ofNullable(declared.get(carrier.prefix + name)).map(Vocabulary.Attribute::type);
  }

  Optional<Datum> read(Carrier carrier, String name, Datum given, String place, Faults faults) {
    String path = carrier.prefix + name;
    Vocabulary.Attribute attribute = declared.get(path);
    if (attribute == null) return unknown(path, given, place, faults);
    if (attribute.personal()) {
      faults.add(
          Fault.at(
              "personal-attribute",
              place,
              "",
              "%s is personal data, which never stands in an event.".formatted(path),
              "Leave it out; it belongs into the vault."));
      return Optional.empty();
    }
    return read(attribute, path, given, place, faults);
  }

  private Optional<Datum> read(
      Vocabulary.Attribute attribute, String path, Datum given, String place, Faults faults) {
    try {
      Optional<Datum> read = read(attribute.type(), given, place, faults);
      return read.flatMap(datum -> chosen(attribute, path, datum, place, faults));
    } catch (DateTimeException e) {
      return wrongKind(attribute.type(), given, place, faults);
    }
  }

  /** One of a member that is personal, and so stands in no event. */
  Optional<Datum> readPersonal(String name, Datum given, String place, Faults faults) {
    String path = Carrier.MEMBER.prefix + name;
    Vocabulary.Attribute attribute = declared.get(path);
    if (attribute != null && attribute.personal())
      return read(attribute, path, given, place, faults);
    faults.add(
        Fault.at(
            "not-personal",
            place,
            name,
            "The pack's vocabulary has no personal attribute of members called \"%s\"."
                .formatted(name),
            "What is not personal stands in the event's own attributes."));
    return Optional.empty();
  }

  /** What the pack does not know is kept, unless it passes itself off as what is worked out. */
  private Optional<Datum> unknown(String path, Datum given, String place, Faults faults) {
    if (dictionary.find(path).isEmpty()) return Optional.of(given);
    faults.add(
        Fault.at(
            "not-an-attribute",
            place,
            "",
            "%s is worked out and is no attribute of an event.".formatted(path),
            "Leave it out, or give the attribute another name."));
    return Optional.empty();
  }

  private Optional<Datum> read(Vocabulary.Type type, Datum given, String place, Faults faults) {
    return switch (type) {
      case NUMBER ->
          given instanceof Datum.One(Value.Number(var number))
              ? number(number, EventTerms.NUMBER_DECIMALS, given, place, faults)
              : wrongKind(type, given, place, faults);
      case MONEY ->
          given instanceof Datum.One(Value.Number(var number))
              ? number(number, moneyDecimals, given, place, faults)
              : wrongKind(type, given, place, faults);
      case TEXT, CHOICE ->
          given instanceof Datum.One(Value.Text _)
              ? Optional.of(given)
              : wrongKind(type, given, place, faults);
      case LIST ->
          switch (given) {
            case Datum.Several _ -> Optional.of(given);
            case Datum.One(Value.Text(var text)) -> Optional.of(new Datum.Several(List.of(text)));
            case Datum.One _ -> wrongKind(type, given, place, faults);
          };
      case TRUTH ->
          given instanceof Datum.One(Value.Truth _)
              ? Optional.of(given)
              : wrongKind(type, given, place, faults);
      case DATE ->
          switch (given) {
            case Datum.One(Value.Date _) -> Optional.of(given);
            case Datum.One(Value.Text(var text)) -> date(text, given, place, faults);
            case Datum.One _, Datum.Several _ -> wrongKind(type, given, place, faults);
          };
      case TIME ->
          switch (given) {
            case Datum.One(Value.Time _) -> Optional.of(given);
            case Datum.One(Value.Text(var text)) -> time(text, given, place, faults);
            case Datum.One _, Datum.Several _ -> wrongKind(type, given, place, faults);
          };
    };
  }

  private static Optional<Datum> number(
      BigDecimal number, int decimals, Datum given, String place, Faults faults) {
    return EventTerms.units(number, decimals, "This attribute", place, faults).map(_ -> given);
  }

  private static Optional<Datum> date(String text, Datum given, String place, Faults faults) {
    LocalDate date = LocalDate.parse(text);
    return date.getYear() < 1 || date.getYear() > 9999
        ? wrongKind(Vocabulary.Type.DATE, given, place, faults)
        : Optional.of(Datum.of(new Value.Date(date)));
  }

  private static Optional<Datum> time(String text, Datum given, String place, Faults faults) {
    LocalTime time = LocalTime.parse(text);
    return time.getNano() != 0
        ? wrongKind(Vocabulary.Type.TIME, given, place, faults)
        : Optional.of(Datum.of(new Value.Time(time)));
  }

  private static Optional<Datum> chosen(
      Vocabulary.Attribute attribute, String path, Datum datum, String place, Faults faults) {
    if (attribute.type() != Vocabulary.Type.CHOICE
        || (datum instanceof Datum.One(Value.Text(var text)) && attribute.values().contains(text)))
      return Optional.of(datum);
    faults.add(
        Fault.at(
            "unknown-choice",
            place,
            shown(datum),
            "\"%s\" is none of the values that %s may take.".formatted(shown(datum), path),
            "Known here: %s.".formatted(String.join(", ", attribute.values()))));
    return Optional.empty();
  }

  private static Optional<Datum> wrongKind(
      Vocabulary.Type type, Datum given, String place, Faults faults) {
    String wanted =
        switch (type) {
          case NUMBER -> "a number";
          case MONEY -> "an amount";
          case TEXT, CHOICE -> "a text";
          case LIST -> "a list of texts";
          case TRUTH -> "true or false";
          case DATE -> "a date such as \"2026-01-31\"";
          case TIME -> "a time such as \"18:30\"";
        };
    faults.add(
        Fault.at(
            "wrong-kind",
            place,
            shown(given),
            "Here must stand %s, not %s.".formatted(wanted, shown(given)),
            "Write it as the pack's vocabulary declares it."));
    return Optional.empty();
  }

  private static String shown(Datum datum) {
    return switch (datum) {
      case Datum.One(Value.Number(var number)) -> number.toString();
      case Datum.One(Value.Text(var text)) -> text;
      case Datum.One(Value.Truth(var truth)) -> String.valueOf(truth);
      case Datum.One(Value.Date(var date)) -> date.toString();
      case Datum.One(Value.Time(var time)) -> time.toString();
      case Datum.Several(var texts) -> String.join(", ", texts);
    };
  }
}
