package dev.laurel.engine.vault;

import java.util.Optional;

/**
 * What may be seen of a person by whoever only needs to recognise them. Immutable.
 *
 * @param name the first word, and of every other one its first letter
 * @param mail the first letter, and what follows the last dot
 * @param phone the last two digits
 */
public record Masked(Optional<String> name, Optional<String> mail, Optional<String> phone) {
  private static final String HIDDEN = "••••";

  /** Masks what is known of a person. */
  public static Masked of(PersonalFields fields) {
    return new Masked(
        fields.name().map(Masked::name),
        fields.mail().map(Masked::mail),
        fields.phone().map(Masked::phone));
  }

  private static String name(String name) {
    String[] words = name.strip().split("\\s+", -1);
    StringBuilder shown = new StringBuilder(words[0]);
    for (int word = 1; word < words.length; word++)
      shown.append(' ').appendCodePoint(words[word].codePointAt(0)).append('.');
    return shown.toString();
  }

  private static String mail(String mail) {
    int at = mail.indexOf('@');
    int dot = mail.lastIndexOf('.');
    String first = new StringBuilder().appendCodePoint(mail.codePointAt(0)).toString();
    if (at < 1) return first + HIDDEN;
    return first + HIDDEN + "@" + HIDDEN + (dot > at ? mail.substring(dot) : "");
  }

  private static String phone(String phone) {
    String digits = phone.replaceAll("\\D", "");
    return HIDDEN + digits.substring(Math.max(0, digits.length() - 2));
  }
}
