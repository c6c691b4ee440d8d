package dev.laurel.ui.studio.tryit;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.Tried;
import dev.laurel.engine.scenario.TriedCase;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.ui.access.SignedIn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Has a case tried by the engine. Thread-safe. */
final class CaseTrial {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SOURCE = "try";
  private static final String NOBODY = "invented";
  private static final String YES = "true";

  private final Operation operation;
  private final SignedIn who;

  CaseTrial(Operation operation, SignedIn who) {
    this.operation = operation;
    this.who = who;
  }

  /** What came of it: what would happen, or why the case cannot be tried. */
  record Answer(Optional<Tried> tried, List<Fault> faults) {}

  Answer of(TryCase asked) {
    Pack pack = operation.programme().revision().pack();
    Faults faults = new Faults();
    Optional<Event> event = EventJson.of(EventTerms.of(pack)).read(json(asked, pack), faults);
    if (event.isEmpty()) return new Answer(Optional.empty(), faults.sorted());
    try {
      return new Answer(
          Optional.of(
              asked.member().isPresent()
                  ? operation.insight().tryOut(who.actor(), event.get())
                  : operation.insight().tryOut(who.actor(), event.get(), given(asked, pack))),
          List.of());
    } catch (Operation.TooFarAheadException e) {
      return new Answer(Optional.empty(), List.of(e.fault()));
    }
  }

  /** The case as a scenario says it, of somebody who stands as its member does. */
  TriedCase tried(TryCase asked, Tried tried) {
    Pack pack = operation.programme().revision().pack();
    return new TriedCase(
        asked.member().isPresent() ? TriedCase.like(tried.before(), pack) : given(asked, pack),
        at(asked),
        CasePurchase.of(asked, pack));
  }

  /** When a case happens: at its own time, or now. */
  LocalDateTime at(TryCase asked) {
    var programme = operation.programme();
    return asked
        .at()
        .orElseGet(() ->
            programme.now().atZone(programme.revision().zone()).toLocalDateTime().withNano(0));
  }

  private ObjectNode json(TryCase asked, Pack pack) {
    ObjectNode event = JSON.createObjectNode();
    int decimals = Math.max(0, pack.programme().currency().getDefaultFractionDigits());
    event.put("source", SOURCE).put("id", "1").put("member", asked.member().orElse(NOBODY));
    event.put("occurredAt", at(asked).toString()).put("type", "purchase");
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal pieces = BigDecimal.ZERO;
    var lines = event.putArray("lines");
    for (TryCase.Line line : asked.lines()) {
      BigDecimal amount = line.amount().setScale(decimals, RoundingMode.HALF_UP);
      sum = sum.add(amount);
      pieces = pieces.add(line.quantity());
      ObjectNode written = lines.addObject();
      written.put("amount", amount).put("quantity", line.quantity());
      attributes(line.attributes(), CasePurchase.types(pack, Vocabulary::product), written);
    }
    event.put("amount", sum).put("quantity", pieces);
    attributes(asked.attributes(), CasePurchase.types(pack, Vocabulary::purchase), event);
    return event;
  }

  private static void attributes(
      Map<String, String> given, Map<String, Vocabulary.Type> types, ObjectNode to) {
    if (given.isEmpty()) return;
    ObjectNode attributes = to.putObject("attributes");
    given.forEach((name, value) -> {
      if (types.get(name) == Vocabulary.Type.TRUTH) attributes.put(name, value.equals(YES));
      else attributes.put(name, value);
    });
  }

  private static Scenario.Given given(TryCase asked, Pack pack) {
    SortedMap<String, String> tiers = new TreeMap<>();
    for (Ladder ladder : pack.ladders())
      Optional.ofNullable(asked.tiers().get(ladder.id()))
          .filter(tier -> ladder.tiers().stream().anyMatch(each -> each.id().equals(tier)))
          .ifPresent(tier -> tiers.put(ladder.id(), tier));
    Map<String, Vocabulary.Type> types = CasePurchase.types(pack, Vocabulary::member);
    SortedMap<String, Datum> facts = new TreeMap<>();
    asked
        .facts()
        .forEach((name, value) -> {
          if (types.containsKey(name)) facts.put(name, CasePurchase.datum(value, types.get(name)));
        });
    return new Scenario.Given(
        asked.enrolled(), Optional.empty(), tiers, Map.of(), Map.of(), Map.of(), facts);
  }
}
