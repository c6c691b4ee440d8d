package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.oracle.Past.Granted;
import dev.laurel.engine.oracle.Past.Held;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Match;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tiers that support grants. */
final class Grants {
  private final Page page;
  private final LocalDate day;

  Grants(Page page, LocalDate day) {
    this.page = page;
    this.day = day;
  }

  /** Whether something granted ends on this day or should have before. */
  static boolean isEnding(Past past, Ladder ladder, LocalDate day) {
    return past.granted.getOrDefault(ladder.id(), Map.of()).values().stream()
        .anyMatch(granted -> !granted.until().isAfter(day));
  }

  /** Grants a tier; says with which code it is refused where it is. */
  Optional<String> grant(Body.Grant grant) {
    for (Ladder ladder : page.programming.ladders())
      for (Tier tier : ladder.tiers())
        if (tier.id().equals(grant.tier())) return grant(ladder, tier, grant);
    return Optional.of("grant-unknown-tier");
  }

  private Optional<String> grant(Ladder ladder, Tier tier, Body.Grant grant) {
    if (ladder.tiers().getFirst() == tier) return Optional.of("grant-of-base-tier");
    LocalDate until = Purses.after(grant.until(), ladder.ends());
    if (until.compareTo(day) <= 0) return Optional.of("grant-over");
    Map<String, Granted> tiers =
        page.past.granted.computeIfAbsent(ladder.id(), id -> new TreeMap<>());
    Optional<LocalDate> most = tier.extension().flatMap(span -> most(ladder, tier, span, tiers));
    if (most.isPresent() && most.get().isBefore(until))
      return Optional.of("grant-beyond-extension");
    if (most.isEmpty()) most = tier.extension().map(span -> span.after(until));
    tiers.put(tier.id(), new Granted(until, grant.reason(), most));
    return Optional.empty();
  }

  /** What is held already may be prolonged so far. */
  private Optional<LocalDate> most(
      Ladder ladder, Tier tier, Span span, Map<String, Granted> tiers) {
    Held byRules = page.past.held.get(ladder.id());
    Optional<LocalDate> one =
        byRules.tier().equals(tier.id()) ? byRules.until().map(span::after) : Optional.empty();
    Optional<LocalDate> other =
        Optional.ofNullable(tiers.get(tier.id()))
            .map(before -> before.most().orElseGet(() -> span.after(before.until())));
    return List.of(one, other).stream().flatMap(Optional::stream).max(LocalDate::compareTo);
  }

  /** Matches the status that an event names. */
  void match(Body.Other event) {
    for (Ladder ladder : page.programming.ladders())
      for (Tier tier : ladder.tiers())
        for (Match match : tier.matches()) {
          Datum told = event.attributes().get("status");
          boolean over = match.until().isPresent() && match.until().get().isBefore(day);
          if (over || !Datum.of(Value.of(match.status())).equals(told)) continue;
          LocalDate end = Purses.after(match.span().after(day), ladder.ends());
          LocalDate until = end.isAfter(day) ? end : day.plusDays(1);
          Map<String, Granted> tiers =
              page.past.granted.computeIfAbsent(ladder.id(), id -> new TreeMap<>());
          Granted before = tiers.get(tier.id());
          String place = place(ladder, tier, match);
          if (before != null && before.reason().equals(place)) continue;
          if (before != null && before.until().compareTo(until) >= 0) continue;
          tiers.put(tier.id(), new Granted(until, place, Optional.empty()));
          page.decisive.by(match);
        }
  }

  /** Grants what a rule grants that applied. */
  void byRule(EarningRule rule) {
    int number = 0;
    for (Outcome outcome : rule.then()) {
      number++;
      if (!(outcome instanceof Outcome.GrantTier grant)) continue;
      for (Ladder ladder : page.programming.ladders())
        if (ladder.tiers().stream().skip(1).anyMatch(tier -> tier.id().equals(grant.tier())))
          byRule(ladder, rule.id(), number, grant);
    }
  }

  private void byRule(Ladder ladder, String rule, int number, Outcome.GrantTier grant) {
    Map<String, Granted> tiers =
        page.past.granted.computeIfAbsent(ladder.id(), id -> new TreeMap<>());
    LocalDate last = Purses.after(grant.span().after(day), ladder.ends());
    LocalDate until = last.equals(day) ? day.plusDays(1) : last;
    Granted before = tiers.get(grant.tier());
    boolean longer = before == null || until.isAfter(before.until());
    if (longer)
      tiers.put(
          grant.tier(), new Granted(until, "rules/" + rule + "/then/" + number, Optional.empty()));
    page.add(Wording.tierGranted(rule, grant.tier(), tiers.get(grant.tier()).until(), longer));
    page.decisive.by((Record) grant);
    page.decisive.by(longer ? "a tier granted by a rule" : "a tier granted as long already");
    if (longer && rule.startsWith("ladders/")) page.decisive.by("a tier granted by a ladder");
  }

  static String place(Ladder ladder, Tier tier, Match match) {
    return "ladders/" + ladder.id() + "/tiers/" + tier.id() + "/matches/" + match.id();
  }
}
