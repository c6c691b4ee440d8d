package dev.laurel.engine.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.util.SecretBytes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The key that wraps all others, and earlier ones as long as something may still be wrapped with
 * them. Immutable and thread-safe; it never shows itself.
 *
 * <p>As a text it is 32 random bytes in Base64, as {@code openssl rand -base64 32} writes them;
 * several stand one after the other, the current one first.
 */
public final class MasterKey {
  private record Named(String name, SecretBytes key, Aead sealing) {
    static Named of(byte[] bytes) {
      SecretBytes key = SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get());
      byte[] name = Ciphers.hmac(bytes, Ciphers.context("laurel.master-key.name"));
      return new Named(HexFormat.of().formatHex(name, 0, 8), key, Ciphers.sealing(key));
    }
  }

  private final List<Named> keys;

  private MasterKey(List<Named> keys) {
    this.keys = keys;
  }

  static MasterKey random() {
    return new MasterKey(List.of(Named.of(Ciphers.random(Ciphers.KEY_BYTES))));
  }

  /**
   * Reads the text form; keys stand apart by blanks, ends of lines or commas.
   *
   * @param where where it stands, for the refusal
   * @throws UnusableMasterKeyException when it is no such text
   */
  static MasterKey parse(String text, String where) {
    List<Named> keys = new ArrayList<>();
    for (String one : text.strip().split("[\\s,]+")) {
      byte[] bytes = decoded(one, where);
      if (bytes.length != Ciphers.KEY_BYTES) throw new UnusableMasterKeyException(where);
      keys.add(Named.of(bytes));
    }
    return new MasterKey(List.copyOf(keys));
  }

  private static byte[] decoded(String text, String where) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // Without the cause, whose message would show a part of the key.
      throw new UnusableMasterKeyException(where);
    }
  }

  /** The same with a new current key before those that there are. */
  MasterKey renewed() {
    List<Named> all = new ArrayList<>(random().keys);
    all.addAll(keys);
    return new MasterKey(List.copyOf(all));
  }

  /** The text form, a key on each line. */
  String text() {
    return keys.stream()
        .map(k ->
            Base64.getEncoder().encodeToString(k.key.toByteArray(InsecureSecretKeyAccess.get()))
                + "\n")
        .collect(Collectors.joining());
  }

  /** What the current key is called; tells nothing of it. */
  public String name() {
    return keys.getFirst().name;
  }

  Aead current() {
    return keys.getFirst().sealing;
  }

  /**
   * @throws WrongMasterKeyException when none is called so
   */
  Aead named(String name) {
    for (Named key : keys) if (key.name.equals(name)) return key.sealing;
    throw new WrongMasterKeyException(name, keys.stream().map(Named::name).toList());
  }

  @Override
  public String toString() {
    return "MasterKey " + name();
  }
}
