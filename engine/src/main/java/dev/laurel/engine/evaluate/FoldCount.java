package dev.laurel.engine.evaluate;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What came out for all members together. Not thread-safe. */
final class FoldCount {
  long events;
  long decisions;
  long members;
  long writingNanos;
  long allNanos;
  private final Map<String, Purses> points = new HashMap<>();
  private final Map<String, Map<String, Long>> tiers = new HashMap<>();
  private final Map<String, Long> messages = new HashMap<>();

  private static final class Sum {
    private long units;
  }

  /** All purses of one kind. */
  private static final class Purses {
    private long available;
    private long pending;
    private long earned;
    private long redeemed;
    private long expired;
    private long reversed;
    private long debt;
    private final Map<String, Sum> rules = new HashMap<>();

    void add(Purse purse) {
      available += purse.available();
      pending += purse.pending();
      earned += purse.earned();
      redeemed += purse.redeemed();
      expired += purse.expired();
      reversed += purse.reversed();
      debt += purse.debt();
    }

    void add(String rule, long units) {
      rules.computeIfAbsent(rule, _ -> new Sum()).units += units;
    }

    void add(Purses more) {
      available += more.available;
      pending += more.pending;
      earned += more.earned;
      redeemed += more.redeemed;
      expired += more.expired;
      reversed += more.reversed;
      debt += more.debt;
      more.rules.forEach((rule, sum) -> add(rule, sum.units));
    }
  }

  /** Lines went to their files in this time. */
  void wrote(long nanos) {
    writingNanos += nanos;
    allNanos += nanos;
  }

  void add(Decision decision) {
    decisions++;
    for (Outgoing message : decision.messages()) messages.merge(message.message(), 1L, Long::sum);
    for (Posting posting : decision.postings())
      if (posting.from() == Posting.Account.ISSUED)
        purses(posting.kind()).add(posting.rule(), posting.units());
  }

  void add(MemberState member) {
    members++;
    for (Purse purse : member.purses()) purses(purse.kind()).add(purse);
    for (MemberState.Standing standing : member.standings())
      tiers
          .computeIfAbsent(standing.ladder(), _ -> new HashMap<>())
          .merge(standing.tier(), 1L, Long::sum);
  }

  void add(FoldCount more) {
    events += more.events;
    decisions += more.decisions;
    members += more.members;
    writingNanos += more.writingNanos;
    allNanos += more.allNanos;
    more.messages.forEach((message, count) -> messages.merge(message, count, Long::sum));
    more.points.forEach((kind, purses) -> purses(kind).add(purses));
    more.tiers.forEach((ladder, counts) -> {
      Map<String, Long> all = tiers.computeIfAbsent(ladder, _ -> new HashMap<>());
      counts.forEach((tier, count) -> all.merge(tier, count, Long::sum));
    });
  }

  private Purses purses(String kind) {
    return points.computeIfAbsent(kind, _ -> new Purses());
  }

  /** Writes points, tiers and how many messages were made, in the pack's order. */
  void write(Pack pack, EventTerms terms, JsonWriter to) {
    to.key("points").open();
    for (PointKind kind : pack.programme().pointKinds()) {
      Purses all = purses(kind.id());
      int decimals = terms.pointDecimals(kind.id());
      to.key(kind.id()).open().key("available").decimal(all.available, decimals);
      to.key("pending").decimal(all.pending, decimals).key("earned").decimal(all.earned, decimals);
      to.key("redeemed").decimal(all.redeemed, decimals);
      to.key("expired").decimal(all.expired, decimals);
      to.key("reversed").decimal(all.reversed, decimals).key("debt").decimal(all.debt, decimals);
      to.key("earnedByRule").open();
      new TreeMap<>(all.rules).forEach((rule, sum) -> to.key(rule).decimal(sum.units, decimals));
      to.close().close();
    }
    to.close().key("tiers").open();
    for (Ladder ladder : pack.ladders()) {
      Map<String, Long> counts = tiers.getOrDefault(ladder.id(), Map.of());
      to.key(ladder.id()).open();
      ladder.tiers().forEach(tier -> to.key(tier.id()).number(counts.getOrDefault(tier.id(), 0L)));
      to.close();
    }
    to.close();
    if (pack.messages().isEmpty()) return;
    to.key("messages").open();
    for (Message message : pack.messages())
      to.key(message.id()).number(messages.getOrDefault(message.id(), 0L));
    to.close();
  }
}
