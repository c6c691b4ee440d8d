package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import dev.laurel.engine.member.MemberState;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import java.math.BigDecimal;
import java.util.List;

/** Draws where members stand, by the titles of the pack. */
public final class Standings {
  private Standings() {}

  /** The tier that is held, by sprig and name. */
  public static Component tier(Pack pack, MemberState.Standing standing, Words words) {
    return tier(pack, standing.ladder(), standing.tier(), words);
  }

  public static Component tier(Pack pack, String ladder, String tier, Words words) {
    return Parts.tier(rank(pack, ladder, tier), title(pack, ladder, tier, words));
  }

  /** The same with until when it is held. */
  public static Component of(Pack pack, MemberState.Standing standing, Words words) {
    var all = Parts.span("", tier(pack, standing, words));
    standing
        .until()
        .ifPresent(day ->
            all.add(Parts.text(" " + words.of("member.until", words.day(day.minusDays(1))))));
    return all;
  }

  /** The number of a tier on its ladder, from 1. */
  public static int rank(Pack pack, String ladder, String tier) {
    List<Ladder.Tier> tiers = ladder(pack, ladder).tiers();
    for (int rung = 0; rung < tiers.size(); rung++)
      if (tiers.get(rung).id().equals(tier)) return rung + 1;
    return 1;
  }

  public static String title(Pack pack, String ladder, String tier, Words words) {
    return ladder(pack, ladder).tiers().stream()
        .filter(each -> each.id().equals(tier))
        .findFirst()
        .map(each -> words.of(each.title()))
        .orElse(tier);
  }

  public static Ladder ladder(Pack pack, String id) {
    return pack.ladders().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no ladder %s.".formatted(id)));
  }

  public static PointKind kind(Pack pack, String id) {
    return pack.programme().pointKinds().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There are no points %s.".formatted(id)));
  }

  /** Units of a kind as points. */
  public static BigDecimal points(PointKind kind, long units) {
    return switch (kind.unit()) {
      case WHOLE -> BigDecimal.valueOf(units);
      case HUNDREDTHS -> BigDecimal.valueOf(units, 2);
    };
  }
}
