package dev.laurel.engine.decision;

import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.Unmet;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.vocabulary.Word;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decisions and their ledger entries as JSON, one object per line. Canonical: keys in one order,
 * nothing that is empty, points in their kind's unit as decimals. {@link DecisionReader} reads
 * them. Immutable and thread-safe.
 */
public final class DecisionJson {
  static final Constants<Posting.Account> ACCOUNTS = Constants.of(Posting.Account.class);
  static final Constants<Move.Way> WAYS = Constants.of(Move.Way.class);
  static final Constants<Finding.Contest> CONTESTS = Constants.of(Finding.Contest.class);
  static final Constants<Outcome.To> SIDES = Constants.of(Outcome.To.class);
  static final Constants<Finding.Settled.How> SETTLED = Constants.of(Finding.Settled.How.class);
  static final Constants<Finding.NoOther.Why> NO_OTHER = Constants.of(Finding.NoOther.Why.class);
  static final Constants<Finding.Progressed.Way> PROGRESS =
      Constants.of(Finding.Progressed.Way.class);

  private final EventTerms terms;

  private DecisionJson(EventTerms terms) {
    this.terms = terms;
  }

  public static DecisionJson of(EventTerms terms) {
    return new DecisionJson(terms);
  }

  /** Writes the decision without its postings, and without an end of line. */
  public void write(Decision decision, JsonWriter to) {
    write(StoredDecision.of(decision), to);
  }

  /** Writes what {@link DecisionReader#read} reads, without an end of line. */
  public void write(StoredDecision decision, JsonWriter to) {
    to.open().key("id").text(decision.id()).key("member").text(decision.member());
    to.key("source").text(decision.source()).key("event").text(decision.event());
    to.key("occurredAt").instant(decision.occurredAt());
    if (!decision.asOf().equals(decision.occurredAt())) to.key("asOf").instant(decision.asOf());
    to.key("type").text(decision.type());
    to.key("revision").text(decision.revision());
    decision
        .correction()
        .ifPresent(made ->
            to.key("corrects")
                .open()
                .key("decision")
                .text(made.of())
                .key("because")
                .text(made.because())
                .close());
    if (!decision.given().equals(Given.NOTHING)) given(decision.given(), to);
    decision.refusal().ifPresent(refusal -> refusal(refusal, to.key("refusal")));
    saw(decision.saw(), to);
    if (!decision.findings().isEmpty()) {
      to.key("findings").openList();
      for (Finding finding : decision.findings()) finding(finding, to);
      to.closeList();
    }
    if (!decision.moves().isEmpty()) {
      to.key("moves").openList();
      for (Move move : decision.moves()) move(move, to);
      to.closeList();
    }
    decision.bought().ifPresent(bought -> bought(bought, to.key("bought")));
    if (!decision.shares().isEmpty()) {
      to.key("pooled").openList();
      for (PoolShare share : decision.shares()) share(share, to);
      to.closeList();
    }
    others(decision.others(), to);
    if (!decision.messages().isEmpty()) {
      to.key("messages").openList();
      for (Outgoing message : decision.messages()) OutgoingJson.write(message, to);
      to.closeList();
    }
    to.close();
  }

  private void others(List<OtherShare> others, JsonWriter to) {
    if (others.isEmpty()) return;
    to.key("others").openList();
    for (OtherShare share : others) {
      to.open().key("member").text(share.member()).key("as").text(SIDES.word(share.as()));
      to.key("rule").text(share.rule());
      if (share.isOfPoints()) {
        to.key("kind").text(share.kind());
        points("points", share.kind(), share.units(), to);
      } else to.key("benefit").text(share.benefit()).key("count").number(share.units());
      to.close();
    }
    to.closeList();
  }

  private void share(PoolShare share, JsonWriter to) {
    to.open().key("pool").text(share.pool()).key("kind").text(share.kind());
    if (share.given() != 0) points("given", share.kind(), share.given(), to);
    if (share.taken() != 0) points("taken", share.kind(), share.taken(), to);
    share.active().ifPresent(day -> to.key("active").text(day.toString()));
    to.close();
  }

