package dev.laurel.bench.peers;

import dev.laurel.samples.bench.Awards;
import dev.laurel.samples.bench.Contender;
import dev.laurel.samples.bench.Outcome;
import dev.laurel.samples.bench.Rule;
import dev.laurel.samples.bench.Test;
import dev.laurel.samples.bench.Visit;
import java.util.List;
import java.util.stream.Collectors;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/**
 * Evrete with conditions as literals, which it compiles, and evaluates once for all rules that say
 * the same.
 */
final class Evrete implements Contender {
  @Override
  public String name() {
    return "Evrete";
  }

  @Override
  public Ready ready(List<Rule> rules) {
    KnowledgeService service = new KnowledgeService();
    RuleSetBuilder<Knowledge> set = service.newKnowledge().builder();
    for (int i = 0; i < rules.size(); i++) add(i, rules.get(i), set);
    Knowledge knowledge = set.build();
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
        StatelessSession session = knowledge.newStatelessSession();
        session.insert(beans.whole());
        session.insert(beans.lines());
        session.fire();
        return awards.outcome(ids);
      }

      @Override
      public Outcome outcome(Object decided) {
        return (Outcome) decided;
      }
    };
  }

  private static void add(int index, Rule rule, RuleSetBuilder<Knowledge> set) {
    LhsBuilder<Knowledge> lhs =
        set.newRule(rule.id()).forEach("$f", rule.perLine() ? LineBean.class : WholeBean.class);
    for (Test test : rule.tests()) lhs = lhs.where(literal(test));
    lhs.execute(context -> {
      Bean bean = context.get("$f");
      bean.give(index, Beans.points(rule.gives(), bean.getAmount()));
    });
  }

  private static String literal(Test test) {
    return switch (test) {
      case Test.Is(var path, var text) -> "$f.%s.equals(\"%s\")".formatted(of(path), text);
      case Test.AtLeast(var path, var number) -> "$f.%s >= %dL".formatted(of(path), number);
      case Test.Within(var path, var from, var below) ->
          "$f.%1$s >= %2$dL && $f.%1$s < %3$dL".formatted(of(path), from, below);
      case Test.Either(var tests) ->
          tests.stream().map(Evrete::literal).collect(Collectors.joining(" || ", "(", ")"));
      case Test.Not(var inner) -> "!(" + literal(inner) + ")";
    };
  }

  private static String of(String path) {
    return Beans.property(path);
  }
}
