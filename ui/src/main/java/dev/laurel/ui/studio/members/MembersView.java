package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.operation.Insight;
import dev.laurel.engine.operation.MemberBrief;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Address;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.StudioPage;
import dev.laurel.ui.studio.frame.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Finds members. */
@Route(value = Place.MEMBERS_PATH, layout = Frame.class)
@PermitAll
public final class MembersView extends Div implements StudioPage, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final String ASKED = "q";

  /** So many are drawn at once: as many as are looked through before one types more. */
  private static final int AT_ONCE = 20;

  private final transient Operation operation;
  private final transient SignedIn who;
  private final Div found = new Div();

  public MembersView(Operation operation, SignedIn who) {
    this.operation = operation;
    this.who = who;
    addClassNames("view", "members");
  }

  @Override
  public Place place() {
    return Place.MEMBERS;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String asked = event.getLocation().getQueryParameters().getSingleParameter(ASKED).orElse("");
    removeAll();
    add(Parts.div("search-row", new SearchField(asked, this::search)), found);
    show(asked);
  }

  private void search(String text) {
    Address.say(
        this,
        Place.MEMBERS,
        text.isEmpty() ? QueryParameters.empty() : QueryParameters.of(ASKED, text));
    show(text);
  }

  private void show(String text) {
    Words words = Words.here();
    Pack pack = operation.programme().revision().pack();
    found.removeAll();
    List<MemberBrief> members = operation.insight().search(who.actor(), text, Insight.MOST_FOUND);
    if (members.isEmpty()) {
      found.add(
          Parts.div(
              "emptyst",
              Parts.strong(
                  text.isEmpty() ? words.of("members.nobody") : words.of("members.none", text))));
      return;
    }
    Table table = new Table();
    table.head(
        words.of("members.member"),
        words.of("members.tier"),
        words.of("members.points"),
        words.of("members.purchases"),
        words.of("members.last"));
    table.rows(members, 0, pack, words);
    String many =
        members.size() == Insight.MOST_FOUND
            ? words.of("members.first", words.number(members.size()))
            : words.of("members.found", words.number(members.size()));
    found.add(Parts.paragraph("small mute", many), Parts.div("card listed", table));
    if (members.size() > AT_ONCE) found.add(more(table, members, pack));
  }

  private static Component more(Table table, List<MemberBrief> members, Pack pack) {
    Words words = Words.here();
    Div around = Parts.div("acts row");
    around.add(
        Parts.button(
            "btn",
            () -> {
              around.removeFromParent();
              table.rows(members, AT_ONCE, pack, words);
            },
            Parts.text(words.of("members.more", words.number(members.size() - AT_ONCE)))));
    return around;
  }

  private static Component[] row(MemberBrief member, Pack pack, Words words) {
    MemberState state = member.state();
    Anchor link = new Anchor(MemberView.address(state.member()), "");
    link.addClassName("who-link");
    link.add(Parts.strong(member.person().name().orElse(state.member())));
    if (member.person().name().isPresent()) link.add(Parts.span("mute small", state.member()));
    Div tiers = Parts.div("row");
    state.standings().stream()
        .findFirst()
        .ifPresent(standing -> tiers.add(Standings.of(pack, standing, words)));
    Purse spendable = state.purses().isEmpty() ? Purse.empty("") : state.purses().getFirst();
    return new Component[] {
      link,
      tiers,
      Parts.span(
          "",
          spendable.kind().isEmpty()
              ? "–"
              : words.number(
                      Standings.points(
                          Standings.kind(pack, spendable.kind()), spendable.available()))
                  + " "
                  + words.of(Standings.kind(pack, spendable.kind()).title())),
      Parts.span("", words.number(state.purchases())),
      Parts.span("mute", state.lastPurchase().map(words::day).orElse("–"))
    };
  }

  /** A table as the browser knows it. */
  @Tag("table")
  private static final class Table extends HtmlContainer {
    private static final long serialVersionUID = 1L;

    Table() {
      addClassName("data");
    }

    void head(String... names) {
      Part row = new Part("tr");
      for (String name : names) {
        Part cell = new Part("th");
        cell.getElement().setAttribute("scope", "col");
        cell.setText(name);
        if (isFigure(row.getComponentCount())) cell.addClassName("num");
        row.add(cell);
      }
      Part head = new Part("thead");
      head.add(row);
      add(head, new Part("tbody"));
    }

    /** Figures stand below one another by their last digits; the last purchase ends the row. */
    private static boolean isFigure(int column) {
      return column > 1;
    }

    /** The rows of the first members, or of all the others. */
    void rows(List<MemberBrief> members, int from, Pack pack, Words words) {
      int to = from == 0 ? Math.min(AT_ONCE, members.size()) : members.size();
      for (MemberBrief member : members.subList(from, to))
        row(MembersView.row(member, pack, words));
    }

    private void row(Component... cells) {
      Part row = new Part("tr");
      for (Component cell : cells) {
        Part around = new Part("td");
        if (isFigure(row.getComponentCount())) around.addClassName("num");
        around.add(cell);
        row.add(around);
      }
      ((Part) getComponentAt(1)).add(row);
    }
  }

  private static final class Part extends HtmlContainer {
    private static final long serialVersionUID = 1L;

    Part(String tag) {
      super(tag);
    }
  }
}
