package dev.laurel.bench.peers;

import dev.laurel.samples.bench.Awards;
import dev.laurel.samples.bench.Rule;
import dev.laurel.samples.bench.Visit;
import java.util.List;

/** A visit as beans. */
record Beans(WholeBean whole, List<LineBean> lines) {
  private static final int CENTS = 100;

  static Beans of(Visit visit) {
    return new Beans(
        new WholeBean(visit.facts()),
        visit.lines().stream().map(line -> new LineBean(visit.facts(), line)).toList());
  }

  /** Has the awards of a new decision gathered. */
  Awards begin() {
    Awards awards = new Awards();
    whole.begin(awards);
    for (LineBean line : lines) line.begin(awards);
    return awards;
  }

  static String[] ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).toArray(String[]::new);
  }

  /** The property that holds a fact. */
  static String property(String path) {
    return path.substring(path.indexOf('.') + 1);
  }

  /** What a rule gives for an amount. */
  static long points(Rule.Gives gives, long cents) {
    return switch (gives) {
      case Rule.Gives.Points(var points) -> points;
      case Rule.Gives.PerEuro(var points) -> points * (cents / CENTS);
    };
  }
}
