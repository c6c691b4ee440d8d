package dev.laurel.engine.event;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.fault.Nearest;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.vocabulary.HiddenMetrics;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of a pack is needed to read and write events: the programme's zone, money and point kinds,
 * and what its vocabulary says of attributes. Each reading reports every fault it finds at the
 * place it is given and then gives nothing. Immutable and thread-safe.
 */
public final class EventTerms {
  /** A member's id, a source or an event's id is not longer, in UTF-16 code units. */
  public static final int LONGEST_ID = 200;

  /** Numbers and quantities are held in millionths. */
  public static final int NUMBER_DECIMALS = 6;

  /** Amounts, quantities and points, in their smallest unit, lie below this on either side. */
  public static final long LIMIT = 1_000_000_000_000_000L;

  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long AFTER_LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond() + 1;
  private static final int HUNDREDTHS_DECIMALS = 2;
  private static final int DATE_LENGTH = "2026-01-01".length();

  private final ZoneId zone;
  private final String currency;
  private final int moneyDecimals;
  private final Map<String, Integer> pointDecimals;
  private final Map<String, Integer> metricDecimals = new TreeMap<>();
  private final Map<String, String> tiers;
  private final SortedSet<String> types = new TreeSet<>(Vocabulary.BUILT_IN_EVENTS);
  private final AttributeTerms attributes;

  private EventTerms(Pack pack) {
    zone = pack.programme().zone();
    currency = pack.programme().currency().getCurrencyCode();
    // Currencies such as gold (XAU) have no smallest unit; Java then says -1.
    moneyDecimals = Math.max(0, pack.programme().currency().getDefaultFractionDigits());
    pointDecimals =
        pack.programme().pointKinds().stream()
            .collect(
                Collectors.toMap(PointKind::id, EventTerms::decimals, (a, b) -> a, TreeMap::new));
    List<Metric> metrics = new ArrayList<>(pack.programme().metrics());
    metrics.addAll(HiddenMetrics.of(pack));
    for (Metric metric : metrics)
      metricDecimals.put(
          metric.id(),
          metric.counts() instanceof Metric.Count.Spend ? moneyDecimals : NUMBER_DECIMALS);
    tiers = new TreeMap<>();
    for (Ladder ladder : pack.ladders())
      ladder.tiers().forEach(tier -> tiers.put(tier.id(), ladder.id()));
    types.addAll(Vocabulary.UNANSWERED_EVENTS);
    pack.vocabulary().ifPresent(v -> v.events().forEach(event -> types.add(event.id())));
    attributes = new AttributeTerms(pack, moneyDecimals);
  }

  public static EventTerms of(Pack pack) {
    return new EventTerms(pack);
  }

  private static int decimals(PointKind kind) {
    return switch (kind.unit()) {
      case WHOLE -> 0;
      case HUNDREDTHS -> HUNDREDTHS_DECIMALS;
    };
  }

  public ZoneId zone() {
    return zone;
  }

  /** How many decimal places an amount has. */
  public int moneyDecimals() {
    return moneyDecimals;
  }

  /**
   * How many decimal places points of this kind have: 0, or 2 of a kind that is held in hundredths.
   *
   * @throws IllegalArgumentException when the programme has no such kind
   */
  public int pointDecimals(String kind) {
    Integer decimals = pointDecimals.get(kind);
    if (decimals == null)
      throw new IllegalArgumentException("The programme has no points called %s.".formatted(kind));
    return decimals;
  }

  /**
   * How many decimal places what a metric counts has: those of money, or {@value #NUMBER_DECIMALS}.
   *
   * @throws IllegalArgumentException when the programme has no such metric
   */
  public int metricDecimals(String metric) {
    Integer decimals = metricDecimals.get(metric);
    if (decimals == null)
      throw new IllegalArgumentException("The programme has no metric %s.".formatted(metric));
    return decimals;
  }

  /**
   * Whether the word of this path is an attribute that something brings along. All other words are
   * worked out, and no attribute of the same name may stand in for them.
   */
  public boolean isAttribute(String path) {
    return attributes.isAttribute(path);
  }

  /**
   * Whether an attribute of members may stand readable: the vocabulary declares it and does not
   * call it personal. Of one that is not declared nobody knows what it holds.
   */
  public boolean mayBeReadable(String memberAttribute) {
    return attributes.mayBeReadable(memberAttribute);
  }

  /** What a vocabulary's attribute of that carrier is; empty where the pack declares none. */
  public Optional<Vocabulary.Type> type(AttributeTerms.Carrier carrier, String name) {
    return attributes.type(carrier, name);
  }

  /** An attribute as the vocabulary wants it; one that the pack does not know stays as it is. */
  public Optional<Datum> attribute(
      AttributeTerms.Carrier carrier, String name, Datum given, String place, Faults faults) {
    return attributes.read(carrier, name, given, place, faults);
  }

  /** An attribute of a member that is personal, as the vocabulary wants it. */
  public Optional<Datum> personal(
      String memberAttribute, Datum given, String place, Faults faults) {
    return attributes.readPersonal(memberAttribute, given, place, faults);
  }

  /** An amount in minor units of the programme's currency. */
  public Optional<Long> money(BigDecimal amount, String place, Faults faults) {
    return units(amount, moneyDecimals, "An amount in " + currency, place, faults);
  }

