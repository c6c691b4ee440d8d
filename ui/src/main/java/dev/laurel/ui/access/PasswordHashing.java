package dev.laurel.ui.access;

import dev.laurel.engine.access.Passwords;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are hashed, and made where nobody chose one. Thread-safe. */
public final class PasswordHashing implements Passwords {
  private static final int RANDOM_BYTES = 18;

  private final PasswordEncoder encoder = new BCryptPasswordEncoder();
  private final SecureRandom random = new SecureRandom();

  @Override
  public String hash(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  @Override
  public boolean matches(String password, String hash) {
    return encoder.matches(password, hash);
  }

  /** A password of 144 random bits, which must be told now since it is kept nowhere. */
  public String generated() {
    byte[] secret = new byte[RANDOM_BYTES];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
