package dev.laurel.samples.measure;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.StateCodec;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.samples.bench.Laurel;
import dev.laurel.samples.bench.LaurelPack;
import dev.laurel.samples.bench.Visit;
import dev.laurel.samples.bench.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How times grow: with rules, history, campaigns, table cells, and members in the store. */
public final class Growth {
  private static final String TIME = "µs, median of the rounds";
  private static final double THOUSAND = 1e3;
  private static final int VISITS = 2_000;

  private final Figures figures = new Figures();
  private final boolean quick;
  private final int rounds;

  private Growth(boolean quick) {
    this.quick = quick;
    this.rounds = quick ? 3 : 9;
  }

  public static void main(String[] args) throws IOException {
    Growth growth = new Growth(List.of(args).contains("--quick"));
    growth.rules();
    growth.history();
    growth.campaigns();
    growth.cells();
    growth.features();
    Filling.measure(growth.quick, growth.figures);
    growth.figures.write(Path.of(args[0]));
  }

  private List<Integer> sizes(Integer... all) {
    return quick ? List.of(all[0], all[1]) : List.of(all);
  }

  private void rules() {
    for (Workload workload : Workload.values())
      for (int size : sizes(10, 100, 1000, 2000, 5000)) {
        if (workload == Workload.RANGES && size > 2000) continue;
        PackResult.Read read = LaurelPack.read(workload.rules(size));
        figures.add(
            "rules",
            workload.title(),
            size + " rules",
            perDecision(new Fold(Revision.of(read.pack(), read.digest())), workload, size),
            TIME);
      }
  }

  /** The time of a decision, with visits made for so many rules. */
  private double perDecision(Fold fold, Workload workload, int size) {
    List<Laurel.Input> inputs =
        workload.visits(VISITS, size).stream().map(visit -> Laurel.input(fold, visit)).toList();
    return micros(
        inputs.size(),
        () -> {
          int postings = 0;
          for (Laurel.Input input : inputs) postings += decide(fold, input).postings().size();
          return postings;
        });
  }

  private static Decision decide(Fold fold, Laurel.Input input) {
    List<Decision> decisions = new ArrayList<>(1);
    fold.fold(input.state(), input.event(), decisions::add);
    return decisions.getLast();
  }

  /** Work that is measured; what it tells keeps it from being left out. */
  private interface Work {
    int run();
  }

  private double micros(int times, Work work) {
    List<Double> all = new ArrayList<>();
    for (int round = 0; round < 2 * rounds; round++) {
      long begin = System.nanoTime();
      int done = 0;
      int runs = 0;
      do {
        done += work.run();
        runs++;
      } while (System.nanoTime() - begin < (quick ? 20 : 100) * 1_000_000L);
      if (done < 0) throw new IllegalStateException("Nothing was done.");
      if (round >= rounds) all.add((System.nanoTime() - begin) / THOUSAND / runs / times);
    }
    return Figures.median(all);
  }

  /** One member whose history grows; what one more event costs, and how large the state is. */
  private void history() {
    int size = 100;
    PackResult.Read read = LaurelPack.read(Workload.RANGES.rules(size));
    Fold fold = new Fold(Revision.of(read.pack(), read.digest()));
    Visit visit = Workload.RANGES.visits(1, size).getFirst();
    MemberState state = Laurel.input(fold, visit).state();
    Event purchase = Laurel.event(visit);
    int events = 0;
    for (int target : sizes(10, 100, 1_000, 10_000)) {
      // Three visits a day, as the most loyal guest of a café would come.
      for (; events < target; events++) state = fold.fold(state, at(purchase, events), d -> {});
      MemberState now = state;
      Event next = at(purchase, events);
      figures.add(
          "history",
          "one more event folded",
          target + " events",
          micros(1, () -> decide(fold, new Laurel.Input(now, next)).findings().size()),
          TIME);
      figures.add(
          "history",
          "the member's state",
          target + " events",
          StateCodec.write(now).length,
          "bytes");
    }
  }

  private static Event at(Event event, int number) {
    return new Event(
        event.source(),
        "h" + number,
        event.member(),
        event.occurredAt().plus(Duration.ofHours(8L * number)),
        event.body());
  }

  /** Campaigns that are all in force, of which one applies by its store and all look at the day. */
  private void campaigns() {
    for (int size : sizes(1, 10, 100, 500)) {
      StringBuilder text = new StringBuilder(LaurelPack.programme(false));
      text.append("campaigns:\n");
      for (int i = 0; i < size; i++)
        text.append(
            """
              - id: c%1$d
                title: c%1$d
                schedule: {from: 2026-01-01, to: 2026-12-31}
                when: purchase.store = "store-%2$d"
                rules:
                  - id: r%1$d
                    title: r%1$d
                    then:
                      - {type: points, kind: points, points: 5}
            """
                .formatted(i, i % Math.max(1, size / 5)));
      PackResult.Read read = LaurelPack.read(text.toString());
      Fold fold = new Fold(Revision.of(read.pack(), read.digest()));
      figures.add(
          "campaigns",
          "a decision, about five applying",
          size + " campaigns",
          // As many stores as the campaigns name.
          perDecision(fold, Workload.INDEXED, Math.max(1, size / 5) * 40),
          TIME);
    }
  }

  /** One thing more that a programme can say, each beside the same rules. */
  private void features() {
    Features.packs()
        .forEach((more, text) -> {
          PackResult.Read read = LaurelPack.read(text);
          Fold fold = new Fold(Revision.of(read.pack(), read.digest()));
          figures.add(
              "features",
              more,
              "a decision",
              perDecision(fold, Workload.INDEXED, Features.RULES),
              TIME);
        });
  }

  /** A table of category and store, three cells a row. */
  private void cells() {
    for (int size : sizes(10, 150, 1_500, 15_000, 150_000)) {
      int rows = Math.max(1, size / 3);
      int categories = (int) Math.max(1, Math.round(Math.sqrt(rows)));
      StringBuilder text = new StringBuilder(LaurelPack.programme(false));
      text.append("earning:\n");
      text.append(
          LaurelPack.group(
              "all",
              """
                    - id: rate
                      title: rate
                      per: line
                      then:
                        - {type: by-table, kind: points, table: rates, of: {netOf: []}}
              """));
      text.append(
          """
          tables:
            - id: rates
              title: rates
              gives: points-per-amount
              columns:
                - {id: category, operand: line.category}
                - {id: store, operand: purchase.store}
              rows:
          """);
      for (int i = 0; i < rows; i++)
        text.append(
            "      - {id: r%d, cells: [category-%d, store-%d], gives: %d}%n"
                .formatted(i, i % categories, i / categories, 1 + i % 3));
      PackResult.Read read = LaurelPack.read(text.toString());
      Fold fold = new Fold(Revision.of(read.pack(), read.digest()));
      figures.add(
          "cells",
          "a decision, five lines looked up",
          size + " cells",
          perDecision(fold, Workload.INDEXED, Math.max(8, categories * 8)),
          TIME);
    }
  }

  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(java.util.Comparator.reverseOrder()).toList();
    }
    for (Path file : all) Files.delete(file);
  }
}
