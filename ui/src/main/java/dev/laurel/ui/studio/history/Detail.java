package dev.laurel.ui.studio.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.audit.AuditPage.Line;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.governance.SaidChange;
import dev.laurel.engine.history.Entry;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.studio.frame.ChangeRow;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Parts.Pair;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One record: who, when and why, what came of it, and what it is held together by. */
final class Detail extends Section {
  private static final long serialVersionUID = 1L;
  private static final String MEMBER = "member";

  Detail(
      Line line,
      Pack pack,
      ZoneId zone,
      Optional<RevisionRecord> revision,
      List<SaidChange> changes) {
    Words words = Words.here();
    HistoryRecord record = line.record();
    Entry entry = record.entry();
    addClassNames("card", "detail");
    add(
        new Header(
            new H2(entry.by() + " " + Acts.say(line, pack)),
            Parts.div("end", Parts.span("mute small mono", words.number(record.number())))));
    List<Pair> facts = new ArrayList<>();
    facts.add(Pair.of(words.of("history.when"), words.instant(record.recordedAt().atZone(zone))));
    if (!entry.why().isBlank()) facts.add(Pair.of(words.of("history.why"), entry.why()));
    revision.ifPresent(of -> facts.add(new Pair(words.of("history.came"), came(of, zone))));
    Optional.ofNullable(entry.facts().get(MEMBER))
        .ifPresent(id -> facts.add(new Pair(words.of("history.of"), member(id))));
    if (!entry.digest().isEmpty())
      facts.add(new Pair(words.of("history.digest"), mono(entry.digest())));
    facts.add(new Pair(words.of("history.hash"), mono(record.hash())));
    facts.add(new Pair(words.of("history.previous"), mono(record.previous())));
    add(Parts.div("body", Parts.pairs("pairs", facts.stream())));
    revision.ifPresent(of -> add(changed(changes)));
  }

  private static Component mono(String hash) {
    return Parts.span("mono xs", hash);
  }

  private static Component came(RevisionRecord revision, ZoneId zone) {
    Words words = Words.here();
    String number = words.number(revision.number());
    Anchor link =
        new Anchor(
            Place.REVISIONS_PATH + "?revision=" + revision.number(),
            revision
                .cancelled()
                .map(cancelled -> words.of("history.came.cancelled", number, cancelled.by()))
                .orElseGet(() ->
                    words.of(
                        "history.came.in-force",
                        number,
                        words.instant(revision.inForceSince().atZone(zone)))));
    link.addClassName("link");
    return link;
  }

  private static Component member(String id) {
    Anchor link =
        new Anchor(
            Place.MEMBERS_PATH
                + "/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"),
            id);
    link.addClassName("link");
    return link;
  }

  private static Div changed(List<SaidChange> changes) {
    Words words = Words.here();
    Div all = Parts.div("changed");
    all.add(
        Parts.paragraph(
            "small med head", words.of("review.changes", words.number(changes.size()))));
    changes.forEach(change -> all.add(new ChangeRow(change, false, Optional.empty())));
    return all;
  }
}
