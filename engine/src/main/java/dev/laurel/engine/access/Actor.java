package dev.laurel.engine.access;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whoever acts, with what they may do now. Immutable.
 *
 * @param name of a person their sign-in name; of a key {@code key:} and its name, so that neither
 *     can pass for the other
 */
public record Actor(String name, Set<Role> roles) {
  /** What happens by itself when a store is made. */
  public static final String SETUP = "setup";

  /** Whoever has the store itself in hand, at a command line. */
  public static final String OPERATOR = "operator";

  /** Names that no person may have. */
  static final List<String> RESERVED = List.of(SETUP, OPERATOR);

  public Actor {
    roles = copy(roles);
  }

  /**
   * Whoever has the store itself in hand may do everything but approve: who that is would not be
   * known.
   */
  public static Actor operator() {
    return new Actor(OPERATOR, EnumSet.complementOf(EnumSet.of(Role.REVIEWER)));
  }

  public boolean may(Permission permission) {
    return !Collections.disjoint(roles, permission.roles());
  }

  /**
   * Goes on only where the actor may do so.
   *
   * @throws NotPermittedException when none of the actor's roles allows it
   */
  public void require(Permission permission) {
    if (!may(permission)) throw new NotPermittedException(this, permission);
  }

  /** In the order in which roles are declared. */
  static Set<Role> copy(Collection<Role> roles) {
    EnumSet<Role> copy = EnumSet.noneOf(Role.class);
    copy.addAll(roles);
    return Collections.unmodifiableSet(copy);
  }
}
