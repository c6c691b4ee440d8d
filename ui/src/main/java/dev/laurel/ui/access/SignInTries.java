package dev.laurel.ui.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong passwords, so that nobody tries them all: so many for a name from one address, and
 * so many from one address for all names; each comes back after a while. Who guesses elsewhere
 * keeps nobody from signing in here. Thread-safe.
 */
public final class SignInTries {
  /** Wrong passwords for one name from one address. */
  public static final int FOR_NAME = 8;

  /** Wrong passwords from one address. */
  public static final int FROM_ADDRESS = 60;

  /** All of them are there again after this time. */
  public static final Duration WINDOW = Duration.ofMinutes(8);

  private static final int REMEMBERED = 20_000;

  private final TimeMeter time;

  /** Those who tried last; whoever makes others forgotten has few tries from that address. */
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param time by which tries come back
   */
  public SignInTries(TimeMeter time) {
    this.time = time;
  }

  /** Whether a password may be tried. */
  public synchronized boolean mayTry(String name, String address) {
    return left(nameKey(name, address), FOR_NAME) && left(address, FROM_ADDRESS);
  }

  private boolean left(String key, int most) {
    return !buckets.containsKey(key) || bucket(key, most).getAvailableTokens() > 0;
  }

  /** A wrong password was tried. */
  public synchronized void failed(String name, String address) {
    bucket(nameKey(name, address), FOR_NAME).tryConsume(1);
    bucket(address, FROM_ADDRESS).tryConsume(1);
  }

  /** The right one was. */
  public synchronized void succeeded(String name, String address) {
    buckets.remove(nameKey(name, address));
  }

  /** An address has no line end. */
  private static String nameKey(String name, String address) {
    return address + '\n' + name;
  }

  private Bucket bucket(String key, int most) {
    return buckets.computeIfAbsent(
        key,
        _ ->
            Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                .build());
  }
}