  private void bought(Bought bought, JsonWriter to) {
    to.open().key("event").text(bought.event()).key("type").text(bought.type());
    to.key("judgedOn").text(bought.judgedOn().toString());
    to.key("amount").decimal(bought.amount(), terms.moneyDecimals());
    if (!bought.earned().isEmpty()) {
      to.key("earned").open();
      bought.earned().forEach((kind, units) -> points(kind, kind, units, to));
      to.close();
    }
    if (!bought.counted().isEmpty()) {
      to.key("counted").open();
      bought
          .counted()
          .forEach(
              (metric, units) -> to.key(metric).shortDecimal(units, terms.metricDecimals(metric)));
      to.close();
    }
    others(bought.others(), to);
    if (bought.returned() != 0)
      to.key("returned").decimal(bought.returned(), terms.moneyDecimals());
    to.close();
  }

  /** Writes each posting of the decision as a line of the ledger. */
  public void writeLedger(Decision decision, JsonWriter to) {
    for (LedgerEntry entry : LedgerEntry.of(decision)) {
      write(entry, to);
      to.endLine();
    }
  }

  /** Writes what {@link DecisionReader#readEntry} reads, without an end of line. */
  public void write(LedgerEntry entry, JsonWriter to) {
    Posting posting = entry.posting();
    to.open().key("id").text(entry.id()).key("member").text(entry.member());
    to.key("decision").text(entry.decision());
    to.key("source").text(entry.source()).key("event").text(entry.event());
    to.key("occurredAt").instant(entry.occurredAt());
    entry.corrects().ifPresent(of -> to.key("corrects").text(of));
    to.key("kind").text(posting.kind()).key("rule").text(posting.rule());
    to.key("from").text(ACCOUNTS.word(posting.from())).key("to").text(ACCOUNTS.word(posting.to()));
    points("points", posting.kind(), posting.units(), to);
    to.close();
  }

  /** Stocks are told in pieces. */
  static int decimalsOf(String budget) {
    return budget.startsWith("benefits/") ? 0 : EventTerms.NUMBER_DECIMALS;
  }

  private void given(Given given, JsonWriter to) {
    to.key("given").open();
    if (!given.budgets().isEmpty()) {
      to.key("budgets").open();
      new TreeMap<>(given.budgets())
          .forEach((key, used) -> to.key(key).shortDecimal(used, decimalsOf(key)));
      to.close();
    }
    if (!given.places().isEmpty()) {
      to.key("places").open();
      new TreeMap<>(given.places()).forEach((key, place) -> to.key(key).truth(place));
      to.close();
    }
    if (!given.shares().isEmpty()) {
      to.key("shares").open();
      new TreeMap<>(given.shares()).forEach((key, share) -> to.key(key).number(share));
      to.close();
    }
    given.quintiles().ifPresent(quintiles -> write(quintiles, to.key("quintiles")));
    given.bought().ifPresent(bought -> bought(bought, to.key("bought")));
    given.effect().ifPresent(effect -> effect(effect, to.key("effect")));
    given.receiver().ifPresent(isMember -> to.key("receiver").truth(isMember));
    given.by().ifPresent(member -> by(member, to.key("by")));
    if (!given.codes().isEmpty()) {
      to.key("codes").open();
      given.codes().forEach((benefit, codes) -> texts(benefit, codes, to));
      to.close();
    }
    given
        .code()
        .ifPresent(code ->
            to.key("code")
                .open()
                .key("benefit")
                .text(code.benefit())
                .key("own")
                .truth(code.own())
                .close());
    if (!given.messages().isEmpty()) {
      to.key("messages").openList();
      new TreeSet<>(given.messages()).forEach(to::text);
      to.closeList();
    }
    if (!given.sentLater().isEmpty()) {
      to.key("sentLater").open();
      new TreeMap<>(given.sentLater())
          .forEach((message, days) -> {
            to.key(message).openList();
            days.forEach(day -> to.text(day.toString()));
            to.closeList();
          });
      to.close();
    }
    to.close();
  }

  /** Writes where the fifths of the population begin. */
  public static void write(Quintiles quintiles, JsonWriter to) {
    to.open().key("day").text(quintiles.day().toString());
    to.key("from").instant(quintiles.from()).key("over").open();
    quintiles
        .over()
        .forEach((over, bounds) -> {
          to.key(over).open().key("members").number(bounds.members());
          starts(bounds.recency(), to.key("recency"));
          starts(bounds.frequency(), to.key("frequency"));
          starts(bounds.money(), to.key("money"));
          to.close();
        });
    to.close().close();
  }

  private static void starts(Quintiles.Starts starts, JsonWriter to) {
    to.open().key("second").number(starts.second()).key("third").number(starts.third());
    to.key("fourth").number(starts.fourth()).key("fifth").number(starts.fifth()).close();
  }

