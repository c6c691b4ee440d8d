package dev.laurel.engine.vault;

import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.fault.Nearest;
import dev.laurel.rules.language.Datum;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Personal fields as JSON: {@code name}, {@code mail}, {@code phone}, {@code birthDate}, and {@code
 * attributes} of those that the vocabulary calls personal. Immutable and thread-safe.
 */
public final class ProfileJson {
  private static final String NAME = "name";
  private static final String MAIL = "mail";
  private static final String PHONE = "phone";
  private static final String BIRTH_DATE = "birthDate";
  private static final List<String> KEYS = List.of(NAME, MAIL, PHONE, BIRTH_DATE, "attributes");

  private final EventJson json;

  private ProfileJson(EventJson json) {
    this.json = json;
  }

  public static ProfileJson of(EventTerms terms) {
    return new ProfileJson(EventJson.of(terms));
  }

  /**
   * Reads personal fields. No fault shows a value, so that none gets into a log.
   *
   * @param place where they stand, for faults
   * @return empty where a fault was found, which is then reported
   */
  public Optional<PersonalFields> read(JsonNode profile, String place, Faults faults) {
    Faults own = new Faults();
    if (!profile.isObject()) {
      faults.add(
          wrong(place, "Here must stand an object.", "Write name, mail and the like in it."));
      return Optional.empty();
    }
    for (String key : profile.propertyNames())
      if (!KEYS.contains(key))
        own.add(
            Fault.at(
                "unknown-key",
                place + "/" + key,
                "",
                "The key \"%s\" is not known here.".formatted(key),
                Nearest.remedy(key, KEYS)));
    Optional<String> name = text(profile, NAME, place, own);
    Optional<String> mail = text(profile, MAIL, place, own);
    Optional<String> phone = text(profile, PHONE, place, own);
    Optional<LocalDate> birthDate =
        text(profile, BIRTH_DATE, place, own).flatMap(day -> date(day, place, own));
    Map<String, Datum> attributes = attributes(profile, place, own);
    faults.addAll(own.sorted());
    return own.isEmpty()
        ? Optional.of(new PersonalFields(name, mail, phone, birthDate, attributes))
        : Optional.empty();
  }

  private Map<String, Datum> attributes(JsonNode profile, String place, Faults faults) {
    Faults telling = new Faults();
    Map<String, Datum> attributes = json.readPersonal(profile, place + "/", telling);
    for (Fault fault : telling.sorted())
      faults.add(
          Fault.at(
              fault.code(),
              fault.place(),
              "",
              "This is not what the pack's vocabulary declares as personal here.",
              "Write it as it is declared, or leave it out."));
    return attributes;
  }

  private static Optional<String> text(JsonNode profile, String key, String place, Faults faults) {
    JsonNode value = profile.path(key);
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (value.isString()
        && !value.stringValue().isBlank()
        && value.stringValue().length() <= PersonalFields.LONGEST_TEXT)
      return Optional.of(value.stringValue());
    faults.add(
        wrong(
            place + "/" + key,
            "Here must stand a text of 1 to %d characters.".formatted(PersonalFields.LONGEST_TEXT),
            "Write it so, or leave it out."));
    return Optional.empty();
  }

  private static Optional<LocalDate> date(String text, String place, Faults faults) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1 && date.getYear() <= 9999) return Optional.of(date);
    } catch (DateTimeException e) {
      // Reported below, like a year that no calendar of ours holds.
    }
    faults.add(
        wrong(place + "/" + BIRTH_DATE, "Here must stand a date.", "Write it like 1996-02-29."));
    return Optional.empty();
  }

  private static Fault wrong(String place, String message, String remedy) {
    return Fault.at("bad-value", place, "", message, remedy);
  }

  /** Writes the keys of those that are known into the object that is open. */
  public static void write(PersonalFields fields, JsonWriter to) {
    fields.name().ifPresent(name -> to.key(NAME).text(name));
    fields.mail().ifPresent(mail -> to.key(MAIL).text(mail));
    fields.phone().ifPresent(phone -> to.key(PHONE).text(phone));
    fields.birthDate().ifPresent(day -> to.key(BIRTH_DATE).text(day.toString()));
  }

  /** Attributes of both, by name. */
  public static Map<String, Datum> attributes(PersonalFields fields, Map<String, Datum> others) {
    Map<String, Datum> all = new TreeMap<>(others);
    all.putAll(fields.attributes());
    return all;
  }
}
