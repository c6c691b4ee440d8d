package dev.laurel.ui.rest;

import dev.laurel.engine.access.Credential;
import dev.laurel.engine.access.CredentialStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Makes and recognises secrets. A key has 256 random bits, so its hash needs no salt and no
 * slowness; a password is hashed slowly. Thread-safe.
 */
final class Keys {
  private static final String PREFIX = "laurel_";
  private static final int KEY_BYTES = 32;
  private static final int PASSWORD_BYTES = 18;
  private static final String FIRST = "first";
  private static final String ADMIN = "admin";

  private final SecureRandom random = new SecureRandom();
  private final CredentialStore store;
  private final PasswordEncoder passwords;

  Keys(CredentialStore store, PasswordEncoder passwords) {
    this.store = store;
    this.passwords = passwords;
  }

  /**
   * Makes the first key and the first user where nobody may ask yet.
   *
   * @return what must be told once, since it is kept nowhere
   */
  Optional<Server.Secrets> first() {
    if (!store.all().isEmpty()) return Optional.empty();
    String key = PREFIX + secret(KEY_BYTES);
    String password = secret(PASSWORD_BYTES);
    boolean isFirst = store.add(new Credential(Credential.Kind.KEY, FIRST, hash(key)));
    if (!isFirst) return Optional.empty();
    store.add(new Credential(Credential.Kind.USER, ADMIN, encoded(password)));
    return Optional.of(new Server.Secrets(key, ADMIN, password));
  }

  /** Makes one more key, which must be told now since it is kept nowhere. */
  String another() {
    String key = PREFIX + secret(KEY_BYTES);
    int number = store.all().size();
    while (!store.add(new Credential(Credential.Kind.KEY, "key " + number, hash(key)))) number++;
    return key;
  }

  private String encoded(String password) {
    return Objects.requireNonNull(passwords.encode(password));
  }

  private String secret(int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** Whose key this is; empty where nobody's. */
  Optional<String> owner(String key) {
    return store.key(hash(key)).map(Credential::name);
  }

  /** The hash of a user's password; empty where there is no such user. */
  Optional<String> password(String user) {
    return store.user(user).map(Credential::hash);
  }

  private static String hash(String key) {
    try {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
