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
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
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

  /**
   * What a key may that is made without being asked for what: post events, import and export packs,
   * copy the store. It cannot approve, so that nothing comes into force by keys alone.
   */
  static final Set<Role> KEY_ROLES = EnumSet.of(Role.INTEGRATOR, Role.MARKETER, Role.ADMINISTRATOR);

  /** So long a key is known without asking the store, and so long one that was revoked is good. */
  static final Duration KNOWN_FOR = Duration.ofSeconds(3);

  private final SecureRandom random = new SecureRandom();
  private final People people;
  private final LongSupplier nanoTime;

  /** Good keys by their hash, as many as there are keys. */
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /** A key and when the store said so. */
  private record Known(AccessKey key, long since) {}

  /**
   * @param nanoTime a clock that only goes forward, in nanoseconds
   */
  Keys(People people, LongSupplier nanoTime) {
    this.people = people;
    this.nanoTime = nanoTime;
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
   * Makes the first key and the first people where nobody may ask yet: one who runs the
   * installation, one who writes the programme, one who approves it, one who helps members, and one
   * who only reads what was done.
   *
   * @return what must be told once, since it is kept nowhere
   */
  Optional<Server.Secrets> first() {
    if (!people.isEmpty()) return Optional.empty();
    String key = PREFIX + secret(KEY_BYTES);
    List<Server.SignIn> signIns =
        Stream.of(Role.ADMINISTRATOR, Role.MARKETER, Role.REVIEWER, Role.SUPPORT, Role.AUDITOR)
            .map(role -> new Server.SignIn(nameOf(role), role, secret(PASSWORD_BYTES)))
            .toList();
    List<NewPerson> first =
        signIns.stream()
            .map(one ->
                new NewPerson(one.name(), one.name(), EnumSet.of(one.role()), one.password()))
            .toList();
    return switch (people.setUp(first, List.of(new AccessKey(FIRST, KEY_ROLES, hash(key), true)))) {
      case PeopleResult.Done() -> Optional.of(new Server.Secrets(key, signIns));
      case PeopleResult.Refused(var refusal) when refusal.code().equals("already-set-up") ->
          Optional.empty();
      case PeopleResult.Refused(var refusal) -> throw new IllegalStateException(refusal.sentence());
    };
  }

  /** Makes one more key, which must be told now since it is kept nowhere. */
  String another(Set<Role> roles) {
    String key = PREFIX + secret(KEY_BYTES);
    for (int number = people.keys(Actor.operator()).size() + 1; ; number++)
      switch (people.addKey(Actor.operator(), "key " + number, roles, hash(key))) {
        case PeopleResult.Done() -> {
          return key;
        }
        case PeopleResult.Refused(var refusal) -> {
          if (!refusal.code().equals("name-taken"))
            throw new IllegalStateException(refusal.sentence());
        }
      }
  }

  private static String nameOf(Role role) {
    return role == Role.ADMINISTRATOR ? "admin" : role.word();
  }

  private String secret(int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /**
   * Whose key this is; empty where nobody's, or where it was revoked. Each event is posted with a
   * key, so the store is asked again only after {@link #KNOWN_FOR}.
   */
  Optional<AccessKey> owner(String key) {
    String hash = hash(key);
    long now = nanoTime.getAsLong();
    Optional<Known> before =
        Optional.ofNullable(known.get(hash)).filter(one -> now - one.since() < KNOWN_FOR.toNanos());
    if (before.isPresent()) return Optional.of(before.get().key());
    Optional<AccessKey> found = people.key(hash);
    found.ifPresentOrElse(one -> known.put(hash, new Known(one, now)), () -> known.remove(hash));
    return found;
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
