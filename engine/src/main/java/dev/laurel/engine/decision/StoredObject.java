package dev.laurel.engine.decision;

import dev.laurel.engine.event.EventJson;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.fault.Nearest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One object of a stored document while it is read. The first thing that is not as it was written
 * ends the reading. Not thread-safe.
 */
final class StoredObject {
  private static final String REMEDY =
      "Read what was stored, unchanged, with the revision that decided.";

  private final JsonNode object;
  private final String place;
  private final Set<String> asked = new TreeSet<>();

  private StoredObject(JsonNode object, String place) {
    this.object = object;
    this.place = place;
  }

  /** The object that these bytes are. */
  static StoredObject of(byte[] json) {
    Faults faults = new Faults();
    Optional<JsonNode> object = EventJson.tree(json, 0, json.length, faults);
    return new StoredObject(
        object.orElseThrow(() -> new UnreadableDecisionException(faults.sorted().getFirst())), "");
  }

  boolean has(String key) {
    return find(key) != null;
  }

  Set<String> keys() {
    return new TreeSet<>(object.propertyNames());
  }

  String text(String key) {
    JsonNode value = need(key);
    if (!value.isString()) throw wrongKind(key, value, "a text");
    return value.stringValue();
  }

  /** The text; empty where there is none. */
  String textOrEmpty(String key) {
    return has(key) ? text(key) : "";
  }

  /** What a text stands for, such as a date. */
  <T> T parsed(String key, String what, Function<String, T> parse) {
    String text = text(key);
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      throw wrongKind(key, need(key), what);
    }
  }

  /** The constant of which the text is the word. */
  <E extends Enum<E>> E constant(String key, Constants<E> family) {
    String word = text(key);
    return family.find(word).orElseThrow(() -> unknown(key, word, family.words()));
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : items(key)) {
      if (!item.isString()) throw wrongKind(key, item, "a list of texts");
      texts.add(item.stringValue());
    }
    return List.copyOf(texts);
  }

  boolean truth(String key) {
    JsonNode value = need(key);
    if (!value.isBoolean()) throw wrongKind(key, value, "true or false");
    return value.booleanValue();
  }

  /** The truth; false where there is none. */
  boolean truthOrFalse(String key) {
    return has(key) && truth(key);
  }

  /** A number in units of which so many decimal places make one. */
  long units(String key, int decimals) {
    JsonNode value = need(key);
    if (!value.isNumber()) throw wrongKind(key, value, "a number");
    BigDecimal number = value.decimalValue();
    if (number.signum() == 0) return 0;
    BigDecimal plain = number.stripTrailingZeros();
    // Asked before any digit is moved, since an exponent may stand for billions of them.
    if (plain.scale() <= decimals && (long) plain.precision() - plain.scale() + decimals <= 19)
      try {
        return plain.setScale(decimals).unscaledValue().longValueExact();
      } catch (ArithmeticException e) {
        // Reported below, like every number that no unit holds.
      }
    throw wrongKind(
        key, value, "a number of at most 19 digits, %d of them decimals".formatted(decimals));
  }

  StoredObject object(String key) {
    return object(key, need(key));
  }

  /** The objects of a list; none where there is no list. */
  List<StoredObject> objects(String key) {
    if (!has(key)) return List.of();
    List<StoredObject> objects = new ArrayList<>();
    for (JsonNode item : items(key)) objects.add(object(key + "/" + (objects.size() + 1), item));
    return objects;
  }

  private StoredObject object(String key, JsonNode value) {
    if (!value.isObject()) throw wrongKind(key, value, "an object");
    return new StoredObject(value, place + key + "/");
  }

  private Iterable<JsonNode> items(String key) {
    JsonNode value = need(key);
    if (!value.isArray()) throw wrongKind(key, value, "a list");
    return value.values();
  }

  /** Ends the reading where a key was not asked for: what it says must not get lost. */
  void end() {
    for (String key : object.propertyNames())
      if (!asked.contains(key))
        throw fault("unknown-key", key, "", "The key \"%s\" is not known here.".formatted(key));
  }

  UnreadableDecisionException unknown(String key, String word, Set<String> known) {
    return fault(
        "unknown-word",
        key,
        word,
        "\"%s\" is not known here.".formatted(word),
        Nearest.remedy(word, known));
  }

  UnreadableDecisionException fault(String code, String key, String value, String message) {
    return fault(code, key, value, message, REMEDY);
  }

  private UnreadableDecisionException fault(
      String code, String key, String value, String message, String remedy) {
    return new UnreadableDecisionException(Fault.at(code, place + key, value, message, remedy));
  }

  private UnreadableDecisionException wrongKind(String key, JsonNode value, String wanted) {
    return fault("wrong-kind", key, value.toString(), "Here must stand %s.".formatted(wanted));
  }

  private JsonNode need(String key) {
    JsonNode value = find(key);
    if (value == null)
      throw fault("missing-key", key, "", "The key \"%s\" is missing.".formatted(key));
    return value;
  }

  private @Nullable JsonNode find(String key) {
    asked.add(key);
    return object.get(key);
  }
}
