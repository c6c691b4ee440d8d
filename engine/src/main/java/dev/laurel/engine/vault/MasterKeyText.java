package dev.laurel.engine.vault;

import java.util.Optional;

/** The master key as the environment gives it. Immutable; it never shows the key. */
public final class MasterKeyText implements MasterKeySource {
  private final MasterKey key;

  /**
   * @param text see {@link MasterKey}
   * @throws UnusableMasterKeyException when it is none
   */
  public MasterKeyText(String text) {
    this.key = MasterKey.parse(text, "The variable " + VARIABLE);
  }

  @Override
  public Optional<MasterKey> find() {
    return Optional.of(key);
  }

  @Override
  public MasterKey make() {
    return key;
  }

  @Override
  public String where() {
    return "the variable " + VARIABLE;
  }
}
