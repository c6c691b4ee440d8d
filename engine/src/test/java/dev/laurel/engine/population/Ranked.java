package dev.laurel.engine.population;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A programme that gives more to the best fifth by money over thirty days. */
public final class Ranked {
  public static final String TEXT =
      """
      pack: {format: 1, id: ranked, version: 1.0.0, title: Ranked}
      programme:
        title: Ranked
        zone: Europe/Vienna
        currency: EUR
        pointKinds: [{id: points, title: Points}]
        returns: {share: proportion, from: [newest-lots], unknown: newest-lots, metrics: true}
        periods: [{id: month, title: Month, is: {type: rolling, span: 30 days}}]
      earning:
        - id: usual
          title: Usual
          rules:
            - {id: base, title: Base, then: [{type: points, kind: points, points: 1}]}
            - id: more
              title: More
              audience: [best]
              then: [{type: points, kind: points, points: 10}]
      segments:
        - id: best
          title: The best
          is: {type: rfm, recency: [1, 2, 3, 4, 5], frequency: [1, 2, 3, 4, 5], money: [5], over: month}
          alerts: [{id: few, belowPercent: 15}]
      """;

  public static final Revision REVISION = Programmes.of(TEXT);

  private Ranked() {}

  /**
   * A purchase.
   *
   * @param cents what it came to
   */
  public static Event purchase(String member, String id, Instant at, long cents) {
    return new Event(
        "till",
        id,
        member,
        at,
        new Body.Purchase(cents, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of()));
  }
}
