package dev.laurel.engine.editing;

import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds elements of a pack by their places. Stateless. */
final class Elements {
  private Elements() {}

  private static <T> Optional<T> find(List<T> all, Function<T, String> id, String wanted) {
    return all.stream().filter(each -> id.apply(each).equals(wanted)).findFirst();
  }

  /** A rule in a group, a campaign or a variant. */
  static Optional<EarningRule> rule(Pack pack, String place) {
    String[] way = place.split("/", -1);
    if (way.length < 4) return Optional.empty();
    String id = way[way.length - 1];
    Stream<EarningRule> rules =
        switch (way[0]) {
          case "earning" ->
              pack.earning().stream()
                  .filter(group -> group.id().equals(way[1]))
                  .flatMap(group -> group.rules().stream());
          case "campaigns" ->
              pack.campaigns().stream()
                  .filter(campaign -> campaign.id().equals(way[1]))
                  .flatMap(campaign -> campaign.allRules().stream());
          default -> Stream.empty();
        };
    return rules.filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** For how long the tiers of a ladder, or one of them, are held. */
  static Optional<Ladder.Validity> validity(Pack pack, String place) {
    String[] way = place.split("/", -1);
    if (way.length < 2 || !way[0].equals("ladders")) return Optional.empty();
    Optional<Ladder> ladder = find(pack.ladders(), Ladder::id, way[1]);
    return way.length < 4
        ? ladder.map(Ladder::validity)
        : ladder
            .flatMap(of -> find(of.tiers(), Ladder.Tier::id, way[3]))
            .flatMap(Ladder.Tier::validity);
  }
}
