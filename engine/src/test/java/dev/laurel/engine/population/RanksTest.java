package dev.laurel.engine.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.member.Quintiles.Starts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

class RanksTest {
  @Provide
  Arbitrary<Long> values() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.longs().between(-5, 5)),
        Tuple.of(3, Arbitraries.longs().between(0, 1_000_000)),
        Tuple.of(2, Arbitraries.longs().between(-200_000, 20_000_000_000L)),
        Tuple.of(1, Arbitraries.longs()));
  }

  /** A fifth begins above the value of rank ⌈n·k/5⌉, found by sorting all of them. */
  private static Starts sorted(List<Long> values) {
    long[] all = values.stream().mapToLong(Long::longValue).sorted().toArray();
    long[] starts =
        LongStream.rangeClosed(1, 4)
            .map(k -> all[(int) Math.ceilDiv(all.length * k, 5) - 1])
            .map(last -> last == Long.MAX_VALUE ? last : last + 1)
            .toArray();
    return new Starts(starts[0], starts[1], starts[2], starts[3]);
  }

  private static Starts found(List<Long> values) {
    Ranks ranks = new Ranks();
    do {
      int half = values.size() / 2;
      values.subList(0, half).forEach(ranks::add);
      // Whoever goes on elsewhere knows as much.
      BinaryWriter to = new BinaryWriter();
      ranks.write(to);
      byte[] kept = Arrays.copyOf(to.memory(), to.size());
      ranks = Ranks.read(new BinaryReader().over(kept, 0, kept.length));
      values.subList(half, values.size()).forEach(ranks::add);
    } while (ranks.endPass());
    assertThat(ranks.values()).isEqualTo(values.size());
    return ranks.starts();
  }

  @Property
  void they_are_found_as_by_sorting_all_values(
      @ForAll @Size(min = 1, max = 300) List<@From("values") Long> values) {
    assertThat(found(values)).isEqualTo(sorted(values));
  }

  @Property
  void at_most_a_fifth_is_in_the_best_one_and_those_who_are_equal_are_together(
      @ForAll @Size(min = 1, max = 200) List<@From("values") Long> values) {
    Starts starts = found(values);
    long best = values.stream().filter(value -> starts.of(value) == 5).count();
    if (values.stream().noneMatch(value -> value == Long.MAX_VALUE))
      assertThat(best * 5).isLessThanOrEqualTo(values.size());
    for (int fifth = 2; fifth <= 5; fifth++) {
      long start = starts.start(fifth);
      int least = fifth;
      assertThat(values).filteredOn(value -> value >= start).allMatch(v -> starts.of(v) >= least);
    }
  }

  @Example
  void two_passes_find_amounts_of_some_thousand_euros_and_three_of_some_millions() {
    assertThat(passes(500_000)).isEqualTo(2);
    assertThat(passes(2_000_000_000)).isEqualTo(3);
  }

  private static int passes(long most) {
    Ranks ranks = new Ranks();
    int passes = 0;
    do {
      for (long i = 0; i < 10_000; i++) ranks.add(i * (most / 10_000) + i % 7);
      passes++;
    } while (ranks.endPass());
    return passes;
  }

  @Example
  void of_nobody_nothing_is_found() {
    Ranks ranks = new Ranks();
    assertThat(ranks.endPass()).isFalse();
    assertThat(ranks.values()).isZero();
    assertThat(ranks.starts().of(7)).isEqualTo(1);
  }
}
