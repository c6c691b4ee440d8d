package dev.laurel.rules.diff;

import java.util.Map;
import java.util.Optional;

/** What of a pack is added, removed, changed or moved as one. */
public enum Construct {
  WHOLE,
  IDENTITY,
  PROGRAMME,
  POINT_KIND,
  PERIOD,
  METRIC,
  COUNTER,
  VOCABULARY,
  ATTRIBUTE,
  EVENT,
  CHANNEL,
  PURPOSE,
  LADDER,
  TIER,
  GROUP,
  RULE,
  TABLE,
  ROW,
  CHALLENGE,
  CAMPAIGN,
  VARIANT,
  SEGMENT,
  BENEFIT,
  MESSAGE,
  OFFERS,
  OFFER,
  SCENARIO;

  /** The constructs that a list of this one holds, by the list's key. */
  Map<String, Construct> lists() {
    return switch (this) {
      case WHOLE ->
          Map.of(
              "ladders", LADDER,
              "earning", GROUP,
              "tables", TABLE,
              "challenges", CHALLENGE,
              "campaigns", CAMPAIGN,
              "segments", SEGMENT,
              "benefits", BENEFIT,
              "messages", MESSAGE,
              "offers", OFFERS,
              "scenarios", SCENARIO);
      case PROGRAMME ->
          Map.of(
              "pointKinds", POINT_KIND,
              "periods", PERIOD,
              "metrics", METRIC,
              "counters", COUNTER);
      case VOCABULARY ->
          Map.of(
              "member", ATTRIBUTE,
              "purchase", ATTRIBUTE,
              "product", ATTRIBUTE,
              "events", EVENT,
              "channels", CHANNEL,
              "purposes", PURPOSE);
      case EVENT -> Map.of("attributes", ATTRIBUTE);
      case LADDER -> Map.of("tiers", TIER);
      case GROUP, VARIANT -> Map.of("rules", RULE);
      case CAMPAIGN -> Map.of("rules", RULE, "variants", VARIANT);
      case TABLE -> Map.of("rows", ROW);
      case OFFERS -> Map.of("of", OFFER);
      case IDENTITY,
          POINT_KIND,
          PERIOD,
          METRIC,
          COUNTER,
          ATTRIBUTE,
          CHANNEL,
          PURPOSE,
          TIER,
          RULE,
          ROW,
          CHALLENGE,
          SEGMENT,
          BENEFIT,
          MESSAGE,
          OFFER,
          SCENARIO ->
          Map.of();
    };
  }

  /** The construct that stands under this key of the whole. */
  static Optional<Construct> section(String key) {
    return switch (key) {
      case "pack" -> Optional.of(IDENTITY);
      case "programme" -> Optional.of(PROGRAMME);
      case "vocabulary" -> Optional.of(VOCABULARY);
      default -> Optional.empty();
    };
  }
}
