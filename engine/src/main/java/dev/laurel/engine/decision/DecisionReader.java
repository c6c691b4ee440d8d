package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Unmet;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.PointKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads what {@link DecisionJson} writes, under the revision that decided. The order of keys does
 * not matter; what is read and written again is the same bytes as those that were first written.
 * Immutable and thread-safe.
 */
public final class DecisionReader {
  private static final Set<String> FINDINGS =
      Set.of(
          "fired",
          "beaten",
          "limit-reached",
          "head-start",
          "rolled-over",
          "tier-granted",
          "warned",
          "progressed",
          "segmented",
          "handed-out",
          "used",
          "lapsed",
          "no-pool",
          "no-other",
          "handed-on",
          "rewarded",
          "taken-back",
          "settled",
          "sent",
          "no-consent",
          "too-often",
          "stays-sent",
          "offered",
          "passed-over",
          "not-met",
          "not-in-force");

  private final Revision revision;
  private final EventTerms terms;
  private final SawReader sawReader;

  private DecisionReader(Revision revision) {
    this.revision = revision;
    this.terms = EventTerms.of(revision.pack());
    this.sawReader = new SawReader(revision.layout());
  }

  public static DecisionReader of(Revision revision) {
    return new DecisionReader(revision);
  }

  /**
   * The digest of the revision that made a stored decision, with which it is to be read.
   *
   * @throws UnreadableDecisionException when the bytes are no object that names one
   */
  public static String revision(byte[] decision) {
    return StoredObject.of(decision).text("revision");
  }

  /**
   * The word by which rules name the type of the event on which a stored decision was made.
   *
   * @throws UnreadableDecisionException when the bytes are no object that names one
   */
  public static String type(byte[] decision) {
    return StoredObject.of(decision).text("type");
  }

  /**
   * On which event a stored decision was made.
   *
   * @throws UnreadableDecisionException when the bytes are no object that names one
   */
  public static Named named(byte[] decision) {
    StoredObject from = StoredObject.of(decision);
    return new Named(
        from.text("source"),
        from.text("event"),
        from.parsed("occurredAt", "an instant", Instant::parse),
        from.text("type"));
  }

  /** An event by its name and time. */
  public record Named(String source, String event, Instant occurredAt, String type) {
    /** Whether it has its place before an event that the same instant brought. */
    public boolean isBefore(Event other) {
      int order = source.compareTo(other.source());
      if (order == 0) order = Integer.compare(event.length(), other.id().length());
      if (order == 0) order = event.compareTo(other.id());
      return order < 0;
    }
  }

  /**
   * Why a stored decision did nothing; empty where it did something.
   *
   * @throws UnreadableDecisionException when the bytes are no object, or its refusal is none
   */
  public static Optional<Decision.Refusal> refusalOf(byte[] decision) {
    StoredObject from = StoredObject.of(decision);
    return from.has("refusal") ? Optional.of(refusal(from.object("refusal"))) : Optional.empty();
  }

  /**
   * What a stored decision was given, without what was decided of other events.
   *
   * @throws UnreadableDecisionException when the bytes are no object, or what it was given is none
   */
  public static Given givenOf(byte[] decision) {
    StoredObject from = StoredObject.of(decision);
    return from.has("given") ? given(from.object("given"), Optional.empty()) : Given.NOTHING;
  }

  /**
   * Reads a decision, a line of {@code decisions.jsonl}.
   *
   * @throws UnreadableDecisionException when it is not one that this revision made
   */
  public StoredDecision read(byte[] decision) {
    StoredObject from = StoredObject.of(decision);
    String decided = from.text("revision");
    if (!decided.equals(revision.digest()))
      throw from.fault(
          "other-revision",
          "revision",
          decided,
          "The revision %s decided, not %s.".formatted(decided, revision.digest()));
    String type = from.text("type");
    Instant occurredAt = from.parsed("occurredAt", "an instant", Instant::parse);
    StoredDecision stored =
        new StoredDecision(
            from.text("id"),
            from.text("member"),
            from.text("source"),
            from.text("event"),
            occurredAt,
            from.has("asOf") ? from.parsed("asOf", "an instant", Instant::parse) : occurredAt,
            type,
            decided,
            from.has("given") ? given(from.object("given"), Optional.of(this)) : Given.NOTHING,
            from.has("refusal") ? Optional.of(refusal(from.object("refusal"))) : Optional.empty(),
            sawReader.read(from.object("saw"), type),
            all(from, "findings", this::finding),
            all(from, "moves", DecisionReader::move),
            from.has("bought") ? Optional.of(bought(from.object("bought"))) : Optional.empty(),
            from.has("corrects")
                ? Optional.of(correction(from.object("corrects")))
                : Optional.empty(),
            all(from, "pooled", this::share),
            all(from, "others", this::other),
            all(from, "messages", OutgoingJson::read));
    from.end();
    return stored;
  }

