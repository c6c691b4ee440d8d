package dev.laurel.ui.rest;

import dev.laurel.engine.decision.Having;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Pooling;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.engine.vault.Erasure;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.engine.vault.ProfileJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes where members stand. Immutable and thread-safe. */
final class MemberJson {
  private final Supplier<EventTerms> terms;

  /**
   * @param terms those of the newest revision, asked for each member
   */
  MemberJson(Supplier<EventTerms> terms) {
    this.terms = terms;
  }

  /** Without what is known of the person. */
  void write(MemberView view, JsonWriter to) {
    write(view, PersonalFields.NONE, Optional.empty(), Map.of(), to);
  }

  /**
   * @param lives by kind a sentence for each lot; none where they are not told
   */
  void write(
      MemberView view,
      PersonalFields person,
      Optional<Erasure> erasure,
      Map<String, List<String>> lives,
      JsonWriter to) {
    MemberState state = view.state();
    to.open().key("member").text(state.member()).key("asOf").instant(view.asOf());
    to.key("decisions").number(view.decisions());
    erasure.ifPresent(erased -> erasure(erased, to.key("erased").open()).close());
    pool(state.pooling(), to);
    profile(state.profile(), person, to);
    to.key("tiers").openList();
    for (MemberState.Standing standing : state.standings()) standing(state, standing, to);
    to.closeList().key("points").openList();
    for (Purse purse : state.purses())
      purse(purse, lives.getOrDefault(purse.kind(), List.of()), to);
    to.closeList().key("metrics").openList();
    for (MemberView.MetricValue metric : view.metrics()) {
      to.open().key("metric").text(metric.metric());
      number(to.key("value"), metric.value()).close();
    }
    to.closeList().key("progress").openList();
    for (MemberView.Progress progress : view.progress()) progress(progress, to);
    to.closeList();
    beside(view, to);
    consents(state, to);
    to.close();
  }

  private static void consents(MemberState state, JsonWriter to) {
    if (state.holdings().consents().isEmpty()) return;
    to.key("consents").openList();
    state
        .holdings()
        .consents()
        .forEach((consent, since) -> {
          String[] of = consent.split("/", 2);
          to.open().key("channel").text(of[0]).key("purpose").text(of[1]);
          to.key("since").text(since.toString()).close();
        });
    to.closeList();
  }

  /** Writes the keys of an erasure into the object that is open. */
  static JsonWriter erasure(Erasure erasure, JsonWriter to) {
    to.key("at").instant(erasure.at()).key("by").text(erasure.by());
    return erasure.why().isEmpty() ? to : to.key("why").text(erasure.why());
  }

  /** In which pool a member is; of a pool who is in it. */
  private static void pool(Pooling pooling, JsonWriter to) {
    pooling.in().ifPresent(pool -> to.key("pool").text(pool));
    if (pooling.members().isEmpty()) return;
    to.key("pooledBy").openList();
    pooling
        .members()
        .forEach((member, since) ->
            to.open().key("member").text(member).key("since").instant(since).close());
    to.closeList();
  }

  private static void profile(MemberState.Profile profile, PersonalFields person, JsonWriter to) {
    to.key("profile").open();
    profile.enrolled().ifPresent(day -> to.key("enrolled").text(day.toString()));
    profile.birthday().ifPresent(day -> to.key("birthday").text(day.toString()));
    ProfileJson.write(person, to);
    to.key("attributes").open();
    ProfileJson.attributes(person, profile.attributes())
        .forEach((name, datum) -> EventJson.datum(datum, to.key(name)));
    to.close().close();
  }

  private static void standing(MemberState state, MemberState.Standing standing, JsonWriter to) {
    to.open().key("ladder").text(standing.ladder()).key("tier").text(standing.tier());
    state.since(standing).ifPresent(day -> to.key("since").text(day.toString()));
    standing.until().ifPresent(day -> to.key("until").text(day.toString()));
    if (!standing.reason().isEmpty()) to.key("reason").text(standing.reason());
    to.close();
  }