  private static void texts(String key, List<String> texts, JsonWriter to) {
    if (texts.isEmpty()) return;
    to.key(key).openList();
    texts.forEach(to::text);
    to.closeList();
  }

  private static void by(Given.By member, JsonWriter to) {
    to.open();
    member.pool().ifPresent(pool -> to.key("pool").text(pool));
    if (!member.tiers().isEmpty()) {
      to.key("tiers").openList();
      member.tiers().forEach(to::text);
      to.closeList();
    }
    to.close();
  }

  private static void effect(Given.Effect effect, JsonWriter to) {
    to.open().key("carriedOut").truth(effect.refusal().isEmpty());
    effect.refusal().ifPresent(refusal -> refusal(refusal, to.key("refusal")));
    to.close();
  }

  private static void refusal(Decision.Refusal refusal, JsonWriter to) {
    to.open().key("code").text(refusal.code()).key("message").text(refusal.message()).close();
  }

  /** Of a line only what is its own: the rest stands with the event. */
  private static void saw(Saw saw, JsonWriter to) {
    to.key("saw").open().key("event").open();
    saw.layout().write(saw.event(), word -> word.source() != Word.Source.LINE, to);
    to.close();
    if (!saw.lines().isEmpty()) {
      to.key("lines").openList();
      for (Facts line : saw.lines()) {
        to.open();
        saw.layout().write(line, word -> word.source() == Word.Source.LINE, to);
        to.close();
      }
      to.closeList();
    }
    if (saw.standing().isPresent()) {
      to.key("standing").open();
      saw.layout().write(saw.standing().get(), _ -> true, to);
      to.close();
    }
    if (!saw.moves().isEmpty()) {
      to.key("moves").openList();
      for (Facts move : saw.moves()) {
        to.open();
        saw.layout().write(move, _ -> true, to);
        to.close();
      }
      to.closeList();
    }
    to.close();
  }

  private void finding(Finding finding, JsonWriter to) {
    to.open().key("rule").text(finding.rule()).key("finding");
    switch (finding) {
      case Finding.Fired(var rule, var awards) -> {
        to.text("fired");
        awards(awards, to);
      }
      case Finding.Beaten(var rule, var by, var contest) ->
          to.text("beaten").key("by").text(by).key("contest").text(CONTESTS.word(contest));
      case Finding.LimitReached(var rule, var limit, var wanted, var given) -> {
        to.text("limit-reached").key("limit").text(limit);
        to.key("wanted").shortDecimal(wanted, EventTerms.NUMBER_DECIMALS);
        to.key("given").shortDecimal(given, EventTerms.NUMBER_DECIMALS);
      }
      case Finding.HeadStart(var rule, var metric, var units) ->
          to.text("head-start")
              .key("metric")
              .text(metric)
              .key("units")
              .shortDecimal(units, EventTerms.NUMBER_DECIMALS);
      case Finding.RolledOver rolled -> rolledOver(rolled, to);
      case Finding.Warned(var rule, var message, var tier, var until) ->
          to.text("warned")
              .key("message")
              .text(message)
              .key("tier")
              .text(tier)
              .key("until")
              .text(until.toString());
      case Finding.TierGranted(var rule, var tier, var until, var longer) -> {
        to.text("tier-granted").key("tier").text(tier).key("until").text(until.toString());
        if (longer) to.key("longer").truth(true);
      }
      case Finding.Progressed(var rule, var way, var count, var goal) ->
          to.text("progressed")
              .key("way")
              .text(PROGRESS.word(way))
              .key("count")
              .number(count)
              .key("goal")
              .number(goal);
      case Finding.Segmented(var rule, var joined) ->
          to.text("segmented").key("joined").truth(joined);
      case Finding.HandedOut(var rule, var benefit, var count, var until, var codes) -> {
        to.text("handed-out").key("benefit").text(benefit).key("count").number(count);
        until.ifPresent(day -> to.key("until").text(day.toString()));
        texts("codes", codes, to);
      }
      case Finding.Used(var rule, var benefit, var left) -> {
        to.text("used").key("benefit").text(benefit);
        left.ifPresent(more -> to.key("left").number(more));
      }
      case Finding.Lapsed(var rule, var benefit, var count) ->
          to.text("lapsed").key("benefit").text(benefit).key("count").number(count);
      case Finding.NoOther(var rule, var whom, var why) ->
          to.text("no-other").key("to").text(SIDES.word(whom)).key("why").text(NO_OTHER.word(why));
      case Finding.HandedOn(var rule, var benefit, var count, var other) -> {
        to.text("handed-on").key("benefit").text(benefit).key("count").number(count);
        to.key("to").text(other);
      }
      case Finding.Rewarded(var rule, var from, var as, var awards) -> {
        to.text("rewarded").key("from").text(from).key("as").text(SIDES.word(as));
        awards(awards, to);
      }
      case Finding.Settled(var rule, var kind, var benefit, var units, var how) -> {
        to.text("settled");
        if (benefit.isEmpty()) points("points", kind, units, to.key("kind").text(kind));
        else to.key("benefit").text(benefit).key("count").number(units);
        to.key("how").text(SETTLED.word(how));
      }
      case Finding.TakenBack(var rule, var benefit, var count) ->
          to.text("taken-back").key("benefit").text(benefit).key("count").number(count);
      case Finding.Sent(var rule, var message, var waits) -> {
        to.text("sent").key("message").text(message);
        waits.ifPresent(until -> to.key("waits").instant(until));
      }
      case Finding.NoConsent(var rule, var message, var channel, var purpose) ->
          to.text("no-consent")
              .key("message")
              .text(message)
              .key("channel")
              .text(channel)
              .key("purpose")
              .text(purpose);
      case Finding.TooOften(var rule, var message, var limit) ->
          to.text("too-often").key("message").text(message).key("limit").text(limit);
      case Finding.StaysSent(var rule, var message) ->
          to.text("stays-sent").key("message").text(message);
      case Finding.Offered(var rule, var offer) -> to.text("offered").key("offer").text(offer);
      case Finding.PassedOver(var rule, var offer, var rows) ->
          rows("passed-over", rows, "offer", offer, to);
      case Finding.NoPool(var rule, var kind) -> to.text("no-pool").key("kind").text(kind);
      case Finding.NotMet(var rule, var rows) -> rows("not-met", rows, to);
      case Finding.NotInForce(var rule, var rows) -> rows("not-in-force", rows, to);
    }
    to.close();
  }

