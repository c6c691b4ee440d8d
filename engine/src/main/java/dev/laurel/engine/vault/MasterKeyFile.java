package dev.laurel.engine.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The master key in a file that only its owner may read. Whoever loses it loses all that is
 * personal. Thread-safe as far as nobody else writes the file.
 */
public final class MasterKeyFile implements MasterKeySource {
  /** The file's usual name. */
  public static final String NAME = "master.key";

  private final Path file;

  public MasterKeyFile(Path file) {
    this.file = file;
  }

  @Override
  public Optional<MasterKey> find() {
    try {
      return Optional.of(MasterKey.parse(Files.readString(file), "The file " + file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The master key in %s cannot be read.".formatted(file), e);
    }
  }

  @Override
  public MasterKey make() {
    MasterKey key = MasterKey.random();
    write(key, false);
    return key;
  }

  /**
   * Puts a new current key before those that the file has; {@link Vault#rewrap} then brings
   * everything under it. The earlier keys stay in the file until somebody takes them out, for a
   * process that has not read the new one may still wrap with them.
   *
   * @throws MasterKeyMissingException when there is none to be renewed
   */
  public MasterKey renew() {
    MasterKey renewed = find().orElseThrow(() -> new MasterKeyMissingException(where())).renewed();
    write(renewed, true);
    return renewed;
  }

  private void write(MasterKey key, boolean replace) {
    try {
      DurableFiles.write(file, key.text().getBytes(StandardCharsets.US_ASCII), replace);
    } catch (IOException e) {
      throw new UncheckedIOException("The master key could not be kept in %s.".formatted(file), e);
    }
  }

  @Override
  public String where() {
    return "the file %s does not exist, and the variable %s is not set".formatted(file, VARIABLE);
  }
}