  /**
   * Reads an entry of the ledger, a line of {@code ledger.jsonl}.
   *
   * @throws UnreadableDecisionException when it is not one of this revision's programme
   */
  public LedgerEntry readEntry(byte[] entry) {
    StoredObject from = StoredObject.of(entry);
    LedgerEntry stored =
        new LedgerEntry(
            from.text("id"),
            from.text("member"),
            from.text("decision"),
            from.text("source"),
            from.text("event"),
            from.parsed("occurredAt", "an instant", Instant::parse),
            from.has("corrects") ? Optional.of(from.text("corrects")) : Optional.empty(),
            posting(from));
    from.end();
    return stored;
  }

  private Posting posting(StoredObject from) {
    String kind = from.text("kind");
    long units = points(from, "points", kind);
    if (units <= 0)
      throw from.fault(
          "out-of-range", "points", String.valueOf(units), "A posting moves more than 0 points.");
    Posting.Account source = from.constant("from", DecisionJson.ACCOUNTS);
    Posting.Account target = from.constant("to", DecisionJson.ACCOUNTS);
    if (source == target)
      throw from.fault("bad-value", "to", from.text("to"), "A posting needs two accounts.");
    return new Posting(source, target, kind, units, from.text("rule"));
  }

  private Bought bought(StoredObject from) {
    Bought bought =
        new Bought(
            from.text("event"),
            from.text("type"),
            from.parsed("judgedOn", "a date", LocalDate::parse),
            from.units("amount", terms.moneyDecimals()),
            new TreeMap<>(named(from, "earned", earned -> kind -> points(earned, kind, kind))),
            new TreeMap<>(
                named(
                    from,
                    "counted",
                    counted -> metric -> counted.units(metric, metricDecimals(counted, metric)))),
            all(from, "others", this::other),
            from.has("returned") ? from.units("returned", terms.moneyDecimals()) : 0);
    from.end();
    return bought;
  }

  private int metricDecimals(StoredObject from, String metric) {
    Set<String> metrics = new TreeSet<>();
    for (MetricPlan each : revision.metrics()) metrics.add(each.metric().id());
    if (!metrics.contains(metric)) throw from.unknown("metric", metric, metrics);
    return terms.metricDecimals(metric);
  }

  /**
   * @param reader of what was decided of other events; empty where that is left out
   */
  private static Given given(StoredObject from, Optional<DecisionReader> reader) {
    boolean bought = from.has("bought");
    Given given =
        new Given(
            named(
                from,
                "budgets",
                budgets -> key -> budgets.units(key, DecisionJson.decimalsOf(key))),
            named(from, "places", places -> places::truth),
            named(from, "shares", shares -> key -> shares.units(key, 0)),
            from.has("quintiles")
                ? Optional.of(quintiles(from.object("quintiles")))
                : Optional.empty(),
            bought ? reader.map(own -> own.bought(from.object("bought"))) : Optional.empty(),
            from.has("effect") ? Optional.of(effect(from.object("effect"))) : Optional.empty(),
            from.has("receiver") ? Optional.of(from.truth("receiver")) : Optional.empty(),
            from.has("by") ? Optional.of(by(from.object("by"))) : Optional.empty(),
            new TreeMap<>(named(from, "codes", codes -> codes::texts)),
            from.has("code") ? Optional.of(code(from.object("code"))) : Optional.empty(),
            from.has("messages") ? Set.copyOf(from.texts("messages")) : Set.of(),
            named(
                from,
                "sentLater",
                later -> message -> later.texts(message).stream().map(LocalDate::parse).toList()));
    from.end();
    return given;
  }

  private static Given.Code code(StoredObject from) {
    Given.Code code = new Given.Code(from.text("benefit"), from.truth("own"));
    from.end();
    return code;
  }

  private static Given.By by(StoredObject from) {
    Given.By by =
        new Given.By(
            from.has("pool") ? Optional.of(from.text("pool")) : Optional.empty(),
            new TreeSet<>(from.has("tiers") ? from.texts("tiers") : List.of()));
    from.end();
    return by;
  }

