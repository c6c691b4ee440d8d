package dev.laurel.engine.overview;

import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Requirement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where all members stand on the ladders, and what the metrics count of them that ladders ask for:
 * eight bytes a member for each metric, two for each ladder. Immutable once it is gathered, and
 * thread-safe then.
 */
public final class Positions {
  /** Values are kept in millionths, the most decimals that a threshold may have. */
  private static final int DECIMALS = 6;

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Instant asOf;
  private final LocalDate day;
  private final Decider decider;
  private final Map<String, long[]> values = new HashMap<>();
  private final Map<String, short[]> rungs = new HashMap<>();
  private int members;
  private long skipped;

  /** Of nobody yet, on one day, under the revision that is in force. */
  Positions(Revision revision, Instant asOf) {
    this.asOf = asOf;
    this.day = asOf.atZone(revision.zone()).toLocalDate();
    this.decider = new Decider(revision);
    Set<String> asked = new LinkedHashSet<>();
    for (LadderPlan plan : revision.ladders()) {
      rungs.put(plan.ladder().id(), new short[0]);
      for (Ladder.Tier tier : plan.ladder().tiers())
        tier.entry().ifPresent(entry -> metrics(entry, asked));
    }
    asked.forEach(metric -> values.put(metric, new long[0]));
  }

  private static void metrics(Requirement requirement, Set<String> to) {
    switch (requirement) {
      case Requirement.Reaches(var _, var metric, var _) -> to.add(metric);
      case Requirement.Holds _ -> {}
      case Requirement.AllOf(var _, var parts) -> parts.forEach(part -> metrics(part, to));
      case Requirement.AnyOf(var _, var parts) -> parts.forEach(part -> metrics(part, to));
      case Requirement.SomeOf(var _, var _, var parts) -> parts.forEach(part -> metrics(part, to));
    }
  }

  /** One member more. */
  void add(MemberState state) {
    Revision revision = decider.revision();
    if (!state.metricSet().equals(revision.metricSet())) {
      skipped++;
      return;
    }
    int at = members++;
    values.replaceAll((metric, all) -> {
      long[] longer = at < all.length ? all : Arrays.copyOf(all, room(at));
      longer[at] = millionths(decider.metric(state, metric, day), RoundingMode.FLOOR);
      return longer;
    });
    for (LadderPlan plan : revision.ladders())
      rungs.computeIfPresent(
          plan.ladder().id(),
          (ladder, all) -> {
            short[] longer = at < all.length ? all : Arrays.copyOf(all, room(at));
            longer[at] =
                (short)
                    state
                        .standing(ladder)
                        .map(standing -> plan.rankIfAny(standing.tier()).orElse(0))
                        .orElse(0)
                        .intValue();
            return longer;
          });
  }

  private static int room(int at) {
    return Math.max(1_024, at + at / 2);
  }

  private static long millionths(BigDecimal value, RoundingMode rounding) {
    BigDecimal scaled = value.movePointRight(DECIMALS).setScale(0, rounding);
    return scaled.abs().compareTo(MOST) > 0
        ? (scaled.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE)
        : scaled.longValue();
  }

  /** When the pass began that gathered them. */
  public Instant asOf() {
    return asOf;
  }

  /** How many members there are, those included whose metrics are of another revision. */
  public long members() {
    return members + skipped;
  }

  /**
   * Who would stand where by another form of a ladder. Whoever meets the condition of a tier that
   * they do not meet now rises; whoever holds a tier whose condition they meet now and would not
   * meet then falls, though not before their term ends; all others stay, such as those who hold a
   * tier until their term ends. Takes some nanoseconds for each member and condition.
   */
  public Forecast forecast(Ladder other) {
    short[] held = rungs.get(other.id());
    if (held == null) return new Forecast.Unknown(Forecast.Why.NEW_LADDER, "");
    if (other.tiers().isEmpty()) return new Forecast.Unknown(Forecast.Why.NO_TIERS, "");
    Ladder now =
        decider.revision().ladders().stream()
            .map(LadderPlan::ladder)
            .filter(each -> each.id().equals(other.id()))
            .findFirst()
            .orElseThrow();
    for (Ladder ladder : List.of(now, other)) {
      Optional<String> more = asksMore(ladder);
      if (more.isPresent()) return new Forecast.Unknown(Forecast.Why.ASKS_MORE, more.get());
    }
    return new Reckoning(now, other, tests(now), tests(other))
        .of(held, members, asOf, members(), skipped);
  }

  /**
   * How members are spread over a metric.
   *
   * @param edges rising; the first is where the first part begins
   * @return for each edge how many members lie from it to below the next one, of the last without
   *     an end; empty where no ladder asks for the metric
   */
  public List<Long> spread(String metric, List<BigDecimal> edges) {
    long[] of = values.get(metric);
    if (of == null) return List.of();
    long[] from = edges.stream().mapToLong(e -> millionths(e, RoundingMode.CEILING)).toArray();
    long[] counts = new long[from.length];
    for (int member = 0; member < members; member++) {
      int at = Arrays.binarySearch(from, of[member]);
      int part = at >= 0 ? at : -at - 2;
      if (part >= 0) counts[part]++;
    }
    return Arrays.stream(counts).boxed().toList();
  }

  /** The most that the metric counts of anybody; empty where no ladder asks for it. */
  public Optional<BigDecimal> most(String metric) {
    long[] of = values.get(metric);
    if (of == null || members == 0) return Optional.empty();
    long most = Long.MIN_VALUE;
    for (int member = 0; member < members; member++) most = Math.max(most, of[member]);
    return Optional.of(BigDecimal.valueOf(most, DECIMALS).stripTrailingZeros());
  }

  private Optional<String> asksMore(Ladder ladder) {
    for (Ladder.Tier tier : ladder.tiers())
      if (tier.entry().filter(entry -> !isCounted(entry)).isPresent())
        return Optional.of(tier.id());
    return Optional.empty();
  }

  private boolean isCounted(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Reaches(var _, var metric, var _) -> values.containsKey(metric);
      case Requirement.Holds _ -> false;
      case Requirement.AllOf(var _, var parts) -> parts.stream().allMatch(this::isCounted);
      case Requirement.AnyOf(var _, var parts) -> parts.stream().allMatch(this::isCounted);
      case Requirement.SomeOf(var _, var _, var parts) -> parts.stream().allMatch(this::isCounted);
    };
  }

  /** Whether a member, by number, meets the entry of each rung; nobody rises to one without any. */
  private List<Test> tests(Ladder ladder) {
    List<Test> tests = new ArrayList<>();
    for (Ladder.Tier tier : ladder.tiers())
      tests.add(tier.entry().map(this::test).orElse(_ -> false));
    return tests;
  }

  /** Asks something of a member by number. */
  interface Test {
    boolean isMet(int member);
  }

  private Test test(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Reaches(var _, var metric, var atLeast) -> {
        long[] of = values.getOrDefault(metric, new long[0]);
        long least = millionths(atLeast, RoundingMode.CEILING);
        yield member -> of[member] >= least;
      }
      case Requirement.Holds _ -> throw new IllegalArgumentException("Conditions are not counted.");
      case Requirement.AllOf(var _, var parts) -> some(parts, parts.size());
      case Requirement.AnyOf(var _, var parts) -> some(parts, 1);
      case Requirement.SomeOf(var _, var least, var parts) -> some(parts, least);
    };
  }

  private Test some(List<Requirement> parts, int least) {
    List<Test> tests = parts.stream().map(this::test).toList();
    return member -> {
      int met = 0;
      for (Test test : tests) if (test.isMet(member)) met++;
      return met >= least;
    };
  }
}
