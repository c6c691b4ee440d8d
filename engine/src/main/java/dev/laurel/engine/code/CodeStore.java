package dev.laurel.engine.code;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Port: the codes that were given out. Implementations are thread-safe; a write that returns is
 * durable. All methods may throw when the store cannot be reached; then the write may or may not
 * have happened, and may still happen.
 */
public interface CodeStore {
  /**
   * Keeps those that nobody has yet, for ever.
   *
   * @return the codes among them that were somebody's before, and of which nothing was changed
   */
  Set<String> claim(Collection<IssuedCode> codes);

  Optional<IssuedCode> find(String code);
}