  private OtherShare other(StoredObject from) {
    String member = from.text("member");
    Outcome.To as = from.constant("as", DecisionJson.SIDES);
    String rule = from.text("rule");
    if (from.has("benefit"))
      return new OtherShare(member, as, rule, "", from.text("benefit"), from.units("count", 0));
    String kind = from.text("kind");
    return new OtherShare(member, as, rule, kind, "", points(from, "points", kind));
  }

  private PoolShare share(StoredObject from) {
    String kind = from.text("kind");
    return new PoolShare(
        from.text("pool"),
        kind,
        from.has("given") ? points(from, "given", kind) : 0,
        from.has("taken") ? points(from, "taken", kind) : 0,
        from.has("active")
            ? Optional.of(from.parsed("active", "a date", LocalDate::parse))
            : Optional.empty());
  }

  private static Given.Effect effect(StoredObject from) {
    boolean carriedOut = from.truth("carriedOut");
    Given.Effect effect =
        new Given.Effect(
            carriedOut ? Optional.empty() : Optional.of(refusal(from.object("refusal"))));
    from.end();
    return effect;
  }

  private static Correction correction(StoredObject from) {
    Correction correction = new Correction(from.text("decision"), from.text("because"));
    from.end();
    return correction;
  }

  private static Quintiles quintiles(StoredObject from) {
    Quintiles quintiles =
        new Quintiles(
            from.parsed("day", "a date", LocalDate::parse),
            from.parsed("from", "an instant", Instant::parse),
            new TreeMap<>(named(from, "over", over -> name -> bounds(over.object(name)))));
    from.end();
    return quintiles;
  }

  private static Quintiles.Bounds bounds(StoredObject from) {
    Quintiles.Bounds bounds =
        new Quintiles.Bounds(
            from.units("members", 0),
            starts(from, "recency"),
            starts(from, "frequency"),
            starts(from, "money"));
    from.end();
    return bounds;
  }

  private static Quintiles.Starts starts(StoredObject from, String key) {
    StoredObject object = from.object(key);
    Quintiles.Starts starts =
        new Quintiles.Starts(
            object.units("second", 0),
            object.units("third", 0),
            object.units("fourth", 0),
            object.units("fifth", 0));
    object.end();
    return starts;
  }

  /** What an object says under each of its keys; nothing where there is no object. */
  private static <T> Map<String, T> named(
      StoredObject from, String key, Function<StoredObject, Function<String, T>> read) {
    if (!from.has(key)) return Map.of();
    StoredObject object = from.object(key);
    Function<String, T> value = read.apply(object);
    Map<String, T> named = new TreeMap<>();
    for (String id : object.keys()) named.put(id, value.apply(id));
    return named;
  }

  private static Decision.Refusal refusal(StoredObject from) {
    Decision.Refusal refusal = new Decision.Refusal(from.text("code"), from.text("message"));
    from.end();
    return refusal;
  }

