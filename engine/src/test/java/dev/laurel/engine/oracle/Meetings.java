package dev.laurel.engine.oracle;

import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningGroup.Meeting;
import dev.laurel.rules.language.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the rules that apply meet: who gives way, and what multipliers make of the others. */
final class Meetings {
  private static final Comparator<Applied> BY_PRIORITY =
      Comparator.comparing((Applied a) -> -a.rule().priority()).thenComparing(Applied::id);
  private static final Comparator<Campaign> CAMPAIGN_BY_PRIORITY =
      Comparator.comparing((Campaign c) -> -c.priority()).thenComparing(Campaign::id);

  private final Page page;
  private final Yields yields;
  private final Function<Collection<Applied>, List<Applied>> ofGroups;

  private Meetings(
      Page page, Yields yields, Function<Collection<Applied>, List<Applied>> ofGroups) {
    this.page = page;
    this.yields = yields;
    this.ofGroups = ofGroups;
  }

  /** The rules that apply in a part of an event. */
  record Part(Crossing.Part of, List<Applied> applied) {}

  /** What each rule that stays gives, exactly. */
  static Map<Applied, List<Piece>> meet(Page page, List<Part> parts, Times times) {
    Map<Applied, List<Piece>> all = byRule();
    for (Part part : parts) part.applied().forEach(one -> all.putIfAbsent(one, List.of()));
    List<Applied> left = new Funds(page).withPlaces(times.ofRules(List.copyOf(all.keySet())));
    if (parts.size() == 1)
      return new Meetings(page, new Yields(page, parts.getFirst().of()), times::ofGroups)
          .meet(left);
    Map<Applied, List<Piece>> given = inParts(page, parts, left, times);
    // Of whom a limit is told, it is not told that it was not met in another part.
    for (Applied one : all.keySet())
      if (page.lines().stream().anyMatch(line -> line.startsWith("limited " + one.id() + " ")))
        page.withdrawUnmet(one.id());
    return given;
  }

  /** Rules meet in each part by themselves. */
  private static Map<Applied, List<Piece>> inParts(
      Page page, List<Part> parts, List<Applied> usable, Times times) {
    Map<Applied, List<Piece>> given = byRule();
    Page aside = new Page(page.programming, page.past);
    Map<Part, Set<String>> standing = new java.util.IdentityHashMap<>();
    Map<Applied, List<Piece>> unbeaten = byRule();
    for (Part part : parts) {
      Set<String> here = new TreeSet<>();
      part.applied().forEach(one -> here.add(one.id()));
      List<Applied> left =
          new Meetings(aside, new Yields(page, part.of()), List::copyOf)
              .unbeaten(usable.stream().filter(one -> here.contains(one.id())).toList());
      left.forEach(one -> unbeaten.put(one, List.of()));
      standing.put(part, left.stream().map(Applied::id).collect(Collectors.toSet()));
    }
    List<Applied> granted = times.ofGroups(unbeaten.keySet());
    for (Part part : parts) {
      Set<String> here = standing.get(part);
      new Meetings(aside, new Yields(page, part.of()), List::copyOf)
          .meet(granted.stream().filter(one -> here.contains(one.id())).toList())
          .forEach((one, pieces) -> {
            if (part != parts.getFirst() && sum(pieces).equals(Ratio.ZERO)) return;
            if (part.of().which() == Crossing.Which.LATER)
              page.decisive.by("a tier reached within a purchase");
            if (part.of().which() == Crossing.Which.AFTER)
              page.decisive.by("the tier after a purchase");
            List<Piece> more = new ArrayList<>(given.getOrDefault(one, List.of()));
            more.addAll(pieces);
            given.put(one, more);
          });
    }
    aside.decisive.constructs().forEach(page.decisive::by);
    for (Applied one : usable) {
      List<String> beaten =
          aside.lines().stream()
              .filter(line -> line.startsWith("beaten " + one.id() + " "))
              .distinct()
              .toList();
      if (given.containsKey(one) || !beaten.isEmpty()) page.withdrawUnmet(one.id());
      if (!given.containsKey(one)) page.addAll(beaten);
    }
    return given;
  }

  /** Those that no other beats. */
  private List<Applied> unbeaten(List<Applied> usable) {
    List<Applied> left = campaigns(usable);
    left = oneEach(left, a -> a.rule().exclusion(), "EXCLUSION");
    left = oneEach(left, Meetings::groupOfFirst, "FIRST");
    Map<Applied, List<Piece>> own = byRule();
    for (Applied one : left) if (!one.isMultiplier()) own.put(one, yields.of(one));
    best(own);
    return left.stream().filter(one -> one.isMultiplier() || own.containsKey(one)).toList();
  }

  private Map<Applied, List<Piece>> meet(List<Applied> usable) {
    List<Applied> left = campaigns(usable);
    left = oneEach(left, a -> a.rule().exclusion(), "EXCLUSION");
    left = oneEach(left, Meetings::groupOfFirst, "FIRST");
    Map<Applied, List<Piece>> own = byRule();
    for (Applied one : left) if (!one.isMultiplier()) own.put(one, yields.of(one));
    best(own);
    Map<Applied, List<Piece>> given = byRule();
    for (Applied one : ofGroups.apply(own.keySet())) given.put(one, yields.of(one));
    multiply(left.stream().filter(Applied::isMultiplier).toList(), given);
    return given;
  }

  private static Map<Applied, List<Piece>> byRule() {
    return new TreeMap<>(Comparator.comparing(Applied::id));
  }

  private static Optional<String> groupOfFirst(Applied applied) {
    return applied.meeting() == Meeting.FIRST ? Optional.of(applied.company()) : Optional.empty();
  }

