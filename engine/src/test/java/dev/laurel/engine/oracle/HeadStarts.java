package dev.laurel.engine.oracle;

import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.HeadStart;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Period;
import java.time.LocalDate;

/** What tiers give of a metric on the first day of each of its periods. */
final class HeadStarts {
  private final Page page;
  private final LocalDate day;

  HeadStarts(Page page, LocalDate day) {
    this.page = page;
    this.day = day;
  }

  boolean areGiven(Ladder ladder) {
    return held(ladder).headStarts().stream().anyMatch(this::isGiven);
  }

  void give(Ladder ladder) {
    Tier tier = held(ladder);
    String place = "ladders/" + ladder.id() + "/tiers/" + tier.id() + "/headStarts/";
    for (HeadStart start : tier.headStarts()) {
      if (!isGiven(start)) continue;
      page.past.count("headStart/" + start.metric(), day, start.units());
      page.decisive.by(start);
      page.move(
          Wording.headStart(
              place + start.id(),
              start.metric(),
              start.units().movePointRight(6).longValueExact()));
    }
  }

  private Tier held(Ladder ladder) {
    String held = page.past.shown.get(ladder.id()).tier();
    return ladder.tiers().stream().filter(t -> t.id().equals(held)).findFirst().orElseThrow();
  }

  private boolean isGiven(HeadStart start) {
    return start.units().signum() > 0 && begins(start.metric());
  }

  private boolean begins(String metric) {
    String over =
        page.programming.metrics().stream()
            .filter(m -> m.id().equals(metric))
            .findFirst()
            .orElseThrow()
            .over();
    Period period = page.programming.period(over);
    return Windows.isLastDay(period, day.minusDays(1), page.past.enrolled.orElse(day));
  }
}
