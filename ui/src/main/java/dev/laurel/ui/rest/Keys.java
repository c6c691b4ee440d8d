package dev.laurel.ui.rest;

import dev.laurel.engine.access.AccessKey;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.NewPerson;
import dev.laurel.engine.access.Passwords;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.PeopleResult;
import dev.laurel.engine.access.Person;
import dev.laurel.engine.access.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
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
  private final People people;

  Keys(People people) {
    this.people = people;
  }

  /** How passwords are hashed. */
  static Passwords hashing(PasswordEncoder encoder) {
    return new Passwords() {
      @Override
      public String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
      }

      @Override
      public boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
      }
    };
  }

  /**
   * Makes the first key and the first user where nobody may ask yet.
   *
   * @return what must be told once, since it is kept nowhere
   */
  Optional<Server.Secrets> first() {
    if (!people.isEmpty()) return Optional.empty();
    String key = PREFIX + secret(KEY_BYTES);
    String password = secret(PASSWORD_BYTES);
    var admin = new NewPerson(ADMIN, ADMIN, EnumSet.of(Role.ADMINISTRATOR), password);
    var first = new AccessKey(FIRST, EnumSet.of(Role.INTEGRATOR), hash(key), true);
    return switch (people.setUp(List.of(admin), List.of(first))) {
      case PeopleResult.Done() -> Optional.of(new Server.Secrets(key, ADMIN, password));
      case PeopleResult.Refused(var refusal) when refusal.code().equals("already-set-up") ->
          Optional.empty();
      case PeopleResult.Refused(var refusal) -> throw new IllegalStateException(refusal.sentence());
    };
  }

  /** Makes one more key, which must be told now since it is kept nowhere. */
  String another() {
    String key = PREFIX + secret(KEY_BYTES);
    for (int number = people.keys(Actor.operator()).size() + 1; ; number++)
      switch (people.addKey(
          Actor.operator(), "key " + number, EnumSet.of(Role.INTEGRATOR), hash(key))) {
        case PeopleResult.Done() -> {
          return key;
        }
        case PeopleResult.Refused(var refusal) -> {
          if (!refusal.code().equals("name-taken"))
            throw new IllegalStateException(refusal.sentence());
        }
      }
  }

  private String secret(int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** Whose key this is; empty where nobody's, or where it was revoked. */
  Optional<AccessKey> owner(String key) {
    return people.key(hash(key));
  }

  /** Who signs in by this name; empty where there is no such person. */
  Optional<Person> person(String name) {
    return people.person(name);
  }

  /** What Spring Security calls these roles. */
  static List<GrantedAuthority> authorities(Collection<Role> roles) {
    return roles.stream()
        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
        .toList();
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
