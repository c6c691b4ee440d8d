package dev.laurel.samples.measure;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.samples.bench.Laurel;
import dev.laurel.samples.bench.LaurelPack;
import dev.laurel.samples.bench.Workload;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * What it costs to publish: building a revision, many in a row, and swapping while others decide.
 */
public final class Publications {
  private static final int SIZE = 1000;
  private static final double MILLION = 1e6;
  private static final double MEBI = 1 << 20;

  private final Figures figures = new Figures();

  private Publications() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    boolean quick = List.of(args).contains("--quick");
    Publications publications = new Publications();
    for (int size : List.of(10, 100, SIZE)) publications.build(size, quick ? 10 : 40);
    publications.many(quick ? 50 : 500);
    publications.swap(quick ? 3 : 15);
    publications.figures.write(Path.of(args[0]));
  }

  /** Warm: of several builds the later half. */
  private void build(int size, int times) {
    PackResult.Read read = LaurelPack.read(Workload.INDEXED.rules(size));
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      Revision revision = Revision.of(read.pack(), read.digest());
      millis.add((System.nanoTime() - begin) / MILLION);
      if (revision.rules().size() != size) throw new IllegalStateException("Rules were lost.");
    }
    List<Double> warm = millis.subList(times / 2, times);
    figures.add(
        "publication",
        "a revision built, warm",
        size + " rules",
        Figures.median(warm),
        "ms, median");
    figures.add(
        "publication",
        "of that the rule base (KieBase)",
        size + " rules",
        Figures.median(ruleBases(Revision.of(read.pack(), read.digest()).base(), times)),
        "ms, median");
    figures.add(
        "publication", "the slowest of these", size + " rules", Collections.max(warm), "ms");
  }

  /** How many milliseconds it takes to make the same rule base again; the later half. */
  private static List<Double> ruleBases(RuleBase like, int times) {
    List<RuleBase.Rule> rules = IntStream.range(0, like.size()).mapToObj(like::rule).toList();
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      RuleBase made = RuleBase.of(rules, like.layout());
      millis.add((System.nanoTime() - begin) / MILLION);
      if (made.size() != rules.size()) throw new IllegalStateException("Rules were lost.");
    }
    return millis.subList(times / 2, times);
  }

  /** Heap and metaspace after a few publications and after many; each decides an event. */
  private void many(int times) {
    PackResult.Read read = LaurelPack.read(Workload.INDEXED.rules(SIZE));
    var visit = Workload.INDEXED.visits(1, SIZE).getFirst();
    int early = times / 5;
    for (int i = 1; i <= times; i++) {
      Fold fold = new Fold(Revision.of(read.pack(), read.digest()));
      Laurel.Input input = Laurel.input(fold, visit);
      fold.fold(input.state(), input.event(), decision -> {});
      if (i == early || i == times) {
        figures.add("memory", "heap in use", i + " publications", heap(), "MiB");
        figures.add("memory", "metaspace in use", i + " publications", metaspace(), "MiB");
      }
    }
  }

  private static double heap() {
    for (int i = 0; i < 3; i++) System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBI;
  }

  private static double metaspace() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans())
      if (pool.getName().equals("Metaspace")) return pool.getUsage().getUsed() / MEBI;
    return Double.NaN;
  }

  /** One thread decides on, while revisions of a thousand rules are built and put in force. */
  private void swap(int seconds) throws InterruptedException {
    PackResult.Read read = LaurelPack.read(Workload.INDEXED.rules(SIZE));
    AtomicReference<Fold> inForce =
        new AtomicReference<>(new Fold(Revision.of(read.pack(), read.digest())));
    List<Laurel.Input> inputs =
        Workload.INDEXED.visits(1000, SIZE).stream()
            .map(visit -> Laurel.input(inForce.get(), visit))
            .toList();
    Load load = new Load(inForce, inputs);
    Thread thread = Thread.ofPlatform().start(load);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    int swaps = 0;
    while (System.nanoTime() < end) {
      inForce.set(new Fold(Revision.of(read.pack(), read.digest())));
      swaps++;
    }
    load.ending.set(true);
    thread.join();
    String under = "one after the other for %d s".formatted(seconds);
    figures.add("swap", "revisions of 1,000 rules put in force", under, swaps, "");
    figures.add("swap", "decisions meanwhile", under, load.decided, "");
    figures.add("swap", "decisions that failed", under, load.failed, "");
    figures.add("swap", "decisions delayed by more than 50 ms", under, load.late, "");
    figures.add("swap", "the slowest decision", under, load.slowest / MILLION, "ms");
  }

  private static final class Load implements Runnable {
    private static final long LATE = 50_000_000;
    final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicReference<Fold> inForce;
    private final List<Laurel.Input> inputs;
    private long decided;
    private long failed;
    private long late;
    private long slowest;

    Load(AtomicReference<Fold> inForce, List<Laurel.Input> inputs) {
      this.inForce = inForce;
      this.inputs = inputs;
    }

    @Override
    public void run() {
      List<Decision> last = new ArrayList<>(1);
      while (!ending.get()) {
        Laurel.Input input = inputs.get((int) (decided % inputs.size()));
        long begin = System.nanoTime();
        try {
          last.clear();
          inForce.get().fold(input.state(), input.event(), last::add);
          if (last.getFirst().refusal().isPresent()) failed++;
        } catch (RuntimeException e) {
          failed++;
        }
        long took = System.nanoTime() - begin;
        slowest = Math.max(slowest, took);
        if (took > LATE) late++;
        decided++;
      }
    }
  }
}
