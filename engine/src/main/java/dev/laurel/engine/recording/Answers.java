package dev.laurel.engine.recording;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What came of the claims of one call. Not thread-safe. */
final class Answers {
  /** When to ask again what came of an event that could not be applied yet. */
  static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final Map<String, Claim> before = new HashMap<>();
  private final Map<String, Applied> applied = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  /** Whether it is the first with its key in this call. */
  boolean isFirst(Claim claim) {
    return claims.putIfAbsent(claim.key(), claim) == null;
  }

  Map<String, Claim> claims() {
    return claims;
  }

  /** The first claim of this call with a key. */
  Claim claimOf(String key) {
    return Objects.requireNonNull(claims.get(key), key);
  }

  /** Those of the claims that an earlier call made, as they were then. */
  void before(Map<String, Claim> earlier) {
    before.putAll(earlier);
  }

  /** Whether the first claim of this call contradicts an earlier one. */
  boolean isConflict(Claim claim) {
    Claim first = before.get(claim.key());
    return first != null && !first.digest().equals(claim.digest());
  }

  /** Whether nothing is left to do for an event: it was applied, or contradicts an earlier one. */
  boolean isDone(String key) {
    return applied.containsKey(key) || isConflict(claimOf(key));
  }

  void add(Map<String, Applied> more) {
    applied.putAll(more);
  }

  /** Of several with one key the first is recorded, the others are told what came of it. */
  Recording to(Claim claim) {
    String key = claim.key();
    Claim first = before.getOrDefault(key, claims.getOrDefault(key, claim));
    if (!first.digest().equals(claim.digest())) return new Recording.Conflict(key, first);
    Applied what = applied.get(key);
    if (what == null) return new Recording.Busy(RETRY_AFTER);
    boolean again = before.containsKey(key) | !told.add(key);
    return again ? new Recording.Replayed(what) : new Recording.Recorded(what);
  }
}
