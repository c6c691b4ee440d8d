package dev.laurel.bench.peers;

import dev.laurel.samples.bench.Awards;
import dev.laurel.samples.bench.Contender;
import dev.laurel.samples.bench.Outcome;
import dev.laurel.samples.bench.Rule;
import dev.laurel.samples.bench.Test;
import dev.laurel.samples.bench.Visit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openl.rules.runtime.RulesEngineFactory;

/**
 * OpenL Tablets: a workbook with a decision table that collects for the visit, and one that is
 * asked for each line. They name the rules; the points are worked out by whoever asks.
 */
final class OpenL implements Contender {
  /** What the workbook offers. */
  public interface Tables {
    Integer[] whole(WholeBean of);

    Integer[] line(LineBean of);
  }

  @Override
  public String name() {
    return "OpenL Tablets, decision tables that collect";
  }

  @Override
  public Ready ready(List<Rule> rules) {
    Tables tables = tables(rules);
    String[] ids = Beans.ids(rules);
    return new Ready() {
      @Override
      public Object input(Visit visit) {
        return Beans.of(visit);
      }

      @Override
      public Object decide(Object input) {
        Beans beans = (Beans) input;
        Awards awards = new Awards();
        for (Integer rule : tables.whole(beans.whole())) add(rule, beans.whole(), awards);
        for (LineBean line : beans.lines())
          for (Integer rule : tables.line(line)) add(rule, line, awards);
        return awards.outcome(ids);
      }

      private void add(Integer rule, Bean of, Awards awards) {
        awards.add(rule, Beans.points(rules.get(rule).gives(), of.getAmount()));
      }

      @Override
      public Outcome outcome(Object decided) {
        return (Outcome) decided;
      }
    };
  }

  private static Tables tables(List<Rule> rules) {
    try {
      Path file = Files.createTempFile("openl", ".xlsx");
      try (XSSFWorkbook book = new XSSFWorkbook();
          OutputStream out = Files.newOutputStream(file)) {
        Sheet sheet = book.createSheet("Rules");
        int next = environment(sheet);
        next = table(sheet, next, "whole(WholeBean of)", Table.of(rules, false));
        table(sheet, next, "line(LineBean of)", Table.of(rules, true));
        book.write(out);
      }
      RulesEngineFactory<Tables> factory =
          new RulesEngineFactory<>(file.toUri().toURL(), Tables.class);
      Tables made = factory.newEngineInstance();
      Files.delete(file);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int environment(Sheet sheet) {
    cell(sheet, 1, 1, "Environment");
    sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
    cell(sheet, 2, 1, "import");
    cell(sheet, 2, 2, Bean.class.getPackageName());
    return 5;
  }

  /** Writes a table and tells the first free row below it. */
  private static int table(Sheet sheet, int top, String signature, Table table) {
    List<String> columns = new ArrayList<>(table.paths());
    int last = columns.size() + (table.either().isEmpty() ? 0 : 2);
    cell(sheet, top, 1, "Rules Integer[] " + signature);
    if (last > 0) sheet.addMergedRegion(new CellRangeAddress(top, top, 1, 1 + last));
    int column = 1;
    for (String path : columns) {
      head(
          sheet,
          top,
          column,
          "C" + column,
          expression(path, table),
          parameter(path, column, table));
      column++;
    }
    if (!table.either().isEmpty()) {
      head(
          sheet,
          top,
          column,
          "C" + column,
          "(of.%s == one) || (of.%s == other)"
              .formatted(
                  Beans.property(table.either().get(0)), Beans.property(table.either().get(1))),
          "String one");
      cell(sheet, top + 3, column + 1, "String other");
      cell(sheet, top + 4, column + 1, "other");
      sheet.addMergedRegion(new CellRangeAddress(top + 1, top + 1, column, column + 1));
      sheet.addMergedRegion(new CellRangeAddress(top + 2, top + 2, column, column + 1));
      column += 2;
    }
    head(sheet, top, column, "CRET1", "rule", "Integer rule");
    int row = top + 5;
    for (Map.Entry<Integer, Table.Row> each : table.rows().entrySet())
      row(sheet, row++, columns, each.getKey(), each.getValue(), table);
    return row + 2;
  }

  private static void head(
      Sheet sheet, int top, int column, String kind, String expression, String parameter) {
    cell(sheet, top + 1, column, kind);
    cell(sheet, top + 2, column, expression);
    cell(sheet, top + 3, column, parameter);
    cell(sheet, top + 4, column, parameter);
  }

  private static void row(
      Sheet sheet, int row, List<String> columns, int rule, Table.Row asked, Table table) {
    int column = 1;
    for (String path : columns) {
      Test test = asked.cells().get(path);
      if (test != null) cell(sheet, row, column, value(test));
      column++;
    }
    if (!table.either().isEmpty()) {
      for (int i = 0; i < asked.either().size(); i++)
        cell(sheet, row, column + i, asked.either().get(i));
      column += 2;
    }
    line(sheet, row).createCell(column).setCellValue(rule);
  }

  private static void cell(Sheet sheet, int row, int column, String text) {
    line(sheet, row).createCell(column).setCellValue(text);
  }

  private static Row line(Sheet sheet, int row) {
    return sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
  }

  /** A text that is excluded is asked for with !=, all else in the manner that has an index. */
  private static String expression(String path, Table table) {
    String fact = "of." + Beans.property(path);
    return excludes(path, table) ? fact + " != text" : fact;
  }

  private static boolean excludes(String path, Table table) {
    return table.rows().values().stream()
        .anyMatch(row -> row.cells().get(path) instanceof Test.Not);
  }

  private static String parameter(String path, int column, Table table) {
    if (excludes(path, table)) return "String text";
    return (Numbers.are(path) ? "IntRange" : "String") + " p" + column;
  }

  private static String value(Test test) {
    return switch (test) {
      case Test.Is(var path, var text) -> text;
      case Test.AtLeast(var path, var number) -> ">= " + number;
      case Test.Within(var path, var from, var below) -> "[%d; %d)".formatted(from, below);
      case Test.Not(var inner) -> value(inner);
      case Test.Either e -> throw new IllegalArgumentException("Either has a column of its own.");
    };
  }
}
