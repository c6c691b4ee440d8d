package dev.laurel.engine.access;

/** Refusals that several changes share. */
final class PeopleRefusals {
  private PeopleRefusals() {}

  static PeopleResult.Refused alreadySetUp() {
    return refused(
        "already-set-up",
        "Nobody was set up: somebody was there already. Ask an administrator to add you.");
  }

  static PeopleResult.Refused noSuchPerson(String name) {
    return refused(
        "no-such-person",
        "Nothing was changed: nobody is called %s. Look at the list of people.".formatted(name));
  }

  static PeopleResult.Refused noSuchKey(String name) {
    return refused(
        "no-such-key",
        "Nothing was changed: no key is called %s. Look at the list of keys.".formatted(name));
  }

  static PeopleResult.Refused wrongPassword() {
    return refused(
        "wrong-password",
        "The password was not changed: the present one is another. Type the present one again.");
  }

  static PeopleResult.Refused lastAdministrator(String name) {
    return refused(
        "last-administrator",
        """
        Nothing was changed: without %s there would be no active administrator left.
        Nobody could then add people or give roles.
        Make somebody else an administrator first.\
        """
            .formatted(name));
  }

  private static PeopleResult.Refused refused(String code, String sentence) {
    return new PeopleResult.Refused(new Refusal(code, sentence));
  }
}
