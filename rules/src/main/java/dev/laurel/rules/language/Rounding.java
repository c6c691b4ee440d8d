package dev.laurel.rules.language;

/** How a part of a unit is treated; named by whatever rounds. */
public enum Rounding {
  /** No rounding: the exact value. */
  @Doc("No rounding: the exact value.")
  EXACT,
  /** Toward zero. */
  @Doc("Toward zero.")
  DOWN,
  /** Away from zero. */
  @Doc("Away from zero.")
  UP,
  /** To the nearest, a half away from zero. */
  @Doc("To the nearest, a half away from zero.")
  HALF_UP,
  /** To the nearest, a half to the even neighbour. */
  @Doc("To the nearest, a half to the even neighbour.")
  HALF_EVEN
}
