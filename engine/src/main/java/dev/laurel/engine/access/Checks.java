package dev.laurel.engine.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** What is asked of people and keys who are to be added. */
final class Checks {
  private static final int SHORTEST_PASSWORD = 12;

  /** Beyond these, some ways of hashing look at nothing. */
  private static final int MOST_PASSWORD_BYTES = 72;

  private static final int LONGEST_KEY_NAME = 64;

  private Checks() {}

  static Optional<Refusal> wrong(NewPerson one, Staff staff) {
    if (!Person.NAME.matcher(one.name()).matches() || Actor.RESERVED.contains(one.name()))
      return refusal(
          "bad-name",
          "%s was not added: a sign-in name has 1 to 64 small letters, digits, dots, hyphens, underscores or @, and is neither setup nor operator. Take another."
              .formatted(one.name()));
    if (staff.person(one.name()).isPresent())
      return refusal(
          "name-taken",
          "%s was not added: somebody is or was called so, and history must name one person. Take another name."
              .formatted(one.name()));
    if (one.displayName().isBlank()
        || one.displayName().length() > Person.LONGEST_DISPLAY_NAME
        || one.displayName().chars().anyMatch(Character::isISOControl))
      return refusal(
          "bad-display-name",
          "%s was not added: the name that others see has 1 to %d characters. Write one."
              .formatted(one.name(), Person.LONGEST_DISPLAY_NAME));
    if (staff.people().size() >= Staff.MOST) return tooMany("people");
    return weak(one.password(), one.name());
  }

  static Optional<Refusal> weak(String password, String name) {
    boolean fits =
        password.codePointCount(0, password.length()) >= SHORTEST_PASSWORD
            && password.getBytes(StandardCharsets.UTF_8).length <= MOST_PASSWORD_BYTES;
    if (fits && !password.equals(name)) return Optional.empty();
    return refusal(
        "weak-password",
        "The password was not taken: it has at least %d characters, at most %d bytes, and is not the sign-in name. Take a few words."
            .formatted(SHORTEST_PASSWORD, MOST_PASSWORD_BYTES));
  }

  static Optional<Refusal> wrongKey(String name, Set<Role> roles, Staff staff) {
    if (name.isBlank()
        || name.length() > LONGEST_KEY_NAME
        || name.chars().anyMatch(Character::isISOControl))
      return refusal(
          "bad-name",
          "The key was not added: its name has 1 to %d characters. Say what it is for."
              .formatted(LONGEST_KEY_NAME));
    if (staff.keyNamed(name).isPresent())
      return refusal(
          "name-taken",
          "The key was not added: another one is or was called %s. Take another name."
              .formatted(name));
    if (roles.contains(Role.REVIEWER))
      return refusal(
          "key-cannot-review",
          "The key was not added: a key cannot be a reviewer, because a person approves. Leave that role out.");
    if (staff.keys().size() >= Staff.MOST) return tooMany("keys");
    return Optional.empty();
  }

  private static Optional<Refusal> tooMany(String what) {
    return refusal(
        "too-many",
        "Nothing was added: there are %,d %s already, and no more can be kept."
            .formatted(Staff.MOST, what));
  }

  private static Optional<Refusal> refusal(String code, String sentence) {
    return Optional.of(new Refusal(code, sentence));
  }
}
