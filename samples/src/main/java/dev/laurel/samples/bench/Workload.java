package dev.laurel.samples.bench;

import java.util.List;

/** What is decided: rules, and visits of members. Made by seed, the same everywhere. */
public enum Workload {
  /**
   * Rules that an index helps: each names a category or a store, a text of the member and a number.
   */
  INDEXED("a: rules that name a value"),
  /** Rules that none helps: ranges, times of day, either of two, not, counts over the history. */
  RANGES("b: ranges, or, not, time of day, counts");

  private final String title;

  Workload(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** So many rules, of which about six apply to a visit. */
  public List<Rule> rules(int many) {
    return switch (this) {
      case INDEXED -> IndexedRules.of(many);
      case RANGES -> RangeRules.of(many);
    };
  }

  /**
   * So many visits of as many members.
   *
   * @param rules for how many rules: the more there are, the more categories and stores
   */
  public List<Visit> visits(int many, int rules) {
    return Visits.of(many, rules);
  }
}
