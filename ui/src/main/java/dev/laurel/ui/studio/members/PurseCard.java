package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A balance with every day on which a part of it expires. */
final class PurseCard extends Section {
  private static final long serialVersionUID = 1L;
  private static final int SOON_DAYS = 45;

  private final transient PointKind kind;
  private final transient LocalDate today;

  /** So many sentences are read; who has more lots sees them as bars. */
  private static final int MOST_TOLD = 12;

  /**
   * @param lives a sentence for each lot
   * @param ends ends what was set aside by hand; empty where whoever looks may not
   */
  PurseCard(
      Operation operation,
      MemberView member,
      Purse purse,
      List<Sentence> lives,
      Optional<SetAside.Ends> ends) {
    Words words = Words.here();
    Pack pack = operation.programme().revision().pack();
    this.kind = Standings.kind(pack, purse.kind());
    this.today = member.asOf().atZone(operation.programme().revision().zone()).toLocalDate();
    addClassName("card");
    boolean spent = kind.use() == PointKind.Use.REDEEMABLE;
    add(
        new Header(
            new H2(words.of(kind.title())),
            Parts.div(
                "end",
                Parts.span(
                    "small mute", words.of(spent ? "purse.oldest-first" : "purse.never-spent")))));
    Div body = Parts.div("body", balance(pack, purse, spent));
    if (!purse.lots().isEmpty() && spent) body.add(lots(purse));
    if (spent)
      lives.stream()
          .limit(MOST_TOLD)
          .map(words.speaker()::say)
          .forEach(life -> body.add(Parts.paragraph("xs sub", life)));
    List<Component> aside =
        ends.map(end -> new SetAside(member.state(), pack, kind, end).rows(purse))
            .orElse(List.of());
    // A row for each tells more than their sum does.
    if (purse.reserved().size() > aside.size())
      body.add(line("purse.reserved", purse.reservedUnits()));
    aside.forEach(body::add);
    if (purse.debt() > 0) body.add(line("purse.debt", purse.debt()));
    body.add(
        Parts.paragraph(
            "xs mute",
            words.of(
                "purse.ever",
                number(purse.earned()),
                number(purse.redeemed()),
                number(purse.expired()),
                number(purse.reversed()))));
    add(body);
  }

  private Component balance(Pack pack, Purse purse, boolean spent) {
    Words words = Words.here();
    String beside =
        !spent
            ? words.of("purse.counted")
            : kind.worth()
                .map(worth ->
                    words.of(
                        "purse.worth",
                        words.money(
                            worth.multiply(Standings.points(kind, purse.available())),
                            pack.programme().currency())))
                .orElseGet(() -> words.of("purse.to-spend"));
    return Parts.div(
        "bal", Parts.span("fig", number(purse.available())), Parts.span("small sub", beside));
  }

  private Component line(String key, long units) {
    return Parts.paragraph("small", Words.here().of(key, number(units)));
  }

  private String number(long units) {
    return Words.here().number(Standings.points(kind, units));
  }

  private Component lots(Purse purse) {
    Words words = Words.here();
    Map<Long, Long> byDay = new TreeMap<>();
    Map<Long, Long> pending = new TreeMap<>();
    for (Purse.Lot lot : purse.lots())
      if (lot.pending()) pending.merge(lot.availableOn(), lot.units(), Long::sum);
      else byDay.merge(lot.lapsesOn(), lot.units(), Long::sum);
    long most = 1;
    for (long units : byDay.values()) most = Math.max(most, units);
    for (long units : pending.values()) most = Math.max(most, units);
    Div all = Parts.div("lots");
    all.add(Parts.div("xs mute", Parts.text(words.of("purse.expire"))));
    for (Map.Entry<Long, Long> lot : byDay.entrySet()) {
      boolean never = lot.getKey() == Purse.NEVER;
      // A lot is gone at the start of its day, so the day before is the last on which it is there.
      String day =
          never
              ? words.of("purse.never")
              : words.day(LocalDate.ofEpochDay(lot.getKey()).minusDays(1));
      boolean soon = !never && lot.getKey() - today.toEpochDay() <= SOON_DAYS;
      all.add(lot(soon ? "lot soon" : "lot", day, lot.getValue(), most));
    }
    pending.forEach((day, units) -> {
      String from =
          day == Purse.NEVER
              ? words.of("purse.pending.event")
              : words.of("purse.pending", words.day(LocalDate.ofEpochDay(day)));
      Div lot = lot("lot pend", words.of("purse.pending.short"), units, 1);
      all.add(lot, Parts.div("xs mute", Parts.text(from)));
    });
    return all;
  }

  private Div lot(String css, String day, long units, long most) {
    Div bar = Parts.hidden(Parts.div("b"));
    BigDecimal share =
        BigDecimal.valueOf(units)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(Math.max(most, units)), 1, RoundingMode.HALF_UP);
    bar.getStyle().set("width", share.toPlainString() + "%");
    return Parts.div(css, Parts.span("sub", day), bar, Parts.span("num med", number(units)));
  }
}
