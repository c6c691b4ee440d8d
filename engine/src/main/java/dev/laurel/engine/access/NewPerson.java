package dev.laurel.engine.access;

import java.util.Set;

/**
 * Somebody who is to be added.
 *
 * @param password that the person changes at the first sign-in
 */
public record NewPerson(String name, String displayName, Set<Role> roles, String password) {
  public NewPerson {
    roles = Actor.copy(roles);
  }

  @Override
  public String toString() {
    return "new person " + name;
  }
}
