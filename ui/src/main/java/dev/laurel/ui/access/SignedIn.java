package dev.laurel.ui.access;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Person;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Whoever asks now, with what they may do now: somebody who lost a role or may sign in no more has
 * lost it in the midst of a session too. Thread-safe.
 */
public final class SignedIn {
  /** Where nobody said who they are; may nothing. */
  private static final Actor NOBODY = new Actor("nobody", Set.of());

  private final People people;
  private final boolean authenticates;

  /**
   * @param authenticates whether whoever asks must say who they are; else whoever reaches this
   *     machine has the store itself in hand
   */
  public SignedIn(People people, boolean authenticates) {
    this.people = people;
    this.authenticates = authenticates;
  }

  /** Whoever asks in this thread. */
  public Actor actor() {
    if (!authenticates) return Actor.operator();
    @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !who.isAuthenticated()) return NOBODY;
    // No person can pass for a key, whose names have a colon.
    return who.getPrincipal() instanceof KeyHolder key
        ? key.actor()
        : people.person(who.getName()).map(Person::actor).orElse(NOBODY);
  }

  /** Whether whoever asks may do nothing before the own password is changed. */
  public boolean mustChangePassword() {
    if (!authenticates) return false;
    @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null
        && who.isAuthenticated()
        && !(who.getPrincipal() instanceof KeyHolder)
        && people.person(who.getName()).filter(Person::mustChangePassword).isPresent();
  }

  /**
   * The same, where they may do so.
   *
   * @throws dev.laurel.engine.access.NotPermittedException when they may not
   */
  public Actor allowedTo(Permission permission) {
    Actor actor = actor();
    actor.require(permission);
    return actor;
  }

  /** What was recognised by a key. Immutable. */
  public record KeyHolder(Actor actor) implements AuthenticatedPrincipal {
    @Override
    public String getName() {
      return actor.name();
    }
  }
}
