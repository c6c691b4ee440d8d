package dev.laurel.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a whole pack is refused for, and what it is not. */
class PackCheckTest {
  @Test
  void the_least_pack_has_no_fault() {
    assertThat(PackCheck.check(TestPack.minimal())).isEmpty();
  }

  @Test
  void a_pack_that_says_a_little_of_everything_has_no_fault() {
    assertThat(PackCheck.check(TestPack.full())).isEmpty();
  }
}
