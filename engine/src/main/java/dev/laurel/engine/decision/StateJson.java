package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;

/**
 * Where members stand as JSON, one object per line: tiers and balances. Canonical: ladders and
 * point kinds in the revision's order, points in their kind's unit as decimals. Immutable and
 * thread-safe.
 */
public final class StateJson {
  private final EventTerms terms;

  private StateJson(EventTerms terms) {
    this.terms = terms;
  }

  public static StateJson of(EventTerms terms) {
    return new StateJson(terms);
  }

  /** Writes a member, without an end of line. */
  public void write(MemberState state, JsonWriter to) {
    to.open().key("member").text(state.member());
    state.pooling().in().ifPresent(in -> to.key("pool").text(in));
    if (Event.isPool(state.member())) {
      to.key("pooledBy").openList();
      state.pooling().members().keySet().forEach(to::text);
      to.closeList();
    }
    to.key("tiers").open();
    for (MemberState.Standing standing : state.standings())
      to.key(standing.ladder()).text(standing.tier());
    to.close().key("points").open();
    for (Purse purse : state.purses()) {
      int decimals = terms.pointDecimals(purse.kind());
      to.key(purse.kind()).open().key("available").decimal(purse.available(), decimals);
      to.key("pending").decimal(purse.pending(), decimals);
      to.key("earned").decimal(purse.earned(), decimals);
      to.key("redeemed").decimal(purse.redeemed(), decimals);
      to.key("expired").decimal(purse.expired(), decimals);
      if (!purse.reserved().isEmpty()) to.key("reserved").decimal(purse.reservedUnits(), decimals);
      // Only corrections take points back, so that most members' lines go without it.
      if (purse.reversed() != 0) to.key("reversed").decimal(purse.reversed(), decimals);
      to.key("debt").decimal(purse.debt(), decimals).close();
    }
    to.close().close();
  }
}
