package dev.laurel.samples.bench;

import dev.laurel.samples.bench.Rule.Gives;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a programmer would write for exactly this and nothing else: the limit. Rules that name a
 * category or a store are found by it; the others are looked through.
 */
public final class HandWritten implements Contender {
  private final boolean indexed;

  private HandWritten(boolean indexed) {
    this.indexed = indexed;
  }

  /** With an index where one helps. */
  public static HandWritten indexed() {
    return new HandWritten(true);
  }

  /** Every rule looked at. */
  public static HandWritten linear() {
    return new HandWritten(false);
  }

  @Override
  public String name() {
    return indexed ? "hand-written Java, indexed" : "hand-written Java, linear";
  }

  @Override
  public Ready ready(List<Rule> rules) {
    return new Decides(rules, indexed);
  }

  private interface Asked {
    boolean holds(Map<String, Object> event, Map<String, Object> line);
  }

  private record Made(int index, Asked[] tests, long points, boolean perEuro) {
    boolean holds(Map<String, Object> event, Map<String, Object> line) {
      for (Asked test : tests) if (!test.holds(event, line)) return false;
      return true;
    }

    long gives(long cents) {
      return perEuro ? points * (cents / Words.CENTS) : points;
    }
  }

  /** The rules of one kind: those found by the value that they name, and the others. */
  private static final class Found {
    final String path;
    final Map<Object, Made[]> byValue = new HashMap<>();
    Made[] others = {};

    Found(String path) {
      this.path = path;
    }

    void add(Made made, Rule rule, boolean indexed) {
      for (Test test : rule.tests())
        if (indexed && test instanceof Test.Is(var of, var text) && of.equals(path)) {
          byValue.merge(text, new Made[] {made}, Found::joined);
          return;
        }
      others = joined(others, new Made[] {made});
    }

    private static Made[] joined(Made[] some, Made[] more) {
      Made[] all = Arrays.copyOf(some, some.length + more.length);
      System.arraycopy(more, 0, all, some.length, more.length);
      return all;
    }
  }

  private static final class Decides implements Ready {
    private static final Made[] NONE = {};
    private final String[] ids;
    private final Found events = new Found("purchase.store");
    private final Found lines = new Found("line.category");

    Decides(List<Rule> rules, boolean indexed) {
      ids = rules.stream().map(Rule::id).toArray(String[]::new);
      for (int i = 0; i < rules.size(); i++) {
        Rule rule = rules.get(i);
        Asked[] tests = rule.tests().stream().map(Decides::asked).toArray(Asked[]::new);
        Made made =
            switch (rule.gives()) {
              case Gives.Points(var points) -> new Made(i, tests, points, false);
              case Gives.PerEuro(var points) -> new Made(i, tests, points, true);
            };
        (rule.perLine() ? lines : events).add(made, rule, indexed);
      }
    }

    private static Asked asked(Test test) {
      return switch (test) {
        case Test.Is(var path, var text) ->
            path.startsWith("line.")
                ? (event, line) -> text.equals(line.get(path))
                : (event, line) -> text.equals(event.get(path));
        case Test.AtLeast(var path, var number) ->
            (event, line) -> number(path, event, line) >= number;
        case Test.Within(var path, var from, var below) ->
            (event, line) -> {
              long number = number(path, event, line);
              return number >= from && number < below;
            };
        case Test.Either(var tests) -> {
          Asked[] all = tests.stream().map(Decides::asked).toArray(Asked[]::new);
          yield (event, line) -> {
            for (Asked each : all) if (each.holds(event, line)) return true;
            return false;
          };
        }
        case Test.Not(var inner) -> {
          Asked asked = asked(inner);
          yield (event, line) -> !asked.holds(event, line);
        }
      };
    }

    private static long number(String path, Map<String, Object> event, Map<String, Object> line) {
      Object number = path.startsWith("line.") ? line.get(path) : event.get(path);
      return number instanceof Long known ? known : Long.MIN_VALUE;
    }

    @Override
    public Object input(Visit visit) {
      return visit;
    }

    @Override
    public Object decide(Object input) {
      Visit visit = (Visit) input;
      Awards awards = new Awards();
      Map<String, Object> event = visit.facts();
      long amount = number("purchase.amount", event, event);
      Object store = event.get(events.path);
      ask(events.byValue.getOrDefault(store, NONE), event, event, amount, awards);
      ask(events.others, event, event, amount, awards);
      for (Map<String, Object> line : visit.lines()) {
        long cents = number("line.amount", event, line);
        Object category = line.get(lines.path);
        ask(lines.byValue.getOrDefault(category, NONE), event, line, cents, awards);
        ask(lines.others, event, line, cents, awards);
      }
      return awards.outcome(ids);
    }

    private static void ask(
        Made[] rules,
        Map<String, Object> event,
        Map<String, Object> line,
        long cents,
        Awards awards) {
      for (Made rule : rules)
        if (rule.holds(event, line)) awards.add(rule.index(), rule.gives(cents));
    }

    @Override
    public Outcome outcome(Object decided) {
      return (Outcome) decided;
    }
  }
}
