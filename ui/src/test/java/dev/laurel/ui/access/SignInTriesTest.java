package dev.laurel.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

class SignInTriesTest {
  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "192.0.2.2";
  private long nanos;
  private final SignInTries tries =
      new SignInTries(
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return nanos;
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  private void fail(int times, String name, String address) {
    for (int i = 0; i < times; i++) tries.failed(name, address);
  }

  @Test
  void a_name_has_so_many_tries_from_one_address() {
    fail(SignInTries.FOR_NAME - 1, "ann", HERE);
    assertThat(tries.mayTry("ann", HERE)).isTrue();
    tries.failed("ann", HERE);
    assertThat(tries.mayTry("ann", HERE)).isFalse();
    assertThat(tries.mayTry("ann", ELSEWHERE)).isTrue();
    assertThat(tries.mayTry("ben", HERE)).isTrue();
  }

  @Test
  void a_try_comes_back_after_a_while() {
    fail(SignInTries.FOR_NAME, "ann", HERE);
    nanos = SignInTries.WINDOW.toNanos() / SignInTries.FOR_NAME - 1;
    assertThat(tries.mayTry("ann", HERE)).isFalse();
    nanos++;
    assertThat(tries.mayTry("ann", HERE)).isTrue();
  }

  @Test
  void the_right_password_clears_what_was_wrong_before() {
    fail(SignInTries.FOR_NAME - 1, "ann", HERE);
    tries.succeeded("ann", HERE);
    fail(SignInTries.FOR_NAME - 1, "ann", HERE);
    assertThat(tries.mayTry("ann", HERE)).isTrue();
  }

  @Test
  void who_goes_through_all_names_is_stopped_too() {
    for (int i = 0; i < SignInTries.FROM_ADDRESS; i++) tries.failed("name" + i, HERE);
    assertThat(tries.mayTry("ann", HERE)).isFalse();
    assertThat(tries.mayTry("ann", ELSEWHERE)).isTrue();
  }
}
