package dev.laurel.engine.revision;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.language.Vocabulary.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What keeps a pack from following another one in a programme that has members: it would lose
 * points, count money as something else, or ask for what was not counted. Tiers, rules, campaigns,
 * tables and texts may change freely.
 */
public final class Succession {
  private final Pack before;
  private final Pack after;
  private final List<Fault> faults = new ArrayList<>();

  private Succession(Pack before, Pack after) {
    this.before = before;
    this.after = after;
  }

  /** Everything that stands in the way, in the order of the files; nothing where it may follow. */
  public static List<Fault> faults(Pack before, Pack after) {
    Succession check = new Succession(before, after);
    check.programme();
    check.kinds();
    check.counted();
    check.vocabulary();
    return List.copyOf(check.faults);
  }

  /**
   * What of a pack cannot be put in force by this version, in the pack's order; nothing where all
   * of it is evaluated. Each fault's value is the construct.
   */
  public static List<Fault> notEvaluated(Pack pack) {
    return NotEvaluated.in(pack).stream()
        .map(found ->
            Fault.at(
                "not-evaluated",
                found.place(),
                found.construct(),
                "What is said here (%s) is not evaluated yet, so it cannot be published."
                    .formatted(found.construct()),
                "Leave it out."))
        .toList();
  }

  private void add(String code, String place, Object value, String message, String remedy) {
    faults.add(Fault.at(code, place, String.valueOf(value), message, remedy));
  }

  private void programme() {
    Programme was = before.programme();
    Programme is = after.programme();
    if (!was.zone().equals(is.zone()))
      add(
          "zone-changed",
          "programme/zone",
          is.zone(),
          "The days of members and points were counted in %s.".formatted(was.zone()),
          "Keep that zone, or begin another programme.");
    if (!was.currency().equals(is.currency()))
      add(
          "currency-changed",
          "programme/currency",
          is.currency(),
          "What members spent was counted in %s.".formatted(was.currency()),
          "Keep that currency, or begin another programme.");
  }

  private void kinds() {
    Map<String, PointKind> kinds = byId(after.programme().pointKinds(), PointKind::id);
    for (PointKind was : before.programme().pointKinds()) {
      String place = "programme/pointKinds/" + was.id();
      Optional<PointKind> is = Optional.ofNullable(kinds.get(was.id()));
      if (is.isEmpty())
        add(
            "points-removed",
            place,
            was.id(),
            "Members may have points called \"%s\".".formatted(was.id()),
            "Keep the kind and let no rule give it any more.");
      else if (is.get().unit() != was.unit())
        add(
            "unit-changed",
            place + "/unit",
            is.get().unit(),
            "Points called \"%s\" were counted in another unit.".formatted(was.id()),
            "Keep the unit, or add another kind.");
    }
  }

  /** A metric that nobody counted so far would stand at zero for everybody. */
  private void counted() {
    Map<String, Metric> metrics = byId(before.programme().metrics(), Metric::id);
    for (Metric is : after.programme().metrics()) {
      Metric was = metrics.get(is.id());
      if (was != null
          && was.counts().equals(is.counts())
          && period(before, was.over()).equals(period(after, is.over()))) continue;
      notCounted("metrics", is.id(), was == null);
    }
    Map<String, Programme.Counter> counters =
        byId(before.programme().counters(), Programme.Counter::id);
    for (Programme.Counter is : after.programme().counters()) {
      Programme.Counter was = counters.get(is.id());
      // A counter is moved by rules from the moment it is there, so a new one rightly begins at 0.
      if (was != null && !period(before, was.over()).equals(period(after, is.over())))
        notCounted("counters", is.id(), false);
    }
  }

  private void notCounted(String section, String id, boolean isNew) {
    add(
        "not-counted",
        "programme/" + section + "/" + id,
        id,
        isNew
            ? "What happened so far was not counted as \"%s\".".formatted(id)
            : "\"%s\" was counted in another way so far.".formatted(id),
        "Use what is counted already; what a running programme counts cannot be changed yet.");
  }

  private static Object period(Pack pack, String id) {
    return pack.programme().periods().stream()
        .filter(p -> p.id().equals(id))
        .<Object>map(Programme.NamedPeriod::is)
        .findFirst()
        .orElse(id);
  }

  private void vocabulary() {
    Vocabulary was = before.vocabulary().orElse(Vocabulary.EMPTY);
    Vocabulary is = after.vocabulary().orElse(Vocabulary.EMPTY);
    attributes("vocabulary/member", was.member(), is.member());
    attributes("vocabulary/purchase", was.purchase(), is.purchase());
    attributes("vocabulary/product", was.product(), is.product());
    Map<String, Vocabulary.EventType> events = byId(is.events(), Vocabulary.EventType::id);
    for (Vocabulary.EventType type : was.events()) {
      String place = "vocabulary/events/" + type.id();
      Vocabulary.EventType now = events.get(type.id());
      if (now == null) removed(place, type.id());
      else attributes(place + "/attributes", type.attributes(), now.attributes());
    }
  }

  private void attributes(String place, List<Attribute> was, List<Attribute> is) {
    Map<String, Attribute> now = byId(is, Attribute::id);
    for (Attribute each : was) {
      String at = place + "/" + each.id();
      Attribute left = now.get(each.id());
      if (left == null) removed(at, each.id());
      else if (left.type() != each.type()
          || left.personal() != each.personal()
          || !left.values().containsAll(each.values()))
        add(
            "attribute-changed",
            at,
            each.id(),
            "What was recorded as \"%s\" could not be read as before.".formatted(each.id()),
            "Keep its type, its choices and whether it is personal; add another attribute.");
    }
  }

  private void removed(String place, String id) {
    add(
        "word-removed",
        place,
        id,
        "Events that were recorded may say \"%s\".".formatted(id),
        "Keep the word; rules need not use it.");
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toMap(id, t -> t, (a, b) -> a, TreeMap::new));
  }
}
