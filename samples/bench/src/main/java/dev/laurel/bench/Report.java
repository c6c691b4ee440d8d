package dev.laurel.bench;

import dev.laurel.samples.measure.Figures;
import dev.laurel.samples.measure.Figures.Figure;
import dev.laurel.bench.peers.PeerNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** What was measured, as Markdown and as JSON. */
final class Report {
  private static final Map<String, String> TITLES = titles();

  private final Figures figures;
  private final List<String> missing;
  private final boolean quick;
  private final Clock clock;

  Report(Figures figures, List<String> missing, boolean quick, Clock clock) {
    this.figures = figures;
    this.missing = missing;
    this.quick = quick;
    this.clock = clock;
  }

  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put(Decisions.TIME, "A decision");
    titles.put(Decisions.BYTES, "Allocated with a decision");
    titles.put(
        "checked",
        "Visits on which the same was decided as by hand-written Java, before anything was timed");
    titles.put("built", "Making the rules ready");
    titles.put("publication", "Publishing");
    titles.put("memory", "Memory after many publications of 1,000 rules");
    titles.put("swap", "Publishing while others decide");
    titles.put("rules", "Growth with rules");
    titles.put("history", "Growth with the history of one member");
    titles.put("campaigns", "Growth with campaigns in force");
    titles.put("cells", "Growth with the cells of a rate table");
    titles.put("features", "What one thing more costs beside 100 rules that name a value");
    titles.put("members", "Growth with members in the store");
    titles.put("kept of an event", "What the store keeps of an event");
    titles.put("intake", "Intake");
    return titles;
  }

  /** Writes the report, its short form and the figures into a folder and tells the first. */
  String write(Path folder) throws IOException {
    String text = markdown();
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.md"), text);
    Files.writeString(folder.resolve("short.md"), brief());
    figures.write(folder.resolve("figures.json"));
    return text;
  }

  private String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("Measured on %s: %s.%n".formatted(LocalDate.now(clock), machine()));
    if (quick)
      text.append("A quick run: it shows that all of it runs; its figures mean nothing.\n");
    text.append("\nEngines: ").append(Versions.all()).append("\n");
    TITLES.forEach((table, title) -> {
      List<Figure> own = figures.all().stream().filter(f -> f.table().equals(table)).toList();
      if (!own.isEmpty()) text.append(table(title, own));
    });
    targets(text);
    if (!missing.isEmpty()) {
      text.append("\nNot measured:\n\n");
      for (String each : missing) text.append("- ").append(each).append('\n');
    }
    return text.toString();
  }

  /** What a README has room for: decisions with 100 rules, and what is wanted. */
  private String brief() {
    StringBuilder text = new StringBuilder();
    text.append("Measured on %s: %s.%n".formatted(LocalDate.now(clock), machine()));
    List<Figure> own =
        figures.all().stream()
            .filter(f -> f.table().equals(Decisions.TIME) && f.column().endsWith(" 100"))
            .toList();
    if (!own.isEmpty()) text.append(table("A decision with 100 rules", own));
    targets(text);
    return text.toString();
  }

  private static String machine() {
    return "%d cores, %s %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version());
  }

  private static String table(String title, List<Figure> own) {
    SequencedSet<String> columns = new LinkedHashSet<>();
    SequencedMap<String, Map<String, Double>> rows = new LinkedHashMap<>();
    SequencedMap<String, String> units = new LinkedHashMap<>();
    for (Figure figure : own) {
      columns.add(figure.column());
      rows.computeIfAbsent(figure.row(), r -> new LinkedHashMap<>())
          .put(figure.column(), figure.value());
      units.put(figure.row(), figure.unit());
    }
    boolean oneUnit = units.values().stream().distinct().count() == 1;
    StringBuilder text = new StringBuilder("\n### " + title);
    if (oneUnit && !own.getFirst().unit().isEmpty())
      text.append(" (").append(own.getFirst().unit()).append(')');
    text.append("\n\n| |");
    for (String column : columns) text.append(' ').append(column).append(" |");
    text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
    rows.forEach((row, values) -> {
      text.append("| ").append(row);
      if (!oneUnit && !units.getOrDefault(row, "").isEmpty())
        text.append(", ").append(units.get(row));
      text.append(" |");
      for (String column : columns)
        text.append(' ').append(number(values.get(column))).append(" |");
      text.append('\n');
    });
    return text.toString();
  }

  private static String number(@org.jspecify.annotations.Nullable Double value) {
    if (value == null) return "-";
    if (value >= 100 || value == Math.rint(value))
      return String.format(Locale.ROOT, "%,.0f", value);
    return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
  }

  private void targets(StringBuilder text) {
    if (quick) return;
    List<String> lines = new ArrayList<>();
    double ours = time(DecisionBenchmark.LAUREL, "INDEXED 100");
    line(
        lines,
        "of hand-written indexed Java, 100 rules",
        ours / time(DecisionBenchmark.HAND_INDEXED, "INDEXED 100"),
        "at most 5 times",
        5);
    double best = Double.POSITIVE_INFINITY;
    for (String peer :
        List.of(
            PeerNames.EVRETE,
            PeerNames.EASY_RULES,
            PeerNames.OPENL,
            NodePeers.ZEN,
            NodePeers.JSON_RULES)) {
      double time = time(peer, "INDEXED 100");
      if (time < best) best = time;
    }
    line(
        lines,
        "of the best rule engine that is not Drools, 100 rules",
        ours / best,
        "at most a quarter",
        0.25);
    line(
        lines,
        "of Drools from DRL text, 100 rules",
        ours / time(PeerNames.DROOLS_TEXT, "INDEXED 100"),
        "at most 1",
        1);
    line(
        lines,
        "with 1,000 rules of that with 100",
        time(DecisionBenchmark.LAUREL, "INDEXED 1000") / ours,
        "at most 2 times",
        2);
    line(
        lines,
        "KiB allocated with a decision, 100 rules",
        figures.value(Decisions.BYTES, DecisionBenchmark.LAUREL, "INDEXED 100") / 1024,
        "at most 16",
        16);
    line(
        lines,
        "ms for a revision of 1,000 rules, warm",
        figures.value("publication", "a revision built, warm", "1000 rules"),
        "below 50",
        50);
    line(
        lines,
        "% of the bare driver, single events",
        figures.value("intake", "ratio", "8 clients"),
        "60 or more",
        -60);
    line(
        lines,
        "times one client's single events, import",
        figures.value(
            "intake", "import beside one client that posts single events", "one process"),
        "10 or more",
        -10);
    if (lines.isEmpty()) return;
    text.append("\n### What is wanted\n\n| Laurel | wanted | measured | |\n|---|---|---|---|\n");
    lines.forEach(text::append);
  }

  /**
   * @param bound at most this much; below zero, at least as much as without the sign
   */
  private static void line(
      List<String> lines, String what, double value, String wanted, double bound) {
    if (Double.isNaN(value)) return;
    boolean reached = bound < 0 ? value >= -bound : value <= bound;
    lines.add(
        "| %s | %s | %s | %s |%n"
            .formatted(what, wanted, number(value), reached ? "reached" : "**missed**"));
  }

  private double time(String who, String column) {
    return figures.value(Decisions.TIME, who, column);
  }
}
