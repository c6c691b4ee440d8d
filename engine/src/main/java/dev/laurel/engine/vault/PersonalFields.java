package dev.laurel.engine.vault;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.binary.Data;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a person. Immutable; it never shows itself.
 *
 * @param birthDate in the years 1 to 9999
 * @param attributes those of the pack's vocabulary that are personal
 */
public record PersonalFields(
    Optional<String> name,
    Optional<String> mail,
    Optional<String> phone,
    Optional<LocalDate> birthDate,
    Map<String, Datum> attributes) {
  /** A name, mail address or number is not longer, in UTF-16 code units. */
  public static final int LONGEST_TEXT = 320;

  /** Nothing is known. */
  public static final PersonalFields NONE =
      new PersonalFields(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

  private static final int VERSION = 1;

  public PersonalFields {
    bounded("name", name);
    bounded("mail", mail);
    bounded("phone", phone);
    if (birthDate.filter(d -> d.getYear() < 1 || d.getYear() > 9999).isPresent())
      throw new IllegalArgumentException("The birthDate lies in the years 1 to 9999.");
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  private static void bounded(String field, Optional<String> text) {
    if (text.filter(t -> t.isBlank() || t.length() > LONGEST_TEXT).isPresent())
      throw new IllegalArgumentException(
          "The %s has 1 to %d characters.".formatted(field, LONGEST_TEXT));
  }

  /** What is known, by its field: name, mail, phone and birth date first. */
  public Map<PersonalField, Datum> known() {
    Map<PersonalField, Datum> known = new LinkedHashMap<>();
    name.ifPresent(text -> known.put(PersonalField.NAME, text(text)));
    mail.ifPresent(text -> known.put(PersonalField.MAIL, text(text)));
    phone.ifPresent(text -> known.put(PersonalField.PHONE, text(text)));
    birthDate.ifPresent(
        date -> known.put(PersonalField.BIRTH_DATE, new Datum.One(new Value.Date(date))));
    attributes.forEach((id, datum) -> known.put(PersonalField.attribute(id), datum));
    return Collections.unmodifiableMap(known);
  }

  private static Datum text(String text) {
    return new Datum.One(new Value.Text(text));
  }

  byte[] write() {
    BinaryWriter to = new BinaryWriter().put(VERSION);
    to.text(name.orElse("")).text(mail.orElse("")).text(phone.orElse(""));
    to.text(birthDate.map(LocalDate::toString).orElse(""));
    Data.write(attributes, to);
    return Arrays.copyOf(to.memory(), to.size());
  }

  /**
   * @throws IllegalArgumentException when the bytes are of a version that is not known
   */
  static PersonalFields read(byte[] bytes) {
    BinaryReader from = new BinaryReader().over(bytes, 0, bytes.length);
    int version = from.take();
    if (version != VERSION)
      throw new IllegalArgumentException(
          "The personal fields are of version %d; this Laurel reads version %d."
              .formatted(version, VERSION));
    return new PersonalFields(
        text(from), text(from), text(from), text(from).map(LocalDate::parse), Data.read(from));
  }

  private static Optional<String> text(BinaryReader from) {
    return Optional.of(from.text()).filter(text -> !text.isEmpty());
  }

  /** Nothing of it, so that none gets into a log. */
  @Override
  public String toString() {
    return "PersonalFields[...]";
  }
}
