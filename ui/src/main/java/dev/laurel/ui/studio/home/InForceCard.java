package dev.laurel.ui.studio.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.operation.CampaignNow;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.SegmentAlert;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** Campaigns that run, those that end first at the top, and those that are to come. */
final class InForceCard extends Section {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 6;

  InForceCard(Operation operation, SignedIn who, Sight sight) {
    Words words = Words.here();
    addClassNames("card", "c4");
    List<CampaignNow> campaigns =
        operation.insight().campaigns(who.actor()).stream()
            .filter(campaign ->
                campaign.state() == CampaignNow.State.RUNNING
                    || campaign.state() == CampaignNow.State.SCHEDULED)
            .sorted(
                Comparator.comparing(CampaignNow::state)
                    .thenComparing(campaign -> campaign.to().orElse(LocalDate.MAX)))
            .toList();
    Div list = Parts.div("body list");
    for (SegmentAlert alert : SegmentAlert.of(sight.pack(), sight.now()))
      list.add(alert(sight.pack(), alert));
    for (CampaignNow campaign : campaigns.stream().limit(MOST).toList())
      list.add(
          Parts.div(
              "",
              Parts.span(
                  "tag " + (campaign.state() == CampaignNow.State.RUNNING ? "live" : "sched"),
                  words.of(
                      campaign.state() == CampaignNow.State.RUNNING
                          ? "home.running"
                          : "home.scheduled")),
              Parts.span("t med", words.of(campaign.title())),
              Parts.span("end", ends(campaign, sight.today()))));
    if (campaigns.isEmpty()) list.add(Parts.paragraph("mute", words.of("home.no-campaign")));
    if (campaigns.size() > MOST)
      list.add(
          Parts.paragraph("mute", words.of("home.more", words.number(campaigns.size() - MOST))));
    add(new Header(new H2(words.of("home.in-force"))), list);
  }

  /** A segment's share that should be looked at, with the way to it. */
  private static Div alert(Pack pack, SegmentAlert alert) {
    Words words = Words.here();
    String title =
        pack.segments().stream()
            .filter(segment -> segment.id().equals(alert.segment()))
            .map(segment -> words.of(segment.title()))
            .findFirst()
            .orElse(alert.segment());
    String said =
        words.of(
            alert.side() == SegmentAlert.Side.ABOVE ? "home.segment.above" : "home.segment.below",
            title,
            words.number(alert.share()),
            words.number(alert.percent()));
    return Parts.div(
        "",
        Parts.div("alert", Icons.small("warn")),
        Parts.with(new Anchor(Place.SEGMENTS_PATH, said), "t med"));
  }

  private static String ends(CampaignNow campaign, LocalDate today) {
    Words words = Words.here();
    if (campaign.state() == CampaignNow.State.SCHEDULED)
      return words.of("home.begins", words.day(campaign.from().orElse(today)));
    return campaign
        .to()
        .map(last -> {
          long days = ChronoUnit.DAYS.between(today, last);
          return days == 0
              ? words.of("home.ends-today")
              : days == 1
                  ? words.of("home.ends-tomorrow")
                  : words.of("home.ends-in", words.number(days));
        })
        .orElseGet(() -> words.of("home.until-changed"));
  }
}
