package dev.laurel.engine.support;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.history.Entry;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.engine.vault.PersonalField;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The acts as they stand in the book of members, and the events that some of them are. Their words
 * and the names of their facts are for ever.
 *
 * <p>The event follows from the record alone, number and time included: whoever finds a record
 * whose event was never recorded can record exactly it, and a second time changes nothing.
 */
final class ByHand {
  /** The source of the events; the number of the record is their id. */
  static final String SOURCE = "studio";

  static final String ADJUSTED = "points-adjusted";
  static final String USED = "benefit-used";
  static final String SET_ASIDE = "points-set-aside";
  static final String HANDED_OVER = "reservation-confirmed";
  static final String GIVEN_BACK = "reservation-cancelled";
  static final String NOT_ADJUSTED = "adjustment-refused";
  static final String SHOWN = "personal-data-shown";

  private static final String MEMBER = "member";
  private static final String KIND = "kind";
  private static final String UNITS = "units";
  private static final String BENEFIT = "benefit";
  private static final String FIELD = "field";
  private static final String OF = "of";

  private ByHand() {}

  static Entry adjusted(Actor by, String member, Event.Body.Adjustment what) {
    return entry(
        by.name(),
        ADJUSTED,
        member,
        what.reason(),
        Map.of(KIND, what.kind(), UNITS, String.valueOf(what.units())));
  }

  static Entry used(Actor by, String member, String benefit, String why) {
    return entry(by.name(), USED, member, why, Map.of(BENEFIT, benefit));
  }

  static Entry setAside(Actor by, String member, Event.Body.Reservation what, String why) {
    Map<String, String> facts = new TreeMap<>();
    facts.put(KIND, what.kind());
    facts.put(UNITS, String.valueOf(what.units()));
    what.benefit().ifPresent(benefit -> facts.put(BENEFIT, benefit));
    return entry(by.name(), SET_ASIDE, member, why, facts);
  }

  static Entry handedOver(Actor by, String member, String reservation) {
    return entry(by.name(), HANDED_OVER, member, "", Map.of(OF, reservation));
  }

  static Entry givenBack(Actor by, String member, String reservation, String why) {
    return entry(by.name(), GIVEN_BACK, member, why, Map.of(OF, reservation));
  }

  /** That the adjustment of a record came to nothing. */
  static Entry refused(HistoryRecord of, String why) {
    return entry(
        of.entry().by(),
        NOT_ADJUSTED,
        fact(of.entry(), MEMBER),
        why,
        Map.of(OF, String.valueOf(of.number())));
  }

  static Entry shown(Actor by, String member, PersonalField field, String why) {
    return entry(by.name(), SHOWN, member, why, Map.of(FIELD, field.id()));
  }

  /** The event of a record; empty where the record is of another act. */
  static Optional<Event> event(HistoryRecord record) {
    Entry entry = record.entry();
    Optional<Event.Body> body =
        switch (entry.act()) {
          case ADJUSTED ->
              Optional.of(
                  new Event.Body.Adjustment(
                      fact(entry, KIND), Long.parseLong(fact(entry, UNITS)), entry.why()));
          case USED -> Optional.of(new Event.Body.Use(fact(entry, BENEFIT)));
          case SET_ASIDE ->
              Optional.of(
                  new Event.Body.Reservation(
                      fact(entry, KIND),
                      Long.parseLong(fact(entry, UNITS)),
                      Optional.ofNullable(entry.facts().get(BENEFIT))));
          case HANDED_OVER -> Optional.of(new Event.Body.Confirmation(fact(entry, OF)));
          case GIVEN_BACK -> Optional.of(new Event.Body.Cancellation(fact(entry, OF), entry.why()));
          default -> Optional.empty();
        };
    return body.map(what ->
        new Event(
            SOURCE,
            String.valueOf(record.number()),
            fact(entry, MEMBER),
            record.recordedAt(),
            what));
  }

  private static String fact(Entry entry, String name) {
    String value = entry.facts().get(name);
    if (value == null)
      throw new IllegalStateException("The act %s lacks %s.".formatted(entry.act(), name));
    return value;
  }

  private static Entry entry(
      String by, String act, String member, String why, Map<String, String> facts) {
    TreeMap<String, String> all = new TreeMap<>(facts);
    all.put(MEMBER, member);
    return new Entry("", by, act, "member " + member, why, "", all);
  }
}
