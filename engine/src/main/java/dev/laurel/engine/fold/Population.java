package dev.laurel.engine.fold;

import dev.laurel.engine.member.Quintiles;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of all members together. Implementations are thread-safe, and give the same answer
 * for the same instant whenever they are asked.
 */
@FunctionalInterface
public interface Population {
  /** Where nobody counts the members. */
  Population UNKNOWN = _ -> Optional.empty();

  /** By which snapshot it is judged at an instant; empty where there was none yet. */
  Optional<Quintiles> at(Instant asOf);
}
