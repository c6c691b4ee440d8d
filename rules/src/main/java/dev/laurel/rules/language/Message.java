package dev.laurel.rules.language;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Words sent to a member, only with consent for purpose and channel. Immutable. */
@Doc("Words sent to a member, only with consent for its purpose and channel.")
public record Message(
    @Declares(Thing.MESSAGE) String id,
    Text title,
    @Doc(
            "The words. Filled in are {points}, what can be spent of the first kind of points that"
                + " can be; {tier}, the tier that is held, or of a warning the one that ends;"
                + " {date}, the last day on which it is held; {missing}, what of the next tier is"
                + " not reached yet, or of a warning what is missing to keep it.")
        Text template,
    @Refers(Thing.CHANNEL) String channel,
    @Refers(Thing.PURPOSE) String purpose,
    @Doc("Not sent from the first to the second time of day.") Optional<Quiet> quiet,
    List<EarningGroup.Limit> limits) {
  /** Hours in which nothing is sent. */
  @Doc("Hours in which nothing is sent.")
  public record Quiet(LocalTime from, LocalTime to) {}
}
