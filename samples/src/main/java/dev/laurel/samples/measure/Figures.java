package dev.laurel.samples.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was measured: values by table, row and column. Not thread-safe. */
public final class Figures {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * One value.
   *
   * @param unit of the value, and what else is to be known of it
   */
  public record Figure(String table, String row, String column, double value, String unit) {}

  private final List<Figure> all = new ArrayList<>();

  public void add(String table, String row, String column, double value, String unit) {
    all.add(new Figure(table, row, column, value, unit));
  }

  public List<Figure> all() {
    return all;
  }

  public void addAll(Figures more) {
    all.addAll(more.all());
  }

  /** The value there; NaN where nothing was measured. */
  public double value(String table, String row, String column) {
    for (Figure figure : all)
      if (figure.table().equals(table)
          && figure.row().equals(row)
          && figure.column().equals(column)) return figure.value();
    return Double.NaN;
  }

  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
  }

  public static Figures read(Path file) throws IOException {
    Figures figures = new Figures();
    for (JsonNode each : JSON.readTree(Files.readString(file)))
      figures.add(
          each.path("table").asString(),
          each.path("row").asString(),
          each.path("column").asString(),
          each.path("value").asDouble(),
          each.path("unit").asString());
    return figures;
  }

  /** The middle one of these, or the mean of the two in the middle. */
  public static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
