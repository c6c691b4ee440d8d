package dev.laurel.bench.peers;

import dev.laurel.samples.bench.Awards;
import dev.laurel.samples.bench.Contender;
import dev.laurel.samples.bench.Outcome;
import dev.laurel.samples.bench.Rule;
import dev.laurel.samples.bench.Test;
import dev.laurel.samples.bench.Visit;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/**
 * Drools as its documentation recommends it: rules as DRL text, compiled to an executable model.
 */
final class DroolsText implements Contender {
  @Override
  public String name() {
    return "Drools, DRL text, executable model";
  }

  @Override
  public Ready ready(List<Rule> rules) {
    StringBuilder text = new StringBuilder("package bench;\n");
    text.append("import ").append(Bean.class.getPackageName()).append(".*;\n");
    for (int i = 0; i < rules.size(); i++) text.append(drl(i, rules.get(i)));
    KieBase base =
        new KieHelper()
            .addContent(text.toString(), ResourceType.DRL)
            .build(ExecutableModelProject.class);
    String[] ids = Beans.ids(rules);
    return new Ready() {
      @Override
      public Object input(Visit visit) {
        return Beans.of(visit);
      }

      @Override
      public Object decide(Object input) {
        Beans beans = (Beans) input;
        Awards awards = beans.begin();
        KieSession session = base.newKieSession();
        try {
          session.insert(beans.whole());
          for (LineBean line : beans.lines()) session.insert(line);
          session.fireAllRules();
        } finally {
          session.dispose();
        }
        return awards.outcome(ids);
      }

      @Override
      public Outcome outcome(Object decided) {
        return (Outcome) decided;
      }
    };
  }

  private static String drl(int index, Rule rule) {
    String gives =
        switch (rule.gives()) {
          case Rule.Gives.Points(var points) -> points + "L";
          case Rule.Gives.PerEuro(var points) -> points + "L * ($f.getAmount() / 100)";
        };
    return """
    rule "%s" when
      $f : %sBean(%s)
    then
      $f.give(%d, %s);
    end
    """
        .formatted(
            rule.id(),
            rule.perLine() ? "Line" : "Whole",
            rule.tests().stream().map(DroolsText::constraint).collect(Collectors.joining(", ")),
            index,
            gives);
  }

  static String constraint(Test test) {
    return switch (test) {
      case Test.Is(var path, var text) -> "%s == \"%s\"".formatted(Beans.property(path), text);
      case Test.AtLeast(var path, var number) -> Beans.property(path) + " >= " + number + "L";
      case Test.Within(var path, var from, var below) ->
          "%1$s >= %2$dL && %1$s < %3$dL".formatted(Beans.property(path), from, below);
      case Test.Either(var tests) ->
          tests.stream().map(DroolsText::constraint).collect(Collectors.joining(" || ", "(", ")"));
      case Test.Not(Test.Is(var path, var text)) ->
          "%s != \"%s\"".formatted(Beans.property(path), text);
      case Test.Not(var inner) -> "!(" + constraint(inner) + ")";
    };
  }
}
