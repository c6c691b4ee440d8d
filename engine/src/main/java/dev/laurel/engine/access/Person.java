package dev.laurel.engine.access;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who may sign in. Immutable.
 *
 * @param name by which the person signs in; never given to another
 * @param displayName as others see it
 * @param hash of the password, which itself is kept nowhere
 * @param active whether the person may sign in
 * @param mustChangePassword whether somebody else knows the password, so that it is good for
 *     changing it only
 */
public record Person(
    String name,
    String displayName,
    Set<Role> roles,
    String hash,
    boolean active,
    boolean mustChangePassword) {
  /** What a sign-in name looks like. */
  public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

  /** The most characters of a display name. */
  public static final int LONGEST_DISPLAY_NAME = 100;

  public Person {
    roles = Actor.copy(roles);
  }

  /** The person who acts; one who is not active, or must change the password first, may nothing. */
  public Actor actor() {
    return new Actor(name, active && !mustChangePassword ? roles : Set.of());
  }

  boolean administers() {
    return active && roles.contains(Role.ADMINISTRATOR);
  }

  Person withRoles(Set<Role> to) {
    return new Person(name, displayName, to, hash, active, mustChangePassword);
  }

  Person withActive(boolean to) {
    return new Person(name, displayName, roles, hash, to, mustChangePassword);
  }

  Person withPassword(String toHash, boolean mustChange) {
    return new Person(name, displayName, roles, toHash, active, mustChange);
  }

  @Override
  public String toString() {
    return "person " + name;
  }
}