  /** A quantity in millionths. */
  public Optional<Long> quantity(BigDecimal quantity, String place, Faults faults) {
    return units(quantity, NUMBER_DECIMALS, "A quantity", place, faults);
  }

  /** Points of a kind, in its unit. */
  public Optional<Long> points(String kind, BigDecimal points, String place, Faults faults) {
    Integer decimals = pointDecimals.get(kind);
    // That the kind is unknown is reported where it stands.
    if (decimals == null) return Optional.empty();
    return units(points, decimals, "A number of " + kind, place, faults);
  }

  /** A point kind that the programme has. */
  public Optional<String> kind(String kind, String place, Faults faults) {
    if (pointDecimals.containsKey(kind)) return Optional.of(kind);
    faults.add(
        Fault.at(
            "unknown-points",
            place,
            kind,
            "The programme has no points called \"%s\".".formatted(kind),
            Nearest.remedy(kind, pointDecimals.keySet())));
    return Optional.empty();
  }

  /** A type of event that is built in or that the pack declares: of others no rule could know. */
  Optional<String> type(String type, String place, Faults faults) {
    if (types.contains(type)) return Optional.of(type);
    faults.add(
        Fault.at(
            "unknown-type",
            place,
            type,
            "The programme has no events of the type \"%s\".".formatted(type),
            Nearest.remedy(type, types)));
    return Optional.empty();
  }

  /** A tier that a ladder of the pack has. */
  public Optional<String> tier(String tier, String place, Faults faults) {
    if (tiers.containsKey(tier)) return Optional.of(tier);
    faults.add(
        Fault.at(
            "unknown-tier",
            place,
            tier,
            "No ladder has a tier called \"%s\".".formatted(tier),
            Nearest.remedy(tier, tiers.keySet())));
    return Optional.empty();
  }

  /** A text that names a member, a source or an event. */
  public Optional<String> id(String text, String place, Faults faults) {
    String wrong;
    if (text.isBlank()) wrong = "There is no id.";
    else if (text.length() > LONGEST_ID)
      wrong = "An id has at most %d characters.".formatted(LONGEST_ID);
    else if (hasNoCharacter(text))
      wrong = "An id holds no control characters and no halves of characters.";
    else return Optional.of(text);
    faults.add(Fault.at("bad-id", place, text, wrong, "Name it as its source does."));
    return Optional.empty();
  }

  /**
   * An instant from an ISO date-time with offset, or a local one or a date alone, which mean the
   * programme's zone: a date alone is the start of that day. A local time that the clocks skip is
   * moved on by the length of the gap; one that comes twice is the earlier.
   */
  public Optional<Instant> instant(String text, String place, Faults faults) {
    try {
      return Optional.of(inRange(parse(text)));
    } catch (DateTimeException e) {
      faults.add(
          Fault.at(
              "bad-time",
              place,
              text,
              "\"%s\" is no point in time in the years 1 to 9999.".formatted(text),
              "Write it like 2026-01-31T18:30:00Z, 2026-01-31T18:30 or 2026-01-31."));
      return Optional.empty();
    }
  }

  private static boolean hasNoCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7F || Character.isLowSurrogate(c)) return true;
      if (!Character.isHighSurrogate(c)) continue;
      if (++i == text.length() || !Character.isLowSurrogate(text.charAt(i))) return true;
    }
    return false;
  }

  /** The instant itself where it lies in the years 1 to 9999. */
  public static Instant inRange(Instant instant) {
    long seconds = instant.getEpochSecond();
    if (seconds < FIRST || seconds >= AFTER_LAST)
      throw new DateTimeException("An event lies in the years 1 to 9999.");
    return instant;
  }

  private Instant parse(String text) {
    if (text.length() == DATE_LENGTH) return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    boolean offset =
        last == 'Z' || last == 'z' || text.indexOf('+') > 0 || text.lastIndexOf('-') > DATE_LENGTH;
    return offset
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }

  static Optional<Long> units(
      BigDecimal number, int decimals, String what, String place, Faults faults) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    // Asked before any digit is moved, since an exponent may stand for billions of them.
    if ((long) plain.precision() - plain.scale() + decimals > Long.toString(LIMIT).length()) {
      tooLarge(plain, what, place, faults);
      return Optional.empty();
    }
    if (plain.scale() > decimals) {
      faults.add(
          Fault.at(
              "too-many-decimals",
              place,
              shown(plain),
              "%s has at most %d decimal places; %s has %d."
                  .formatted(what, decimals, shown(plain), plain.scale()),
              "Round it where it comes from."));
      return Optional.empty();
    }
    long units = plain.movePointRight(decimals).longValueExact();
    if (Math.abs(units) >= LIMIT) {
      tooLarge(plain, what, place, faults);
      return Optional.empty();
    }
    return Optional.of(units);
  }

  private static void tooLarge(BigDecimal number, String what, String place, Faults faults) {
    faults.add(
        Fault.at(
            "out-of-range",
            place,
            shown(number),
            "%s of %s is larger than anything that is counted here.".formatted(what, shown(number)),
            "Look whether the decimal separator is the one named."));
  }

  /** Plain where that is short. */
  private static String shown(BigDecimal number) {
    return Math.abs((long) number.scale()) > 40 ? number.toString() : number.toPlainString();
  }
}
