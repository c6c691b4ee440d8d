package dev.laurel.engine.access;

import java.util.stream.Collectors;

/** Somebody asked for what none of their roles allows; nothing was done. */
public final class NotPermittedException extends RuntimeException {
  /** Stable. */
  public static final String CODE = "not-permitted";

  private static final long serialVersionUID = 1L;
  private final Permission permission;

  NotPermittedException(Actor actor, Permission permission) {
    super(
        "%s may not %s: that takes the role %s. Ask an administrator for it, or somebody who has it."
            .formatted(
                actor.name(),
                permission.words(),
                permission.roles().stream().map(Role::word).collect(Collectors.joining(" or "))));
    this.permission = permission;
  }

  public String code() {
    return CODE;
  }

  /** What was asked for. */
  public Permission permission() {
    return permission;
  }
}