  private List<Applied> campaigns(List<Applied> applied) {
    List<Applied> left = new ArrayList<>();
    for (Applied one : applied) {
      Optional<String> exclusion = one.campaign().flatMap(Campaign::exclusion);
      Campaign winner =
          applied.stream()
              .flatMap(other -> other.campaign().stream())
              .filter(c -> exclusion.isPresent() && c.exclusion().equals(exclusion))
              .min(CAMPAIGN_BY_PRIORITY)
              .orElse(null);
      if (winner == null || winner.id().equals(one.campaign().get().id())) left.add(one);
      else beaten(one, winner.id(), "EXCLUSION", "exclusion of campaigns");
    }
    return left;
  }

  /** Of those with the same name only the first by priority, then by id. */
  private List<Applied> oneEach(
      List<Applied> applied, Function<Applied, Optional<String>> name, String contest) {
    List<Applied> left = new ArrayList<>();
    for (Applied one : applied) {
      Applied winner =
          applied.stream()
              .filter(other -> name.apply(one).isPresent())
              .filter(other -> name.apply(other).equals(name.apply(one)))
              .min(BY_PRIORITY)
              .orElse(one);
      if (winner == one) left.add(one);
      else
        beaten(
            one,
            winner.id(),
            contest,
            contest.equals("FIRST") ? Decisive.name(Meeting.FIRST) : "exclusion");
    }
    return left;
  }

  /** In groups that give their best only that one stays; of equal ones the first by id. */
  private void best(Map<Applied, List<Piece>> given) {
    for (Applied one : List.copyOf(given.keySet())) {
      if (one.meeting() != Meeting.BEST) continue;
      Applied winner =
          given.keySet().stream()
              .filter(other -> other.company().equals(one.company()))
              .min(
                  Comparator.comparing((Applied other) -> sum(given.get(other)))
                      .reversed()
                      .thenComparing(Applied::id))
              .orElseThrow();
      if (winner == one) continue;
      given.remove(one);
      beaten(one, winner.id(), "BEST", Decisive.name(Meeting.BEST));
    }
  }

  private void beaten(Applied one, String winner, String contest, String decisive) {
    page.add(Wording.beaten(one.id(), winner, contest));
    page.decisive.by(decisive);
  }

  private static Ratio sum(List<Piece> pieces) {
    return pieces.stream().map(Piece::points).reduce(Ratio.ZERO, Ratio::plus);
  }

  /** Each group of multipliers after those whose points it multiplies. */
  private void multiply(List<Applied> multipliers, Map<Applied, List<Piece>> given) {
    List<Applied> waiting = new ArrayList<>(multipliers);
    while (!waiting.isEmpty()) {
      String company =
          waiting.stream()
              .map(Applied::company)
              .filter(c -> isReady(c, waiting))
              .findFirst()
              .orElseThrow();
      List<Applied> group = waiting.stream().filter(a -> a.company().equals(company)).toList();
      waiting.removeAll(group);
      given.putAll(surpluses(group, given));
    }
  }

  private static boolean isReady(String company, List<Applied> waiting) {
    return waiting.stream()
        .filter(one -> one.company().equals(company))
        .flatMap(Meetings::targets)
        .noneMatch(target ->
            waiting.stream()
                .filter(other -> !other.company().equals(company))
                .anyMatch(other -> other.isAmong(List.of(target))));
  }

  private static Stream<String> targets(Applied multiplier) {
    return multiplier.rule().then().stream().flatMap(outcome -> Applied.targets(outcome).stream());
  }

  private Map<Applied, List<Piece>> surpluses(
      List<Applied> group, Map<Applied, List<Piece>> given) {
    Map<Applied, List<Piece>> all = sideBySideOrOnTop(group, given);
    best(all);
    return sideBySideOrOnTop(ofGroups.apply(all.keySet()), given);
  }

  /** Of a group that multiplies each is on top of the former, where both name the same rule. */
  private Map<Applied, List<Piece>> sideBySideOrOnTop(
      List<Applied> group, Map<Applied, List<Piece>> given) {
    Map<Applied, List<Piece>> all = byRule();
    List<Piece> onTop = new ArrayList<>();
    for (Applied multiplier : group) {
      List<Piece> surplus = new ArrayList<>();
      for (Outcome outcome : multiplier.rule().then()) {
        List<String> targets = Applied.targets(outcome);
        List<Piece> multiplied = new ArrayList<>();
        given.forEach((rule, pieces) -> {
          if (rule.isAmong(targets))
            pieces.forEach(
                p -> multiplied.add(new Piece(rule, p.kind(), p.line(), p.points(), p.to())));
        });
        if (onTop.stream().anyMatch(p -> p.of().isAmong(targets)))
          page.decisive.by(Meeting.MULTIPLY);
        onTop.stream().filter(p -> p.of().isAmong(targets)).forEach(multiplied::add);
        surplus.addAll(surplus(multiplier, outcome, multiplied));
      }
      if (multiplier.meeting() == Meeting.MULTIPLY) onTop.addAll(surplus);
      surplus.addAll(yields.of(multiplier));
      all.put(multiplier, surplus);
    }
    return all;
  }

  private List<Piece> surplus(Applied multiplier, Outcome outcome, List<Piece> multiplied) {
    List<Piece> surplus = new ArrayList<>();
    for (Piece piece : multiplied) {
      if (!multiplier.isPerLine())
        surplus.add(piece.times(yields.factor(outcome, Optional.empty()).minus(Ratio.of(1))));
      else if (piece.line().filter(multiplier.lines()::contains).isPresent())
        surplus.add(piece.times(yields.factor(outcome, piece.line()).minus(Ratio.of(1))));
    }
    return surplus;
  }
}
