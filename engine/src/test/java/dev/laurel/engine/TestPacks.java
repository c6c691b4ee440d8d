package dev.laurel.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import java.util.Map;
import java.util.TreeMap;

/** Packs for tests, written as people write them. */
public final class TestPacks {
  private TestPacks() {}

  /** A pack that stands in one file. */
  public static PackResult.Read read(String yaml) {
    return switch (PackReader.read(new TreeMap<>(Map.of("pack.yaml", yaml.getBytes(UTF_8))))) {
      case PackResult.Read read -> read;
      case PackResult.Refused refused -> throw new AssertionError(refused.faults());
    };
  }

  /** A café in Vienna: points in whole and in hundredths, a ladder, attributes of every type. */
  public static Pack cafe() {
    return read(CAFE).pack();
  }

  public static final String CAFE =
      """
      pack: {format: 1, id: cafe, version: 1.0.0, title: Café}
      programme:
        title: Café
        zone: Europe/Vienna
        currency: EUR
        pointKinds:
          - {id: points, title: Points}
          - {id: stars, title: Stars, unit: hundredths}
        periods:
          - {id: year, title: Year, is: calendar-year}
        metrics:
          - {id: spend, title: Spend, counts: {type: spend, base: {netOf: []}}, over: year}
      vocabulary:
        member:
          - {id: diet, title: Diet, type: choice, values: [all, vegan]}
          - {id: email, title: E-mail, type: text, personal: true}
          - {id: since, title: Since, type: date}
        purchase:
          - {id: tip, title: Tip, type: money}
          - {id: guests, title: Guests, type: number}
          - {id: toGo, title: To go, type: truth}
          - {id: seated, title: Seated at, type: time}
        product:
          - {id: roast, title: Roast, type: text}
        events:
          - {id: tasting, title: Tasting}
      ladders:
        - id: status
          title: Status
          tiers:
            - {id: Base, title: Base}
            - {id: Gold, title: Gold, entry: {type: reaches, id: spend, metric: spend, atLeast: 100}}
      earning:
        - id: purchases
          title: Points for purchases
          rules:
            - id: base
              title: A point per euro
              then:
                - {type: per-amount, kind: points, points: 1, each: 1.00}
      """;
}
