package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.Component;
import dev.laurel.engine.member.Holdings.Hold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.support.Redeeming;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What was set aside of a purse by hand, with the two ways in which it ends. */
final class SetAside {
  private final MemberState state;
  private final Pack pack;
  private final PointKind kind;
  private final Ends ends;

  SetAside(MemberState state, Pack pack, PointKind kind, Ends ends) {
    this.state = state;
    this.pack = pack;
    this.kind = kind;
    this.ends = ends;
  }

  /**
   * The ways in which a reservation ends, by its id.
   *
   * @param handOver what was asked for is handed over
   * @param giveBack the points go back to what can be spent
   */
  record Ends(Consumer<String> handOver, Consumer<String> giveBack) {}

  List<Component> rows(Purse purse) {
    return purse.reserved().stream().filter(Redeeming::isByHand).map(this::row).toList();
  }

  private Component row(Purse.Reserved one) {
    Words words = Words.here();
    String many = words.number(Standings.points(kind, one.units()));
    Optional<Hold> hold =
        state.holdings().holds().values().stream()
            .filter(each -> each.source().equals(one.source()) && each.event().equals(one.event()))
            .findFirst();
    String what =
        hold.map(of -> words.of("purse.aside.for", many, benefit(of.benefit())))
            .orElseGet(() -> words.of("purse.aside", many));
    return Parts.div(
        "row aside",
        Parts.span("small", what),
        Parts.span("grow"),
        act("purse.hand-over", what, () -> ends.handOver().accept(one.event())),
        act("purse.give-back", what, () -> ends.giveBack().accept(one.event())));
  }

  private static Component act(String key, String what, Runnable act) {
    Words words = Words.here();
    return Parts.named(
        Parts.button("btn small", act, Parts.text(words.of(key))), words.of(key) + ": " + what);
  }

  private String benefit(String id) {
    return pack.benefits().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .map(each -> Words.here().of(each.title()))
        .orElse(id);
  }
}
