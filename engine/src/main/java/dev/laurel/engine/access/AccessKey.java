package dev.laurel.engine.access;

import java.util.Set;

/**
 * A key by which a programme may ask. Immutable.
 *
 * @param name what it is for
 * @param roles not {@link Role#REVIEWER}: a person approves
 * @param hash SHA-256 of the key, in hex; the key has so much chance in it that this is enough
 * @param active whether it is good for anything
 */
public record AccessKey(String name, Set<Role> roles, String hash, boolean active) {
  public AccessKey {
    roles = Actor.copy(roles);
    if (roles.contains(Role.REVIEWER))
      throw new IllegalArgumentException("A key cannot be a reviewer: a person approves.");
  }

  /** The key's holder who acts; one that is not active may nothing. */
  public Actor actor() {
    return new Actor("key:" + name, active ? roles : Set.of());
  }

  AccessKey revoked() {
    return new AccessKey(name, roles, hash, false);
  }

  @Override
  public String toString() {
    return "key " + name;
  }
}
