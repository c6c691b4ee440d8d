package dev.laurel.ui.studio.tryit;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Scenario.Happening;
import dev.laurel.rules.language.Vocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The purchase of a case as scenarios say it. Stateless. */
final class CasePurchase {
  private static final Set<String> OF_PURCHASE = Set.of("channel", "store", "payment", "country");
  private static final Set<String> OF_LINE = Set.of("product", "category", "brand");
  private static final String YES = "true";

  private CasePurchase() {}

  static Happening.Purchase of(TryCase asked, Pack pack) {
    int decimals = Math.max(0, pack.programme().currency().getDefaultFractionDigits());
    List<Scenario.Line> lines =
        asked.lines().stream().map(line -> line(line, pack, decimals)).toList();
    Map<String, String> given = asked.attributes();
    return new Happening.Purchase(
        Optional.empty(),
        lines.isEmpty() ? Optional.of(BigDecimal.ZERO) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(given.get("channel")),
        Optional.ofNullable(given.get("store")),
        Optional.ofNullable(given.get("payment")),
        Optional.ofNullable(given.get("country")),
        List.of(),
        lines,
        others(given, OF_PURCHASE, types(pack, Vocabulary::purchase)));
  }

  private static Scenario.Line line(TryCase.Line line, Pack pack, int decimals) {
    Map<String, String> given = line.attributes();
    return new Scenario.Line(
        line.amount().setScale(decimals, RoundingMode.HALF_UP),
        line.quantity(),
        Optional.ofNullable(given.get("product")),
        Optional.ofNullable(given.get("category")),
        Optional.ofNullable(given.get("brand")),
        List.of(),
        others(given, OF_LINE, types(pack, Vocabulary::product)));
  }

  /** What the types of the vocabulary's words are. */
  static Map<String, Vocabulary.Type> types(
      Pack pack, Function<Vocabulary, List<Vocabulary.Attribute>> of) {
    Map<String, Vocabulary.Type> types = new TreeMap<>();
    pack.vocabulary()
        .ifPresent(words -> of.apply(words).forEach(each -> types.put(each.id(), each.type())));
    return types;
  }

  private static SortedMap<String, Datum> others(
      Map<String, String> given, Set<String> own, Map<String, Vocabulary.Type> types) {
    SortedMap<String, Datum> others = new TreeMap<>();
    given.forEach((name, value) -> {
      if (!own.contains(name)) others.put(name, datum(value, types.get(name)));
    });
    return others;
  }

  static Datum datum(String value, Vocabulary.@org.jspecify.annotations.Nullable Type type) {
    return Datum.of(
        type == Vocabulary.Type.TRUTH ? new Value.Truth(value.equals(YES)) : Value.of(value));
  }
}
