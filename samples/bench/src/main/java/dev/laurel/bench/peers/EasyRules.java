package dev.laurel.bench.peers;

import dev.laurel.samples.bench.Awards;
import dev.laurel.samples.bench.Contender;
import dev.laurel.samples.bench.Outcome;
import dev.laurel.samples.bench.Rule;
import dev.laurel.samples.bench.Test;
import dev.laurel.samples.bench.Visit;
import java.util.List;
import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules: conditions and actions as lambdas; rules of lines are fired once for each line. */
final class EasyRules implements Contender {
  private static final String FACT = "fact";

  @Override
  public String name() {
    return "Easy Rules";
  }

  @Override
  public Ready ready(List<Rule> rules) {
    Rules whole = new Rules();
    Rules lines = new Rules();
    for (int i = 0; i < rules.size(); i++)
      (rules.get(i).perLine() ? lines : whole).register(made(i, rules.get(i)));
    RulesEngine engine = new DefaultRulesEngine();
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
        engine.fire(whole, facts(new Asked(visit.facts(), visit.facts(), awards)));
        for (var line : visit.lines())
          engine.fire(lines, facts(new Asked(visit.facts(), line, awards)));
        return awards.outcome(ids);
      }

      @Override
      public Outcome outcome(Object decided) {
        return (Outcome) decided;
      }
    };
  }

  private static Facts facts(Asked asked) {
    Facts facts = new Facts();
    facts.put(FACT, asked);
    return facts;
  }

  private static org.jeasy.rules.api.Rule made(int index, Rule rule) {
    List<Predicate<Asked>> tests = rule.tests().stream().map(Asked::test).toList();
    return new RuleBuilder()
        .name(rule.id())
        .when(facts -> {
          Asked asked = facts.get(FACT);
          for (Predicate<Asked> test : tests) if (!test.test(asked)) return false;
          return true;
        })
        .then(facts -> {
          Asked asked = facts.get(FACT);
          asked.awards().add(index, Beans.points(rule.gives(), asked.amount(rule.perLine())));
        })
        .build();
  }

  /** What rules are asked of: a visit, or a line of it. */
  private record Asked(
      java.util.Map<String, Object> event, java.util.Map<String, Object> line, Awards awards) {
    long amount(boolean perLine) {
      return number(perLine ? "line.amount" : "purchase.amount");
    }

    private Object of(String path) {
      Object fact = path.startsWith("line.") ? line.get(path) : event.get(path);
      return fact == null ? "" : fact;
    }

    private long number(String path) {
      return of(path) instanceof Long number ? number : Long.MIN_VALUE;
    }

    static Predicate<Asked> test(Test test) {
      return switch (test) {
        case Test.Is(var path, var text) -> asked -> text.equals(asked.of(path));
        case Test.AtLeast(var path, var number) -> asked -> asked.number(path) >= number;
        case Test.Within(var path, var from, var below) ->
            asked -> asked.number(path) >= from && asked.number(path) < below;
        case Test.Either(var tests) ->
            tests.stream().map(Asked::test).reduce(Predicate::or).orElseThrow();
        case Test.Not(var inner) -> test(inner).negate();
      };
    }
  }
}
