package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.Vocabulary;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** To what members consent, and which messages go out once all else is told. */
final class Mailing {
  private Mailing() {}

  /** Keeps a consent; says with which code it is refused where it does not say enough. */
  static Optional<String> consent(Page page, Body.Other event) {
    if (!event.type().equals("consent")) return Optional.empty();
    Vocabulary words = page.programming.pack().vocabulary().orElseThrow();
    Object channel = event.attributes().get("channel");
    if (words.channels().stream().noneMatch(c -> Datum.of(Value.of(c.id())).equals(channel)))
      return Optional.of("unknown-channel");
    Object purpose = event.attributes().get("purpose");
    if (words.purposes().stream().noneMatch(p -> Datum.of(Value.of(p.id())).equals(purpose)))
      return Optional.of("unknown-purpose");
    Object given = event.attributes().get("given");
    if (!(given instanceof Datum.One(Value.Truth(var _)))) return Optional.of("no-answer");
    String consent = text(channel) + " for " + text(purpose);
    if (given.equals(Datum.of(Value.of(true)))) page.past.consents.add(consent);
    else page.past.consents.remove(consent);
    return Optional.empty();
  }

  private static String text(Object datum) {
    return ((Value.Text) ((Datum.One) datum).value()).text();
  }

  /** Tells of what was asked for. */
  static void tell(Page page, LocalDate day, Instant at) {
    for (Map.Entry<String, String> each : page.wanted.entrySet()) {
      Message message =
          page.programming.pack().messages().stream()
              .filter(m -> m.id().equals(each.getKey()))
              .findFirst()
              .orElseThrow();
      tell(page, day, at, message, each.getValue());
    }
  }

  private static void tell(Page page, LocalDate day, Instant at, Message message, String rule) {
    String id = message.id();
    if (!page.past.consents.contains(message.channel() + " for " + message.purpose())) {
      page.add(Wording.noConsent(rule, id));
      page.decisive.by("no consent");
      return;
    }
    for (Limit limit : message.limits()) {
      BigDecimal before =
          limit
              .over()
              .map(over -> page.past.sum("mail/" + id, page.programming.period(over), day, true))
              .orElse(BigDecimal.ZERO);
      if (before.add(BigDecimal.ONE).compareTo(limit.atMost()) <= 0) continue;
      page.add(Wording.tooOften(rule, id, limit.id()));
      page.decisive.by("a message too often");
      return;
    }
    page.past.count("mail/" + id, day, BigDecimal.ONE);
    Optional<Instant> waits = message.quiet().flatMap(quiet -> waits(quiet, page.programming, at));
    page.add(Wording.sent(rule, id, waits));
    page.decisive.by(waits.isPresent() ? "a message that waits" : "a message");
    page.decisive.by("Outcome.Send");
  }

  /** The first minute that is not quiet any more; empty where it is not quiet. */
  private static Optional<Instant> waits(Message.Quiet quiet, Programming programming, Instant at) {
    if (!isQuiet(quiet, at.atZone(programming.zone()).toLocalTime())) return Optional.empty();
    Instant next = at.truncatedTo(ChronoUnit.MINUTES);
    while (isQuiet(quiet, next.atZone(programming.zone()).toLocalTime()) || next.isBefore(at))
      next = next.plus(Duration.ofMinutes(1));
    return Optional.of(next);
  }

  private static boolean isQuiet(Message.Quiet quiet, LocalTime time) {
    boolean begun = !time.isBefore(quiet.from());
    boolean over = !time.isBefore(quiet.to());
    return quiet.from().isBefore(quiet.to()) ? begun && !over : begun || !over;
  }
}
