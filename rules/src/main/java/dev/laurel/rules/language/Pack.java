package dev.laurel.rules.language;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A rule pack: all that a loyalty programme says. Immutable.
 *
 * <p>In files: {@code pack.yaml} holds {@code pack}; {@code programme.yaml} holds {@code
 * programme}; {@code vocabulary.yaml}; {@code tiers.yaml} holds {@code ladders}; {@code
 * earning.yaml} holds {@code earning}, {@code tables} and {@code challenges}; {@code
 * campaigns.yaml}; {@code segments.yaml}; {@code benefits.yaml}; {@code messages.yaml} holds {@code
 * messages} and {@code offers}; {@code scenarios.yaml} holds {@code scenarios}.
 */
public record Pack(
    Identity pack,
    Programme programme,
    Optional<Vocabulary> vocabulary,
    List<Ladder> ladders,
    List<EarningGroup> earning,
    List<RateTable> tables,
    List<Challenge> challenges,
    List<Campaign> campaigns,
    List<Segment> segments,
    List<Benefit> benefits,
    List<Message> messages,
    List<OfferSet> offers,
    List<Scenario> scenarios) {
  /** The format this version reads and writes. */
  public static final int FORMAT = 1;

  /** Which pack this is. */
  @Doc("Which pack this is.")
  public record Identity(
      @Doc("The version of the pack format; 1.") @Range(min = "1", max = "1") int format,
      @Doc("Stable id of the pack.") @Declares(Thing.ROW) String id,
      @Doc("The pack's own version, such as 1.2.0.") String version,
      Text title,
      Optional<Text> description,
      @Doc("The day on which the published terms that the pack reproduces were read.")
          Optional<LocalDate> asOf,
      @Doc("Where the terms were published, and any disclaimer.") Optional<Text> source) {}

  public Pack {
    ladders = List.copyOf(ladders);
    earning = List.copyOf(earning);
    tables = List.copyOf(tables);
    challenges = List.copyOf(challenges);
    campaigns = List.copyOf(campaigns);
    segments = List.copyOf(segments);
    benefits = List.copyOf(benefits);
    messages = List.copyOf(messages);
    offers = List.copyOf(offers);
    scenarios = List.copyOf(scenarios);
  }
}
