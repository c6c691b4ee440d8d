package dev.laurel.engine.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cases of {@code engine/docs/how-rules-meet.md}, as they stand there.
 *
 * @param index the rows of the table that comes before the cases
 */
record MeetingCases(List<Entry> index, List<Case> cases) {
  private static final Path PAGE = Path.of("docs", "how-rules-meet.md");
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^\\| \\[(.+)]\\(#(.+)\\) \\| (.+) \\| (.+) \\|$");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```\\n");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (.+) \\| (\\d+ \\w+ \\d\\d:\\d\\d) \\| (.+) \\| (.+) \\|$");
  private static final Pattern GROUP = Pattern.compile("(.+), (\\S+) of (\\S+)");
  private static final Pattern LINE = Pattern.compile("(\\d+\\.\\d\\d)(?: (\\w+))?");
  private static final Pattern QUOTE = Pattern.compile("(?m)^> (.+)$");

  /** The page names no year; it is one that is none in particular. */
  private static final DateTimeFormatter WHEN =
      new DateTimeFormatterBuilder()
          .appendPattern("d MMMM HH:mm")
          .parseDefaulting(ChronoField.YEAR, 2026)
          .toFormatter(Locale.ENGLISH);

  /** A row of the table of all cases. */
  record Entry(String title, String anchor, String kind, String gives) {}

  /** A purchase, and what each rule gave for it. */
  record Row(
      String who, Map<String, String> groups, LocalDateTime at, List<Bought> buys, String gives) {}

  /** A line of a purchase, or all of it where it is of no category. */
  record Bought(long cents, Optional<String> category) {}

  /**
   * One case.
   *
   * @param pack its sections, those of the whole page where it says nothing of the programme
   * @param told the sentences quoted below it
   */
  record Case(String title, String pack, List<Row> rows, List<String> told) {
    @Override
    public String toString() {
      return title;
    }
  }

  /** Reads the page. */
  static MeetingCases read() {
    try {
      String[] parts = Files.readString(PAGE).split("(?m)^## ");
      String programme = yaml(parts[0]);
      List<Case> cases = new ArrayList<>();
      for (int i = 1; i < parts.length; i++) cases.add(oneOf(parts[i], programme));
      return new MeetingCases(
          ENTRY
              .matcher(parts[0])
              .results()
              .map(r -> new Entry(r.group(1), r.group(2), r.group(3), r.group(4)))
              .toList(),
          cases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case oneOf(String part, String programme) {
    String own = yaml(part);
    return new Case(
        part.lines().findFirst().orElseThrow(),
        "pack: {format: 1, id: meeting, version: 1.0.0, title: Meeting}\n"
            + (own.contains("programme:") ? "" : programme)
            + own,
        ROW.matcher(part).results().map(MeetingCases::row).toList(),
        QUOTE.matcher(part).results().map(r -> r.group(1)).toList());
  }

  private static String yaml(String part) {
    Matcher block = YAML.matcher(part);
    if (!block.find()) throw new AssertionError("There are no rules in: " + part);
    return block.group(1);
  }

  private static Row row(MatchResult row) {
    Matcher grouped = GROUP.matcher(row.group(1));
    boolean inGroup = grouped.matches();
    Map<String, String> groups = new TreeMap<>();
    if (inGroup) groups.put(grouped.group(3), grouped.group(2));
    return new Row(
        inGroup ? grouped.group(1) : row.group(1),
        groups,
        LocalDateTime.parse(row.group(2), WHEN),
        LINE.matcher(row.group(3)).results().map(MeetingCases::bought).toList(),
        row.group(4));
  }

  private static Bought bought(MatchResult line) {
    return new Bought(
        new BigDecimal(line.group(1)).movePointRight(2).longValueExact(),
        Optional.ofNullable(line.group(2)));
  }
}
