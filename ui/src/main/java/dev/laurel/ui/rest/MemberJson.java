package dev.laurel.ui.rest;

import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Writes where members stand. Immutable and thread-safe. */
final class MemberJson {
  private final EventTerms terms;

  MemberJson(EventTerms terms) {
    this.terms = terms;
  }

  void write(MemberView view, JsonWriter to) {
    MemberState state = view.state();
    to.open().key("member").text(state.member()).key("asOf").instant(view.asOf());
    to.key("decisions").number(view.decisions());
    profile(state.profile(), to);
    to.key("tiers").openList();
    for (MemberState.Standing standing : state.standings()) standing(standing, to);
    to.closeList().key("points").openList();
    for (Purse purse : state.purses()) purse(purse, to);
    to.closeList().key("metrics").openList();
    for (MemberView.MetricValue metric : view.metrics()) {
      to.open().key("metric").text(metric.metric());
      number(to.key("value"), metric.value()).close();
    }
    to.closeList().key("progress").openList();
    for (MemberView.Progress progress : view.progress()) progress(progress, to);
    to.closeList().close();
  }

  private static void profile(MemberState.Profile profile, JsonWriter to) {
    to.key("profile").open();
    profile.enrolled().ifPresent(day -> to.key("enrolled").text(day.toString()));
    profile.birthday().ifPresent(day -> to.key("birthday").text(day.toString()));
    to.key("attributes").open();
    profile.attributes().forEach((name, datum) -> datum(datum, to.key(name)));
    to.close().close();
  }

  private static void datum(Datum datum, JsonWriter to) {
    switch (datum) {
      case Datum.One(Value.Number(var number)) -> number(to, number);
      case Datum.One(Value.Text(var text)) -> to.text(text);
      case Datum.One(Value.Truth(var truth)) -> to.truth(truth);
      case Datum.One(Value.Date(var date)) -> to.text(date.toString());
      case Datum.One(Value.Time(var time)) -> to.text(time.toString());
      case Datum.Several(var texts) -> {
        to.openList();
        texts.forEach(to::text);
        to.closeList();
      }
    }
  }

  private static void standing(MemberState.Standing standing, JsonWriter to) {
    to.open().key("ladder").text(standing.ladder()).key("tier").text(standing.tier());
    to.key("since").text(standing.since().toString());
    standing.until().ifPresent(day -> to.key("until").text(day.toString()));
    if (!standing.reason().isEmpty()) to.key("reason").text(standing.reason());
    to.close();
  }

  private void purse(Purse purse, JsonWriter to) {
    int decimals = terms.pointDecimals(purse.kind());
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
    for (Purse.Lot lot : purse.lots()) {
      to.open().key("points").decimal(lot.units(), decimals);
      to.key("earnedOn").text(day(lot.earnedOn()));
      if (lot.pending()) to.key("availableOn").text(day(lot.availableOn()));
      if (lot.lapsesOn() != Purse.NEVER) to.key("lapsesOn").text(day(lot.lapsesOn()));
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

  private static JsonWriter number(JsonWriter to, BigDecimal number) {
    return to.plainNumber(number.toPlainString());
  }
}
