package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What brings challenges forward, told from the days of the steps so far. */
final class Challenges {
  private final Page page;
  private final Event event;
  private final LocalDate day;
  private final Known known;
  private final Gifts due;

  /**
   * @param known what is known before the event
   */
  Challenges(Page page, Event event, LocalDate day, Known known) {
    this.page = page;
    this.event = event;
    this.day = day;
    this.known = known;
    this.due = new Gifts(page, day, true);
  }

  /** What steps give is counted with what else the event earns. */
  void advance(Earning earning) {
    for (Challenge challenge : page.programming.pack().challenges()) ask(challenge);
    Map<Applied, List<Piece>> given = new TreeMap<>(Comparator.comparing(Applied::id));
    for (Applied gift : due.due()) given.put(gift, new Yields(page, known).of(gift));
    if (!given.isEmpty()) earning.give(given);
  }

  private void ask(Challenge challenge) {
    String place = "challenges/" + challenge.id();
    EarningRule asking = Gifts.rule(place, challenge, List.of());
    Answering answering = new Answering(page, event, known);
    if (answering.ask(asking, Optional.empty(), Optional.empty(), Optional.empty()).isEmpty())
      return;
    page.decisive.by((Record) challenge.on());
    page.decisive.by(challenge.kind());
    String id = challenge.id();
    long goal = challenge.steps().getLast().at().longValueExact();
    List<LocalDate> steps = page.past.steps.computeIfAbsent(id, _ -> new ArrayList<>());
    if (page.past.completed.containsKey(id) && !challenge.repeats()) {
      tell(place, "OVER", goal, goal);
      return;
    }
    Optional<Period> every = challenge.every().map(page.programming::period);
    Optional<LocalDate> last =
        Optional.ofNullable(steps.isEmpty() ? page.past.completed.get(id) : steps.getLast());
    boolean anew = !steps.isEmpty() && isOver(challenge, every, steps);
    if (!anew && last.isPresent() && every.filter(p -> isSame(p, last.get(), day)).isPresent()) {
      tell(place, "ALREADY", steps.size(), goal);
      return;
    }
    if (anew) steps.clear();
    steps.add(day);
    int count = steps.size();
    boolean complete = count >= goal;
    tell(place, complete ? "COMPLETED" : anew ? "ANEW" : "FORWARD", count, goal);
    if (complete) {
      steps.clear();
      page.past.completed.put(id, day);
    }
    for (Challenge.Step step : challenge.steps())
      if (step.at().longValueExact() == count)
        due.add(place + "/steps/" + step.id(), challenge.on(), step.then(), 1);
  }

  /** Whether the time for it ran out, or a period was left out. */
  private boolean isOver(Challenge challenge, Optional<Period> every, List<LocalDate> steps) {
    if (challenge.within().filter(w -> !w.after(steps.getFirst()).isAfter(day)).isPresent())
      return true;
    if (every.isEmpty()) return false;
    LocalDate next = Windows.lastDay(every.get(), steps.getLast(), enrolled()).plusDays(1);
    return !isSame(every.get(), steps.getLast(), day) && !isSame(every.get(), next, day);
  }

  private boolean isSame(Period period, LocalDate a, LocalDate b) {
    return Windows.together(period, a, b, enrolled());
  }

  private LocalDate enrolled() {
    return page.past.enrolled.orElse(day);
  }

  private void tell(String place, String way, long count, long goal) {
    page.add(Wording.progressed(place, way, count, goal));
    page.decisive.by("progress " + way);
  }
}