  private void purse(Purse purse, List<String> lives, JsonWriter to) {
    int decimals = terms.get().pointDecimals(purse.kind());
    to.open().key("kind").text(purse.kind());
    to.key("available").decimal(purse.available(), decimals);
    to.key("pending").decimal(purse.pending(), decimals);
    to.key("earned").decimal(purse.earned(), decimals);
    to.key("redeemed").decimal(purse.redeemed(), decimals);
    to.key("expired").decimal(purse.expired(), decimals);
    to.key("reversed").decimal(purse.reversed(), decimals);
    to.key("debt").decimal(purse.debt(), decimals);
    to.key("reserved").decimal(purse.reservedUnits(), decimals);
    to.key("reservations").openList();
    for (Purse.Reserved reserved : purse.reserved()) {
      to.open().key("source").text(reserved.source()).key("event").text(reserved.event());
      to.key("points").decimal(reserved.units(), decimals).close();
    }
    to.closeList().key("lots").openList();
    Iterator<String> told = lives.iterator();
    for (Purse.Lot lot : purse.lots()) {
      to.open().key("points").decimal(lot.units(), decimals);
      to.key("earnedOn").text(day(lot.earnedOn()));
      if (lot.awaitsEvent()) to.key("awaitsEvent").truth(true);
      else if (lot.pending()) to.key("availableOn").text(day(lot.availableOn()));
      if (lot.lapsesOn() != Purse.NEVER) to.key("lapsesOn").text(day(lot.lapsesOn()));
      if (lot.since() != lot.earnedOn()) to.key("since").text(day(lot.since()));
      if (told.hasNext()) to.key("life").text(told.next());
      to.close();
    }
    to.closeList().close();
  }

  private static String day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }

  private static void progress(MemberView.Progress progress, JsonWriter to) {
    to.open().key("ladder").text(progress.ladder());
    progress.next().ifPresent(tier -> to.key("next").text(tier));
    to.key("thresholds").openList();
    for (MemberView.Threshold threshold : progress.thresholds()) {
      to.open().key("metric").text(threshold.metric());
      number(to.key("atLeast"), threshold.atLeast());
      number(to.key("value"), threshold.value()).close();
    }
    to.closeList().close();
  }

  /** What the member has beside tiers and points; what the programme does not have is left out. */
  private static void beside(MemberView view, JsonWriter to) {
    if (!view.segments().isEmpty()) {
      to.key("segments").openList();
      for (Having.InSegment each : view.segments())
        if (each.in()) {
          to.open().key("segment").text(each.segment());
          each.since().ifPresent(day -> to.key("since").text(day.toString()));
          each.fifths().ifPresent(fifths -> fifths(fifths, to.key("fifths")));
          to.close();
        }
      to.closeList();
    }
    if (!view.challenges().isEmpty()) {
      to.key("challenges").openList();
      view.challenges().forEach(each -> challenge(each, to));
      to.closeList();
    }
    if (!view.benefits().isEmpty()) {
      to.key("benefits").openList();
      view.benefits().forEach(each -> benefit(each, to));
      to.closeList();
    }
  }

  private static void fifths(Having.InFifths in, JsonWriter to) {
    to.open().key("counted").text(in.counted().toString());
    to.key("recency").number(in.fifths().recency());
    to.key("frequency").number(in.fifths().frequency());
    to.key("money").number(in.fifths().money()).close();
  }

  private static void challenge(Having.Challenged each, JsonWriter to) {
    to.open().key("challenge").text(each.challenge()).key("count").number(each.count());
    to.key("goal").number(each.goal()).key("completed").number(each.rounds());
    to.key("open").truth(each.open());
    each.ends().ifPresent(day -> to.key("ends").text(day.toString()));
    to.close();
  }

  private static void benefit(Having.Usable each, JsonWriter to) {
    to.open().key("benefit").text(each.benefit()).key("held").truth(each.held());
    each.left().ifPresent(left -> to.key("left").number(left));
    to.key("handedOut").openList();
    for (Having.HandedOut one : each.handedOut()) {
      to.open().key("since").text(one.since().toString());
      one.until().ifPresent(day -> to.key("until").text(day.toString()));
      to.key("left").number(one.left()).key("event").text(one.event());
      one.code().ifPresent(code -> to.key("code").text(code));
      to.close();
    }
    to.closeList().key("issued").number(each.issued()).key("used").number(each.used());
    to.key("expired").number(each.expired()).close();
  }

  private static JsonWriter number(JsonWriter to, BigDecimal number) {
    return to.plainNumber(number.toPlainString());
  }
}
