package dev.laurel.engine.event;

import dev.laurel.engine.binary.Attributes;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.fault.Nearest;
import dev.laurel.rules.language.Datum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The keys of one JSON object while they are read. What is not of the kind asked for is reported;
 * so are, at the end, keys that nobody asked for, because a mistyped key would otherwise change
 * what a member earns. A null counts as absent. Not thread-safe.
 */
final class Fields {
  private static final int LONGEST_TEXT = 10_000;

  private final JsonNode object;
  private final String place;
  private final Faults faults;
  private final TreeSet<String> asked = new TreeSet<>();

  /**
   * @param place what stands before a key in the place of a fault: nothing, or {@code lines/1/}
   */
  Fields(JsonNode object, String place, Faults faults) {
    this.object = object;
    this.place = place;
    this.faults = faults;
  }

  Faults faults() {
    return faults;
  }

  String place(String key) {
    return place + key;
  }

  boolean has(String key) {
    return find(key) != null;
  }

  /** The text; empty where it is absent or no text. */
  Optional<String> text(String key) {
    JsonNode value = find(key);
    if (value == null) return Optional.empty();
    if (!value.isString()) return wrongKind(key, value, "a text");
    String text = value.stringValue();
    if (text.length() <= LONGEST_TEXT) return Optional.of(text);
    faults.add(
        Fault.at(
            "too-long",
            place(key),
            text,
            "The text has more than %,d characters.".formatted(LONGEST_TEXT),
            "Shorten it."));
    return Optional.empty();
  }

  /** The text; reported where it is absent. */
  Optional<String> needed(String key) {
    if (has(key)) return text(key);
    faults.add(
        Fault.at(
            "missing-key",
            place(key),
            "",
            "The key \"%s\" is missing.".formatted(key),
            "Add it to the row."));
    return Optional.empty();
  }

  /** The number; 0 where it is absent. */
  BigDecimal number(String key) {
    JsonNode value = find(key);
    if (value == null) return BigDecimal.ZERO;
    if (value.isNumber()) return value.decimalValue();
    wrongKind(key, value, "a number");
    return BigDecimal.ZERO;
  }

  /** Whether it is so; false where it is absent. */
  boolean truth(String key) {
    JsonNode value = find(key);
    if (value == null) return false;
    if (value.isBoolean()) return value.booleanValue();
    wrongKind(key, value, "true or false");
    return false;
  }

  /** The objects of a list; none where it is absent. */
  List<Fields> list(String key) {
    JsonNode value = find(key);
    if (value == null) return List.of();
    if (!value.isArray()) {
      wrongKind(key, value, "a list");
      return List.of();
    }
    List<Fields> all = new ArrayList<>(value.size());
    for (JsonNode item : value.values()) {
      String at = key + "/" + (all.size() + 1);
      if (!item.isObject()) wrongKind(at, item, "an object");
      all.add(new Fields(item, place(at) + "/", faults));
    }
    return all;
  }

  /** The attributes below a key, each as the vocabulary wants it; none where it is absent. */
  Map<String, Datum> attributes(String key, AttributeTerms.Carrier carrier, EventTerms terms) {
    return attributes(key, (name, datum, at) -> terms.attribute(carrier, name, datum, at, faults));
  }

  /** The same of personal attributes of a member. */
  Map<String, Datum> personal(String key, EventTerms terms) {
    return attributes(key, (name, datum, at) -> terms.personal(name, datum, at, faults));
  }

  private interface Wanted {
    Optional<Datum> of(String name, Datum given, String place);
  }

  private Map<String, Datum> attributes(String key, Wanted wanted) {
    JsonNode value = find(key);
    if (value == null) return Attributes.none();
    if (!value.isObject()) {
      wrongKind(key, value, "an object");
      return Attributes.none();
    }
    SortedMap<String, Datum> attributes = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      String at = place(key) + "/" + entry.getKey();
      if (entry.getValue().isNull()) continue;
      datum(entry.getValue(), key + "/" + entry.getKey())
          .flatMap(datum -> wanted.of(entry.getKey(), datum, at))
          .ifPresent(datum -> attributes.put(entry.getKey(), datum));
    }
    return Attributes.of(attributes);
  }

  /** Reports the keys that nobody asked for. */
  void end() {
    if (!object.isObject()) return;
    for (String key : object.propertyNames())
      if (!asked.contains(key))
        faults.add(
            Fault.at(
                "unknown-key",
                place(key),
                "",
                "The key \"%s\" is not known here.".formatted(key),
                Nearest.remedy(key, asked)));
  }

  private @Nullable JsonNode find(String key) {
    asked.add(key);
    JsonNode value = object.get(key);
    return value == null || value.isNull() ? null : value;
  }

  private Optional<Datum> datum(JsonNode value, String key) {
    try {
      if (value.isNumber()) return Optional.of(Datum.of(Value.of(value.decimalValue())));
      if (value.isString()) return Optional.of(Datum.of(Value.of(value.stringValue())));
      if (value.isBoolean()) return Optional.of(Datum.of(Value.of(value.booleanValue())));
      if (value.isArray() && value.values().stream().allMatch(JsonNode::isString))
        return Optional.of(
            new Datum.Several(value.values().stream().map(JsonNode::stringValue).toList()));
    } catch (IllegalArgumentException tooManyDigits) {
      return wrongKind(key, value, "a number of at most 34 digits");
    }
    return wrongKind(key, value, "a number, a text, true, false or a list of texts");
  }

  private <T> Optional<T> wrongKind(String key, JsonNode value, String wanted) {
    faults.add(
        Fault.at(
            "wrong-kind",
            place(key),
            value.toString(),
            "Here must stand %s.".formatted(wanted),
            "Write it as the description of events says."));
    return Optional.empty();
  }
}
