package dev.laurel.engine.code;

import dev.laurel.rules.language.Benefit;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Gives out codes that nobody can guess and nobody else was given, whichever process asks.
 * Thread-safe where its store and its chance are.
 *
 * <p>A code is kept before it is told to anybody. Whoever dies in between leaves one that nobody
 * ever has; it is not given out again.
 *
 * @see "engine/docs/decisions/071-codes.md"
 */
public final class Codes {
  /** Nothing that is taken for something else when it is read or typed: no 0, O, 1, I, L or U. */
  static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** So often at most others are tried in the place of those that were given out before. */
  private static final int TRIES = 64;

  private final CodeStore store;
  private final RandomGenerator chance;

  /** Gives out codes that nobody can foretell. */
  public static Codes secret(CodeStore store) {
    return new Codes(store, new SecureRandom());
  }

  /**
   * @param chance what codes are drawn by
   */
  public Codes(CodeStore store, RandomGenerator chance) {
    this.store = store;
    this.chance = chance;
  }

  /**
   * Gives out so many.
   *
   * @param like a benefit with codes
   * @param event the key of the event that brings them
   * @throws IllegalStateException when nearly all codes of this length were given out
   */
  public List<String> issue(Benefit like, String member, String event, int count) {
    Benefit.Codes look = like.codes().orElseThrow();
    List<String> issued = new ArrayList<>();
    for (int tries = 0; issued.size() < count; tries++) {
      if (tries == TRIES)
        throw new IllegalStateException(
            "Nearly all codes of %d characters that begin with \"%s\" were given out. Make those of the benefit %s longer."
                .formatted(look.length(), look.prefix(), like.id()));
      Map<String, IssuedCode> some = new LinkedHashMap<>();
      while (some.size() < count - issued.size()) {
        String code = code(look);
        some.put(code, new IssuedCode(code, like.id(), member, event));
      }
      some.keySet().removeAll(store.claim(some.values()));
      issued.addAll(some.keySet());
    }
    return List.copyOf(issued);
  }

  private String code(Benefit.Codes look) {
    StringBuilder code = new StringBuilder(look.prefix());
    while (code.length() < look.length())
      code.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
    return code.toString();
  }

  /** For what and whom a code was given out; empty where it never was. */
  public Optional<IssuedCode> find(String code) {
    return store.find(code);
  }
}
