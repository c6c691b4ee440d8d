package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Progress;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Who it is, which tier is held until when, and what is missing to the next one. */
final class Profile extends Section {
  private static final long serialVersionUID = 1L;

  /** The ring's length, for a radius of 46. */
  private static final BigDecimal AROUND = new BigDecimal("289.0");

  private final transient Pack pack;
  private final transient MemberView member;

  /**
   * @param adjusts opens what adjusts points; empty where whoever looks may not
   */
  Profile(Operation operation, SignedIn who, MemberView member, Optional<Runnable> adjusts) {
    this.pack = operation.programme().revision().pack();
    this.member = member;
    addClassNames("card", "top");
    Words words = Words.here();
    String id = member.state().member();
    Optional<String> name = operation.insight().person(who.actor(), id).name();
    Div title = Parts.div("row", new H2(name.orElse(id)));
    if (name.isPresent()) title.add(Parts.span("tag bare", id));
    operation
        .erasure(id)
        .ifPresent(_ -> title.add(Parts.span("tag ended", words.of("member.erased"))));
    Anchor tryIt =
        new Anchor(
            Place.TRY_PATH + "?member=" + URLEncoder.encode(id, StandardCharsets.UTF_8),
            Icons.small("try"),
            Parts.text(words.of("place.try")));
    tryIt.addClassName("btn");
    Div acts = Parts.div("row acts", tryIt);
    adjusts.ifPresent(
        opens -> acts.add(Parts.button("btn", opens, Parts.text(words.of("member.adjust")))));
    Div said = Parts.div("says");
    for (MemberView.Progress progress : member.progress()) said.add(says(progress));
    ring().ifPresent(this::add);
    add(Parts.div("", title, said), acts);
  }

  private Optional<Component> ring() {
    return member.progress().stream().findFirst().map(this::ring);
  }

  /** How much of what the next tier asks for is there, with the same as text. */
  private Component ring(MemberView.Progress progress) {
    Words words = Words.here();
    MemberState.Standing standing = member.state().standing(progress.ladder()).orElseThrow();
    int rank = Standings.rank(pack, progress.ladder(), standing.tier());
    BigDecimal share =
        progress.thresholds().stream()
            .findFirst()
            .map(threshold -> Progress.share(threshold.value(), threshold))
            .orElse(BigDecimal.valueOf(100));
    String dash =
        share
            .multiply(AROUND)
            .divide(BigDecimal.valueOf(100), 1, RoundingMode.DOWN)
            .toPlainString();
    Div drawn = Parts.hidden(Parts.div("drawing " + Parts.tier(rank)));
    drawn
        .getElement()
        .setProperty(
            "innerHTML",
            """
            <svg viewBox="0 0 104 104"><circle cx="52" cy="52" r="46" fill="none" stroke="var(--sunken)" stroke-width="9"/>\
            <circle cx="52" cy="52" r="46" fill="none" stroke="var(--tc)" stroke-width="9" stroke-linecap="round" stroke-dasharray="%s 289.0"/></svg>\
            """
                .formatted(dash));
    Div middle = Parts.div("middle", Icons.sprig(rank));
    if (progress.next().isPresent())
      middle.add(Parts.span("strong", words.share(share.movePointRight(1).longValue(), 1000)));
    return Parts.div("ring", drawn, middle);
  }

  /** One ladder as a sentence. */
  private Component says(MemberView.Progress progress) {
    Words words = Words.here();
    MemberState.Standing standing = member.state().standing(progress.ladder()).orElseThrow();
    String tier = Standings.title(pack, progress.ladder(), standing.tier(), words);
    var sentence = Parts.paragraph("say");
    sentence.add(
        Parts.span("mute", words.of(Standings.ladder(pack, progress.ladder()).title()) + " "),
        Parts.span(
            "strong",
            standing
                .until()
                .map(day -> words.of("member.tier.until", tier, words.longDay(day.minusDays(1))))
                .orElseGet(() -> tier)),
        Parts.text(
            member
                .state()
                .since(standing)
                .map(day -> " " + words.of("member.tier.since", words.longDay(day)) + " ")
                .orElse(" ")));
    progress
        .next()
        .ifPresent(next ->
            progress.thresholds().stream()
                .findFirst()
                .ifPresent(threshold ->
                    sentence.add(
                        Parts.text(
                            words.of(
                                    "member.now",
                                    Progress.value(pack, threshold.metric(), threshold.value()),
                                    Progress.value(pack, threshold.metric(), threshold.atLeast()),
                                    words.of(Progress.metric(pack, threshold.metric()).title()))
                                + " "),
                        Parts.span(
                            "strong",
                            words.of(
                                "member.missing",
                                Progress.value(
                                    pack, threshold.metric(), Progress.missing(threshold)),
                                Standings.title(pack, progress.ladder(), next, words))))));
    return sentence;
  }
}
