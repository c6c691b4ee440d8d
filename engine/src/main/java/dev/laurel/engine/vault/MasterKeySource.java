package dev.laurel.engine.vault;

import java.nio.file.Path;
import java.util.Optional;

/** Where the master key is kept: apart from the store, which it locks. */
public sealed interface MasterKeySource permits MasterKeyFile, MasterKeyText {
  /** The environment variable that holds the key where it does not stand in a file. */
  String VARIABLE = "LAUREL_MASTER_KEY";

  /**
   * The key, as far as it is there.
   *
   * @throws UnusableMasterKeyException when something else is
   */
  Optional<MasterKey> find();

  /** Makes a key and keeps it durably; to be asked only where there is none. */
  MasterKey make();

  /** Where it is, in words that stand in a refusal. */
  String where();

  /**
   * @param file used where the variable is not set
   * @param variable what {@link #VARIABLE} holds
   */
  static MasterKeySource of(Path file, Optional<String> variable) {
    return variable
        .<MasterKeySource>map(MasterKeyText::new)
        .orElseGet(() -> new MasterKeyFile(file));
  }
}
