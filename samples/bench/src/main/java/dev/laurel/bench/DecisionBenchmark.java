package dev.laurel.bench;

import dev.laurel.samples.measure.Figures;
import dev.laurel.bench.peers.Peers;
import dev.laurel.samples.bench.Contender;
import dev.laurel.samples.bench.HandWritten;
import dev.laurel.samples.bench.Laurel;
import dev.laurel.samples.bench.Outcome;
import dev.laurel.samples.bench.Rule;
import dev.laurel.samples.bench.Visit;
import dev.laurel.samples.bench.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One decision, by whoever is named. What decides otherwise than hand-written Java is not timed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {
  static final String HAND_INDEXED = "hand-indexed";
  static final String HAND_LINEAR = "hand-linear";
  static final String LAUREL = "laurel";

  /** A power of two, so that the next visit is found at no cost. */
  private static final int TIMED = 1 << 13;

  private static final int CHECKED = 10_000;

  /** Whoever needs longer for the check is checked on fewer visits; the report says on how many. */
  private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(20);

  @Param(LAUREL)
  public String contender = LAUREL;

  @Param("INDEXED")
  public Workload workload = Workload.INDEXED;

  @Param("100")
  public int rules;

  private Object[] inputs = {};
  private Contender.Ready ready = HandWritten.indexed().ready(List.of());
  private int next;

  static Contender contender(String name) {
    return switch (name) {
      case HAND_INDEXED -> HandWritten.indexed();
      case HAND_LINEAR -> HandWritten.linear();
      case LAUREL -> new Laurel();
      default ->
          Peers.find(name)
              .orElseThrow(() -> new IllegalArgumentException("Nobody is called " + name));
    };
  }

  @Setup(Level.Trial)
  public void prepare() throws IOException {
    List<Rule> all = workload.rules(rules);
    long begin = System.nanoTime();
    ready = contender(contender).ready(all);
    long built = System.nanoTime() - begin;
    List<Visit> visits = workload.visits(CHECKED, rules);
    int checked = check(HandWritten.linear().ready(all), visits);
    Figures figures = new Figures();
    figures.add("checked", contender, workload + " " + rules, checked, "visits");
    figures.add(
        "built", contender, workload + " " + rules, built / 1e6, "ms, first in its process");
    figures.write(
        Path.of(System.getProperty("laurel.bench.out", "target/bench/raw"))
            .resolve("checked-%s-%s-%d.json".formatted(contender, workload, rules)));
    inputs = visits.stream().limit(TIMED).map(ready::input).toArray();
  }

  private int check(Contender.Ready expected, List<Visit> visits) {
    int checked = 0;
    long end = System.nanoTime() + CHECK_NANOS;
    for (Visit visit : visits) {
      Outcome due = expected.outcome(expected.decide(expected.input(visit)));
      Outcome found = ready.outcome(ready.decide(ready.input(visit)));
      if (!found.equals(due))
        throw new IllegalStateException(
            "%s decides %s as %s, not as %s.".formatted(contender, visit.id(), found, due));
      checked++;
      if (System.nanoTime() > end) break;
    }
    return checked;
  }

  @Benchmark
  public Object decide() {
    return ready.decide(inputs[next++ & (TIMED - 1)]);
  }
}
