package dev.laurel.bench;

import dev.laurel.samples.measure.Figures;
import dev.laurel.samples.measure.Growth;
import dev.laurel.samples.measure.Intake;
import dev.laurel.samples.measure.Publications;
import dev.laurel.bench.Children.Ended;
import dev.laurel.bench.peers.PeerNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Measures all there is to measure and writes a report; {@code ./laurel bench} starts it.
 *
 * <p>{@code --quick} measures little of everything, to see that all of it still runs; its figures
 * mean nothing. {@code --only NAME} measures one part, or one engine.
 */
final class Bench {
  private static final List<String> OWN =
      List.of(
          DecisionBenchmark.HAND_INDEXED, DecisionBenchmark.HAND_LINEAR, DecisionBenchmark.LAUREL);
  private static final List<String> PARTS =
      List.of("decisions", "publications", "growth", "intake");
  private static final int PART_MINUTES = 10;

  private final Children children = Children.here();
  private final Figures figures = new Figures();
  private final List<String> missing = new ArrayList<>();
  private boolean failed;
  private final boolean quick;
  private final Optional<String> only;

  private Bench(boolean quick, Optional<String> only) {
    this.quick = quick;
    this.only = only;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    boolean quick = false;
    Optional<String> only = Optional.empty();
    for (int i = 0; i < args.length; i++)
      if (args[i].equals("--quick")) quick = true;
      else if (args[i].equals("--only") && i + 1 < args.length && names().contains(args[i + 1]))
        only = Optional.of(args[++i]);
      else {
        System.err.printf(
            "laurel: bench takes --quick and --only NAME, where NAME is one of %s.%n",
            String.join(", ", names()));
        System.exit(2);
      }
    System.exit(new Bench(quick, only).run() ? 0 : 1);
  }

  private static TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>(PARTS);
    names.addAll(OWN);
    names.addAll(PeerNames.IN_JAVA);
    names.addAll(NodePeers.NAMES);
    return names;
  }

  private boolean asked(String part) {
    return only.isEmpty() || only.get().equals(part);
  }

  private boolean run() throws IOException, InterruptedException {
    Files.createDirectories(children.out());
    decisions();
    for (String part : PARTS.subList(1, PARTS.size())) if (asked(part)) part(part);
    Report report = new Report(figures, missing, quick, Clock.systemUTC());
    Path folder =
        children.out().resolveSibling(only.map(o -> "only-" + o).orElse(quick ? "quick" : "full"));
    String text = report.write(folder);
    System.out.println(text);
    System.out.printf("Written to %s (report.md, figures.json).%n", folder);
    // Another engine that cannot run here is no fault of Laurel's.
    return !failed;
  }

  private void decisions() throws IOException, InterruptedException {
    Decisions decisions = new Decisions(children, quick);
    boolean all = asked("decisions");
    for (String contender : OWN)
      if (all || asked(contender)) own(contender, decisions.time(contender, false, figures));
    for (String contender : PeerNames.IN_JAVA)
      if (all || asked(contender)) tell(contender, decisions.time(contender, true, figures));
    List<String> node = NodePeers.NAMES.stream().filter(n -> all || asked(n)).toList();
    if (!node.isEmpty())
      tell(String.join(", ", node), new NodePeers(children, quick).time(node, figures));
  }

  private void own(String what, List<String> reasons) {
    failed |= !reasons.isEmpty();
    tell(what, reasons);
  }

  private void tell(String what, List<String> reasons) {
    missing.addAll(reasons);
    System.err.printf("%s: %s%n", what, reasons.isEmpty() ? "done" : String.join("; ", reasons));
  }

  private void part(String part) throws IOException, InterruptedException {
    String mainClass =
        switch (part) {
          case "publications" -> Publications.class.getName();
          case "growth" -> Growth.class.getName();
          case "intake" -> Intake.class.getName();
          default -> throw new IllegalArgumentException(part);
        };
    Path result = children.out().resolve(part + ".json").toAbsolutePath();
    Files.deleteIfExists(result);
    List<String> args = new ArrayList<>(List.of(result.toString()));
    if (quick) args.add("--quick");
    Ended ended = children.java(false, part, mainClass, args, PART_MINUTES);
    if (Files.exists(result)) figures.addAll(Figures.read(result));
    tell(
        part, ended instanceof Ended.Badly(var reason) ? List.of(part + ": " + reason) : List.of());
  }
}
