package dev.laurel.engine.oracle;

import dev.laurel.engine.oracle.Past.Held;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Ladder.Warning;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Words before terms end. */
final class Warnings {
  private Warnings() {}

  /** Those that are due on a day, of what is held and of what the rules would hold. */
  static List<String> due(Past past, Ladder ladder, LocalDate day) {
    Held shown = past.shown.get(ladder.id());
    Held held = past.held.get(ladder.id());
    List<String> due = new ArrayList<>(due(ladder, shown, day));
    if (!held.tier().equals(shown.tier())) due.addAll(due(ladder, held, day));
    return due;
  }

  private static List<String> due(Ladder ladder, Held held, LocalDate day) {
    List<String> due = new ArrayList<>();
    for (Tier tier : ladder.tiers())
      for (Warning warning : tier.warnings())
        if (tier.id().equals(held.tier())
            && held.until().isPresent()
            && ChronoUnit.DAYS.between(day, held.until().get()) == warning.daysBefore())
          due.add(
              Wording.warned(
                  "ladders/" + ladder.id() + "/tiers/" + tier.id() + "/warnings/" + warning.id(),
                  warning.message(),
                  tier.id(),
                  held.until().get()));
    return due;
  }

  /** Gives them, and says what there is of what tiers ask for. */
  static void give(Page page, Ladder ladder, LocalDate day) {
    due(page.past, ladder, day).forEach(page::move);
    for (Tier tier : ladder.tiers())
      for (Warning warning : tier.warnings()) {
        String place = "ladders/" + ladder.id() + "/tiers/" + tier.id() + "/warnings/";
        if (due(page.past, ladder, day).stream()
            .anyMatch(line -> line.contains(place + warning.id() + " ")))
          page.want(warning.message(), place + warning.id());
      }
    page.decisive.by("Ladder.Warning");
    new Ladders(page, page.past.copy(), day, true).tell();
  }
}
