package dev.laurel.engine.event;

import dev.laurel.engine.event.Event.Body.ReferralReward;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.language.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What rules give the other side of a referral, as JSON, read only where it was kept. */
final class RewardBodies {
  private RewardBodies() {}

  static ReferralReward read(Fields row, EventReader reader) {
    List<ReferralReward.Part> parts = new ArrayList<>();
    for (Fields part : row.list("parts")) {
      parts.add(part(part, reader));
      part.end();
    }
    String as = row.needed("as").orElse("referred");
    return new ReferralReward(
        row.needed("from").orElse(""), Outcome.To.valueOf(as.toUpperCase(Locale.ROOT)), parts);
  }

  private static ReferralReward.Part part(Fields part, EventReader reader) {
    String rule = part.needed("rule").orElse("");
    if (part.has("benefit")) {
      BigDecimal count = part.number("count");
      return new ReferralReward.Part(
          rule, "", part.text("benefit").orElse(""), count.longValueExact(), goods(part));
    }
    String kind = reader.kind(part);
    long units = reader.units(kind, part.number("points"), part.place("points"), part.faults());
    return new ReferralReward.Part(rule, kind, "", units, goods(part));
  }

  private static Optional<ReferralReward.Goods> goods(Fields part) {
    Optional<String> reward = part.text("of");
    return part.text("earnedOn")
        .flatMap(text -> EventReader.date(text, part.place("earnedOn"), part.faults()))
        .map(day -> new ReferralReward.Goods(reward.orElse(""), day));
  }

  static void write(ReferralReward reward, EventTerms terms, JsonWriter to) {
    to.key("from").text(reward.from());
    to.key("as").text(reward.as().name().toLowerCase(Locale.ROOT));
    if (reward.parts().isEmpty()) return;
    to.key("parts").openList();
    for (ReferralReward.Part part : reward.parts()) {
      to.open().key("rule").text(part.rule());
      if (part.isOfPoints())
        to.key("kind")
            .text(part.kind())
            .key("points")
            .decimal(part.units(), terms.pointDecimals(part.kind()));
      else to.key("benefit").text(part.benefit()).key("count").number(part.units());
      part.goods()
          .ifPresent(goods -> {
            if (!goods.reward().isEmpty()) to.key("of").text(goods.reward());
            to.key("earnedOn").text(goods.earnedOn().toString());
          });
      to.close();
    }
    to.closeList();
  }
}
