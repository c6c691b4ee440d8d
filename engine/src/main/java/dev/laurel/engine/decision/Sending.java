package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Working.Wanted;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.Holdings;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.message.Quiet;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the messages that rules ask for, once all else is decided: with consent only, as often as
 * the message's limits let it, and once for each event. What an event made before is neither unmade
 * nor made again. Immutable and thread-safe.
 *
 * @see "engine/docs/decisions/072-messages.md"
 */
final class Sending {
  private final Revision revision;
  private final Map<String, Message> messages = new TreeMap<>();
  private final Filling filling;

  Sending(Revision revision, FactsMaker factsMaker) {
    this.revision = revision;
    revision.pack().messages().forEach(message -> messages.put(message.id(), message));
    this.filling = new Filling(revision, factsMaker);
  }

  /** Where the pack says what a message is. */
  static String placeOf(String message) {
    return "messages/" + message;
  }

  /** Where a limit of a message stands, as findings and a member's state name it. */
  static String placeOf(String message, Limit limit) {
    return placeOf(message) + "/limits/" + limit.id();
  }

  /** Asks for what a rule sends that applied. */
  static void ask(Working working, Candidate rule) {
    if (!rule.rated().sends()) return;
    for (Outcome outcome : rule.plan().rule().then())
      if (outcome instanceof Outcome.Send(var message))
        working.want(new Wanted(rule.id(), message, Optional.empty()));
  }

  /** Asks for what a warning says. */
  static void ask(Working working, Finding.Warned warned) {
    working.want(new Wanted(warned.rule(), warned.message(), Optional.of(warned)));
  }

  /**
   * Makes what was asked for.
   *
   * @param given what the event made when it was decided before, and what later ones did
   * @return what is made now, in the order of the messages' ids
   */
  List<Outgoing> make(Working working, Event event, Instant asOf, Given given) {
    Set<String> before = given.messages();
    if (working.wanted().isEmpty() && before.isEmpty()) return List.of();
    // Of several rules that ask for one message the first by id has it.
    SortedMap<String, Wanted> wanted = new TreeMap<>();
    for (Wanted each : working.wanted())
      wanted.merge(
          each.message(),
          each,
          (one, other) -> one.rule().compareTo(other.rule()) <= 0 ? one : other);
    Set<String> all = new TreeSet<>(before);
    all.addAll(wanted.keySet());
    List<Outgoing> made = new ArrayList<>();
    for (String id : all) {
      Optional<Message> message = Optional.ofNullable(messages.get(id));
      boolean isMade = before.contains(id);
      Optional<Wanted> asked =
          Optional.ofNullable(wanted.get(id))
              .filter(each ->
                  message.isPresent()
                      && may(
                          working,
                          message.get(),
                          each.rule(),
                          isMade ? List.of() : given.sentLater().getOrDefault(id, List.of())));
      if (isMade && asked.isEmpty()) working.findings.add(new Finding.StaysSent(placeOf(id), id));
      if (isMade || asked.isPresent()) message.ifPresent(each -> count(working, each));
      if (asked.isEmpty()) continue;
      Outgoing outgoing = outgoing(working, message.orElseThrow(), asked.get(), event, asOf);
      tell(working, outgoing, asOf);
      if (!isMade) made.add(outgoing);
    }
    return List.copyOf(made);
  }

  private static void tell(Working working, Outgoing made, Instant asOf) {
    working.findings.add(
        new Finding.Sent(
            made.rule(),
            made.message(),
            made.from().equals(asOf) ? Optional.empty() : Optional.of(made.from())));
  }

  /**
   * Whether it may be sent; findings say why not.
   *
   * @param later days on which it was made already and that no state counts yet
   */
  private boolean may(Working working, Message message, String rule, List<LocalDate> later) {
    if (!working
        .holdings()
        .consents()
        .containsKey(Holdings.consent(message.channel(), message.purpose()))) {
      working.findings.add(
          new Finding.NoConsent(rule, message.id(), message.channel(), message.purpose()));
      return false;
    }
    for (Limit limit : message.limits()) {
      long most = limit.atMost().movePointRight(6).longValueExact();
      if (Math.addExact(used(working, message, limit, later), FactsMaker.MICROS) <= most) continue;
      working.findings.add(new Finding.TooOften(rule, message.id(), limit.id()));
      return false;
    }
    return true;
  }

  private long used(Working working, Message message, Limit limit, List<LocalDate> later) {
    if (limit.over().isEmpty()) return 0;
    Period over = revision.period(limit.over().get());
    long used = working.used(placeOf(message.id(), limit), over);
    // Of the later of two days the limit counts back to the other one.
    for (LocalDate day : later) {
      LocalDate last = day.isAfter(working.day) ? day : working.day;
      LocalDate first = day.isAfter(working.day) ? working.day : day;
      if (!Calendar.start(over, last, working.enrolled()).isAfter(first)) used += FactsMaker.MICROS;
    }
    return used;
  }

  private void count(Working working, Message message) {
    for (Limit limit : message.limits())
      limit
          .over()
          .ifPresent(over ->
              working.use(placeOf(message.id(), limit), revision.period(over), FactsMaker.MICROS));
  }

  /**
   * Counts what an event made before that comes to nothing now, since nothing unmakes it.
   *
   * @param made the messages' ids
   * @param day on which they count
   * @return the state in which they are counted
   */
  MemberState counted(MemberState state, Set<String> made, LocalDate day) {
    if (made.isEmpty()) return state;
    Working working = new Working(revision, state, state.asOf(), day);
    for (String id : made) Optional.ofNullable(messages.get(id)).ifPresent(m -> count(working, m));
    return state.withUsages(working.state().usages());
  }

  private Outgoing outgoing(
      Working working, Message message, Wanted wanted, Event event, Instant asOf) {
    Optional<Quiet> quiet =
        message.quiet().map(each -> new Quiet(each.from(), each.to(), revision.zone()));
    return new Outgoing(
        Outgoing.idOf(event, message.id()),
        message.id(),
        message.channel(),
        message.purpose(),
        wanted.rule(),
        quiet.map(each -> each.endAfter(asOf)).orElse(asOf),
        quiet,
        filling.fill(working, message.template(), wanted.ends()));
  }
}