  private static void rolledOver(Finding.RolledOver rolled, JsonWriter to) {
    to.text("rolled-over").key("metric").text(rolled.metric()).key("tier").text(rolled.tier());
    to.key("threshold").shortDecimal(rolled.threshold(), EventTerms.NUMBER_DECIMALS);
    to.key("reached").shortDecimal(rolled.reached(), EventTerms.NUMBER_DECIMALS);
    to.key("units").shortDecimal(rolled.units(), EventTerms.NUMBER_DECIMALS);
  }

  private void awards(List<Finding.Award> awards, JsonWriter to) {
    if (awards.isEmpty()) return;
    to.key("awards").openList();
    for (Finding.Award award : awards) award(award, to);
    to.closeList();
  }

  private void award(Finding.Award award, JsonWriter to) {
    to.open();
    if (award.counter().isEmpty()) {
      to.key("kind").text(award.kind()).key("exact").text(award.exact());
      points("points", award.kind(), award.units(), to);
      award.to().ifPresent(other -> to.key("to").text(other));
    } else {
      to.key("counter").text(award.counter()).key("exact").text(award.exact());
      to.key("count").shortDecimal(award.units(), EventTerms.NUMBER_DECIMALS);
    }
    to.close();
  }

  private static void rows(String what, List<Unmet> rows, String key, String of, JsonWriter to) {
    to.text(what).key(key).text(of);
    rows(rows, to);
  }

  private static void rows(String what, List<Unmet> rows, JsonWriter to) {
    rows(rows, to.text(what));
  }

  private static void rows(List<Unmet> rows, JsonWriter to) {
    to.key("rows").openList();
    for (Unmet row : rows) {
      to.open().key("row").text(row.row());
      if (row.exception()) to.key("exception").truth(true);
      to.key("operand").text(row.operand()).key("asked").text(row.asked());
      if (row.missing()) to.key("missing").truth(true);
      if (!row.actual().isEmpty()) to.key("actual").text(row.actual());
      to.close();
    }
    to.closeList();
  }

  private static void move(Move move, JsonWriter to) {
    to.open().key("ladder").text(move.ladder()).key("from").text(move.from());
    to.key("to").text(move.to()).key("way").text(WAYS.word(move.way()));
    move.until().ifPresent(day -> to.key("until").text(day.toString()));
    to.key("rule").text(move.rule()).close();
  }

  private void points(String key, String kind, long units, JsonWriter to) {
    to.key(key).decimal(units, terms.pointDecimals(kind));
  }
}