  private Finding finding(StoredObject from) {
    String rule = from.text("rule");
    String finding = from.text("finding");
    return switch (finding) {
      case "fired" -> new Finding.Fired(rule, all(from, "awards", this::award));
      case "beaten" ->
          new Finding.Beaten(
              rule, from.text("by"), from.constant("contest", DecisionJson.CONTESTS));
      case "limit-reached" ->
          new Finding.LimitReached(
              rule,
              from.text("limit"),
              from.units("wanted", EventTerms.NUMBER_DECIMALS),
              from.units("given", EventTerms.NUMBER_DECIMALS));
      case "head-start" ->
          new Finding.HeadStart(
              rule, from.text("metric"), from.units("units", EventTerms.NUMBER_DECIMALS));
      case "rolled-over" -> rolledOver(rule, from);
      case "warned" ->
          new Finding.Warned(
              rule,
              from.text("message"),
              from.text("tier"),
              from.parsed("until", "a date", LocalDate::parse));
      case "tier-granted" ->
          new Finding.TierGranted(
              rule,
              from.text("tier"),
              from.parsed("until", "a date", LocalDate::parse),
              from.truthOrFalse("longer"));
      case "progressed" ->
          new Finding.Progressed(
              rule,
              from.constant("way", DecisionJson.PROGRESS),
              from.units("count", 0),
              from.units("goal", 0));
      case "segmented" -> new Finding.Segmented(rule, from.truth("joined"));
      case "handed-out" ->
          new Finding.HandedOut(
              rule,
              from.text("benefit"),
              from.units("count", 0),
              day(from),
              from.has("codes") ? from.texts("codes") : List.of());
      case "used" ->
          new Finding.Used(
              rule,
              from.text("benefit"),
              from.has("left") ? OptionalLong.of(from.units("left", 0)) : OptionalLong.empty());
      case "lapsed" -> new Finding.Lapsed(rule, from.text("benefit"), from.units("count", 0));
      case "no-other" ->
          new Finding.NoOther(
              rule,
              from.constant("to", DecisionJson.SIDES),
              from.constant("why", DecisionJson.NO_OTHER));
      case "handed-on" ->
          new Finding.HandedOn(rule, from.text("benefit"), from.units("count", 0), from.text("to"));
      case "rewarded" ->
          new Finding.Rewarded(
              rule,
              from.text("from"),
              from.constant("as", DecisionJson.SIDES),
              all(from, "awards", this::award));
      case "settled" -> settled(rule, from);
      case "taken-back" ->
          new Finding.TakenBack(rule, from.text("benefit"), from.units("count", 0));
      case "sent" ->
          new Finding.Sent(
              rule,
              from.text("message"),
              from.has("waits")
                  ? Optional.of(from.parsed("waits", "an instant", Instant::parse))
                  : Optional.empty());
      case "no-consent" ->
          new Finding.NoConsent(
              rule, from.text("message"), from.text("channel"), from.text("purpose"));
      case "too-often" -> new Finding.TooOften(rule, from.text("message"), from.text("limit"));
      case "stays-sent" -> new Finding.StaysSent(rule, from.text("message"));
      case "offered" -> new Finding.Offered(rule, from.text("offer"));
      case "passed-over" ->
          new Finding.PassedOver(rule, from.text("offer"), all(from, "rows", DecisionReader::row));
      case "no-pool" -> new Finding.NoPool(rule, from.text("kind"));
      case "not-met" -> new Finding.NotMet(rule, all(from, "rows", DecisionReader::row));
      case "not-in-force" -> new Finding.NotInForce(rule, all(from, "rows", DecisionReader::row));
      default -> throw from.unknown("finding", finding, FINDINGS);
    };
  }

  private static Optional<LocalDate> day(StoredObject from) {
    return from.has("until")
        ? Optional.of(from.parsed("until", "a date", LocalDate::parse))
        : Optional.empty();
  }

  private static Finding rolledOver(String rule, StoredObject from) {
    return new Finding.RolledOver(
        rule,
        from.text("metric"),
        from.text("tier"),
        from.units("threshold", EventTerms.NUMBER_DECIMALS),
        from.units("reached", EventTerms.NUMBER_DECIMALS),
        from.units("units", EventTerms.NUMBER_DECIMALS));
  }

  private Finding settled(String rule, StoredObject from) {
    Finding.Settled.How how = from.constant("how", DecisionJson.SETTLED);
    if (from.has("benefit"))
      return new Finding.Settled(rule, "", from.text("benefit"), from.units("count", 0), how);
    String kind = from.text("kind");
    return new Finding.Settled(rule, kind, "", points(from, "points", kind), how);
  }

  private Finding.Award award(StoredObject from) {
    String exact = from.text("exact");
    if (from.has("counter"))
      return new Finding.Award(
          "", from.text("counter"), exact, from.units("count", EventTerms.NUMBER_DECIMALS));
    String kind = from.text("kind");
    return new Finding.Award(
        kind,
        "",
        exact,
        points(from, "points", kind),
        from.has("to") ? Optional.of(from.text("to")) : Optional.empty());
  }

  private static Unmet row(StoredObject from) {
    return new Unmet(
        from.text("row"),
        from.truthOrFalse("exception"),
        from.text("operand"),
        from.text("asked"),
        from.textOrEmpty("actual"),
        from.truthOrFalse("missing"));
  }

  private static Move move(StoredObject from) {
    return new Move(
        from.text("ladder"),
        from.text("from"),
        from.text("to"),
        from.constant("way", DecisionJson.WAYS),
        day(from),
        from.text("rule"));
  }

  private long points(StoredObject from, String key, String kind) {
    Set<String> kinds = new TreeSet<>();
    for (PointKind each : revision.pack().programme().pointKinds()) kinds.add(each.id());
    if (!kinds.contains(kind)) throw from.unknown("kind", kind, kinds);
    return from.units(key, terms.pointDecimals(kind));
  }

  private static <T> List<T> all(StoredObject from, String key, Function<StoredObject, T> read) {
    List<T> all = new ArrayList<>();
    for (StoredObject each : from.objects(key)) {
      all.add(read.apply(each));
      each.end();
    }
    return List.copyOf(all);
  }
}
