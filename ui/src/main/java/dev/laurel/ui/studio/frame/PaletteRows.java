package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.laurel.engine.finder.Found;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.member.MemberState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The rows of what was found: each leads to where it is shown. */
final class PaletteRows {
  private PaletteRows() {}

  static Anchor of(Place place) {
    Words words = Words.here();
    return row(
        place.path(),
        Icons.icon(place.icon()),
        place.title(),
        Parts.span(
            "keys",
            Parts.span("kbd", "G"),
            Parts.text(" " + words.of("keys.then") + " "),
            Parts.span("kbd", String.valueOf(Character.toUpperCase(place.key())))));
  }

  static Anchor of(Found found) {
    return switch (found) {
      case Found.Tier(var ladder, var id, var rank, var title, var beside) ->
          row(
              Place.TIERS_PATH + "?ladder=" + encoded(ladder) + "&tier=" + encoded(id),
              Icons.sprig(rank),
              title,
              Parts.text(beside));
      case Found.Rule(var place, var title, var beside) ->
          row(at(Place.EARNING, place), Icons.icon("earn"), title, Parts.text(beside));
      case Found.Table(var place, var title) ->
          row(
              at(Place.EARNING, place),
              Icons.icon("table"),
              title,
              Parts.text(Words.here().of("earning.tables")));
      case Found.Campaign(var place, var title, var beside) ->
          row(at(Place.CAMPAIGNS, place), Icons.icon("cal"), title, Parts.text(beside));
      case Found.Part(var kind, var place, var title) -> {
        Place page = page(kind);
        String beside =
            kind == Found.Part.Kind.CHALLENGE ? Words.here().of("earning.challenges") : "";
        yield row(at(page, place), Icons.icon(page.icon()), title, Parts.text(beside));
      }
      case Found.Revision(var record) -> revision(record);
      case Found.Member(var brief) ->
          member(brief.state(), brief.person().name().orElse(brief.state().member()));
    };
  }

  static Place page(Found.Part.Kind kind) {
    return switch (kind) {
      case CHALLENGE -> Place.EARNING;
      case SEGMENT -> Place.SEGMENTS;
      case BENEFIT -> Place.BENEFITS;
      case MESSAGE -> Place.MESSAGES;
    };
  }

  private static Anchor revision(RevisionRecord record) {
    Words words = Words.here();
    String note =
        switch (record.origin()) {
          case RevisionRecord.Origin.SetUp _ -> "";
          case RevisionRecord.Origin.Reviewed reviewed -> reviewed.submission().note();
        };
    return row(
        Place.REVISIONS_PATH + "?revision=" + record.number(),
        Icons.icon("clock"),
        words.of("review.revision", words.number(record.number())),
        Parts.text(note));
  }

  private static Anchor member(MemberState state, String name) {
    String beside = name.equals(state.member()) ? "" : state.member();
    return row(
        Place.MEMBERS_PATH + "/" + encoded(state.member()),
        Icons.icon("user"),
        name,
        Parts.text(beside));
  }

  private static String at(Place page, String place) {
    return page.path() + "?" + Address.AT + "=" + encoded(place);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Anchor row(String address, Component icon, String title, Component beside) {
    Anchor row =
        new Anchor(address, icon, Parts.span("med name", title), Parts.span("end small", beside));
    row.addClassName("it");
    row.getElement()
        .setAttribute("role", "option")
        .setAttribute("aria-selected", "false")
        .setAttribute("tabindex", "-1");
    return row;
  }
}
