package dev.laurel.bench.peers;

import dev.laurel.samples.bench.Awards;
import dev.laurel.samples.bench.Contender;
import dev.laurel.samples.bench.Outcome;
import dev.laurel.samples.bench.Rule;
import dev.laurel.samples.bench.Test;
import dev.laurel.samples.bench.Visit;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * Drools DMN: a decision table that collects for the visit, and one that is asked for each line.
 * They name the rules; the points are worked out by whoever asks.
 */
final class Dmn implements Contender {
  private static final String SPACE = "https://laurel.dev/bench";

  @Override
  public String name() {
    return "Drools DMN, decision tables that collect";
  }

  /** One table with its model. */
  private record Decided(DMNModel model, List<String> inputs) {}

  @Override
  public Ready ready(List<Rule> rules) {
    Table whole = Table.of(rules, false);
    Table lines = Table.of(rules, true);
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(
                List.of(
                    ResourceFactory.newReaderResource(new StringReader(model("whole", whole))),
                    ResourceFactory.newReaderResource(new StringReader(model("lines", lines)))))
            .getOrElseThrow(IllegalStateException::new);
    Decided asWhole = new Decided(runtime.getModel(SPACE, "whole"), whole.inputs());
    Decided asLines = new Decided(runtime.getModel(SPACE, "lines"), lines.inputs());
    String[] ids = Beans.ids(rules);
    return new Ready() {
      @Override
      public Object input(Visit visit) {
        return visit;
      }

      @Override
      public Object decide(Object input) {
        Visit visit = (Visit) input;
        Awards awards = new Awards();
        ask(asWhole, visit.facts(), visit.facts(), "purchase.amount", awards);
        for (var line : visit.lines()) ask(asLines, visit.facts(), line, "line.amount", awards);
        return awards.outcome(ids);
      }

      private void ask(
          Decided of,
          Map<String, Object> event,
          Map<String, Object> line,
          String amount,
          Awards awards) {
        DMNContext context = runtime.newContext();
        for (String path : of.inputs())
          context.set(
              Beans.property(path), path.startsWith("line.") ? line.get(path) : event.get(path));
        DMNResult result = runtime.evaluateAll(of.model(), context);
        if (result.hasErrors()) throw new IllegalStateException(result.getMessages().toString());
        if (!(result.getDecisionResultByName("awards").getResult() instanceof List<?> found))
          throw new IllegalStateException("A table that collects gives a list.");
        for (Object each : found) {
          int rule = ((Number) each).intValue();
          awards.add(rule, Beans.points(rules.get(rule).gives(), Bean.number(line, amount)));
        }
      }

      @Override
      public Outcome outcome(Object decided) {
        return (Outcome) decided;
      }
    };
  }

  private static String model(String name, Table table) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        <definitions xmlns="http://www.omg.org/spec/DMN/20180521/MODEL/" id="%1$s" name="%1$s" namespace="%2$s">
        """
            .formatted(name, SPACE));
    StringBuilder needs = new StringBuilder();
    for (String path : table.inputs()) {
      String input = Beans.property(path);
      text.append(
          "<inputData id=\"i_%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"%2$s\"/></inputData>%n"
              .formatted(input, isNumber(path) ? "number" : "string"));
      needs.append(
          "<informationRequirement id=\"n_%1$s\"><requiredInput href=\"#i_%1$s\"/></informationRequirement>%n"
              .formatted(input));
    }
    text.append("<decision id=\"d\" name=\"awards\"><variable name=\"awards\"/>\n").append(needs);
    text.append("<decisionTable hitPolicy=\"COLLECT\">\n");
    for (String path : table.paths()) column(text, Beans.property(path), isNumber(path));
    if (!table.either().isEmpty()) column(text, Beans.property(table.either().getFirst()), false);
    text.append("<output name=\"rule\" typeRef=\"number\"/>\n");
    table
        .rows()
        .forEach((index, row) -> {
          text.append("<rule>");
          for (String path : table.paths()) {
            Test test = row.cells().get(path);
            cell(text, test == null ? "-" : unary(test));
          }
          if (!table.either().isEmpty()) cell(text, either(table, row));
          text.append("<outputEntry><text>").append(index).append("</text></outputEntry></rule>\n");
        });
    return text.append("</decisionTable></decision></definitions>").toString();
  }

  private static void column(StringBuilder text, String input, boolean number) {
    text.append(
        "<input><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression></input>%n"
            .formatted(number ? "number" : "string", input));
  }

  private static void cell(StringBuilder text, String unary) {
    text.append("<inputEntry><text>")
        .append(unary.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        .append("</text></inputEntry>");
  }

  private static String either(Table table, Table.Row row) {
    if (row.either().isEmpty()) return "-";
    return "? = \"%s\" or %s = \"%s\""
        .formatted(row.either().get(0), Beans.property(table.either().get(1)), row.either().get(1));
  }

  private static boolean isNumber(String path) {
    return Numbers.are(path);
  }

  private static String unary(Test test) {
    return switch (test) {
      case Test.Is(var path, var text) -> "\"" + text + "\"";
      case Test.AtLeast(var path, var number) -> ">= " + number;
      case Test.Within(var path, var from, var below) -> "[%d..%d)".formatted(from, below);
      case Test.Not(var inner) -> "not(" + unary(inner) + ")";
      case Test.Either e -> throw new IllegalArgumentException("Either has a column of its own.");
    };
  }
}
