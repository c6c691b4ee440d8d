package dev.laurel.engine.operation;

import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Text;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A campaign of the revision in force, as it stands on a day. Immutable.
 *
 * @param from its first day; empty where it always was
 * @param to its last day; empty where it runs until changed
 */
public record CampaignNow(
    String id, Text title, State state, Optional<LocalDate> from, Optional<LocalDate> to) {
  /** Where a campaign is in its time. */
  public enum State {
    RUNNING,
    SCHEDULED,
    ENDED,
    SWITCHED_OFF
  }

  static CampaignNow of(Campaign campaign, LocalDate day) {
    Campaign.Schedule schedule = campaign.schedule();
    State state =
        !campaign.active()
            ? State.SWITCHED_OFF
            : schedule.from().filter(day::isBefore).isPresent()
                ? State.SCHEDULED
                : schedule.to().filter(day::isAfter).isPresent() ? State.ENDED : State.RUNNING;
    return new CampaignNow(campaign.id(), campaign.title(), state, schedule.from(), schedule.to());
  }
}
