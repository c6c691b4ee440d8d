package dev.laurel.engine.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everybody who may ask, as one value, so that what holds for all of them (there is an
 * administrator, names are unique) can be kept without transactions. Immutable.
 *
 * @param version counts the changes, from 1; 0 where nobody was ever there
 * @param act what made this version; empty in version 0 only
 */
public record Staff(long version, List<Person> people, List<AccessKey> keys, Optional<Act> act) {
  /** The most people, and the most keys, revoked ones included. */
  public static final int MOST = 1_000;

  /** Nobody. */
  public static final Staff NOBODY = new Staff(0, List.of(), List.of(), Optional.empty());

  public Staff {
    people = List.copyOf(people);
    keys = List.copyOf(keys);
  }

  public Optional<Person> person(String name) {
    return people.stream().filter(person -> person.name().equals(name)).findFirst();
  }

  /** The key with this hash. */
  public Optional<AccessKey> key(String hash) {
    return keys.stream().filter(key -> key.hash().equals(hash)).findFirst();
  }

  Optional<AccessKey> keyNamed(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  boolean isAdministered() {
    return people.stream().anyMatch(Person::administers);
  }

  /** The next version, with this person instead of one of the same name. */
  Staff with(Person person, Act why) {
    return new Staff(version + 1, replaced(people, person, Person::name), keys, Optional.of(why));
  }

  /** The next version, with this key instead of one of the same name. */
  Staff with(AccessKey key, Act why) {
    return new Staff(version + 1, people, replaced(keys, key, AccessKey::name), Optional.of(why));
  }

  private static <T> List<T> replaced(List<T> all, T one, Function<T, String> name) {
    List<T> replaced = new ArrayList<>(all);
    for (int i = 0; i < replaced.size(); i++)
      if (name.apply(replaced.get(i)).equals(name.apply(one))) {
        replaced.set(i, one);
        return replaced;
      }
    replaced.add(one);
    return replaced;
  }
}
