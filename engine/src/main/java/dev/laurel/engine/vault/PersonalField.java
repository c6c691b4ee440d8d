package dev.laurel.engine.vault;

/**
 * Names one of {@link PersonalFields}. Immutable.
 *
 * @param id stable, since it stands in histories; of an attribute {@code attribute:} and its id
 */
public record PersonalField(String id) {
  public static final PersonalField NAME = new PersonalField("name");
  public static final PersonalField MAIL = new PersonalField("mail");
  public static final PersonalField PHONE = new PersonalField("phone");
  public static final PersonalField BIRTH_DATE = new PersonalField("birthDate");

  private static final String ATTRIBUTE = "attribute:";

  /** An attribute that the vocabulary calls personal. */
  public static PersonalField attribute(String attribute) {
    return new PersonalField(ATTRIBUTE + attribute);
  }
}
