package dev.laurel.ui.rest;

import dev.laurel.engine.access.Permission;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.operation.CampaignProgress;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.SegmentAlert;
import dev.laurel.engine.overview.Gathered;
import dev.laurel.engine.overview.Overview;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Segment;
import dev.laurel.ui.access.SignedIn;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells how all members stand together, as last counted, and how campaigns go. Thread-safe. */
@RestController
class OverviewEndpoint {
  private static final int MICROS = 6;

  private final Operation operation;
  private final SignedIn who;

  OverviewEndpoint(Operation operation, SignedIn who) {
    this.operation = operation;
    this.who = who;
  }

  @GetMapping("/api/v1/overview")
  ResponseEntity<byte[]> overview() {
    who.allowedTo(Permission.READ_PROGRAMME);
    Pack pack = operation.programme().revision().pack();
    Optional<Overview> counted = operation.overviews().latest();
    JsonWriter to = new JsonWriter();
    to.open();
    counted.ifPresent(overview -> to.key("asOf").instant(overview.asOf()));
    to.key("members").number(counted.map(Overview::members).orElse(0L));
    to.key("tiers").open();
    counted.ifPresent(overview -> tiers(overview, to));
    to.close();
    to.key("segments").openList();
    for (Segment segment : pack.segments()) segment(pack, segment, counted, to);
    to.closeList();
    Map<String, Long> stocks = operation.insight().stocks(who.actor());
    to.key("benefits").openList();
    for (Benefit benefit : pack.benefits()) benefit(benefit, counted, stocks, to);
    to.closeList();
    to.key("challenges").openList();
    counted.ifPresent(overview ->
        overview
            .gathered()
            .challenges()
            .forEach((id, challenge) ->
                to.open()
                    .key("challenge")
                    .text(id)
                    .key("begun")
                    .number(challenge.begun())
                    .key("completed")
                    .number(challenge.completed())
                    .close()));
    to.closeList();
    to.key("campaigns").openList();
    int decimals = Math.max(0, pack.programme().currency().getDefaultFractionDigits());
    for (CampaignProgress campaign : operation.insight().progress(who.actor()))
      campaign(campaign, decimals, to);
    to.closeList();
    return Answers.ok(to.close());
  }

  private static void tiers(Overview overview, JsonWriter to) {
    overview
        .tiers()
        .forEach((ladder, tiers) -> {
          to.key(ladder).open();
          tiers.forEach((tier, members) -> to.key(tier).number(members));
          to.close();
        });
  }

  private static void segment(
      Pack pack, Segment segment, Optional<Overview> counted, JsonWriter to) {
    to.open().key("segment").text(segment.id());
    counted
        .map(overview -> overview.gathered().segments().get(segment.id()))
        .ifPresent(members -> to.key("members").number(members));
    to.key("alerts").openList();
    for (SegmentAlert alert :
        counted.map(overview -> SegmentAlert.of(pack, overview)).orElseGet(java.util.List::of))
      if (alert.segment().equals(segment.id())) {
        to.open().key("alert").text(alert.alert());
        to.key("share").plainNumber(alert.share().toPlainString());
        to.key(alert.side().name().toLowerCase(Locale.ROOT));
        to.plainNumber(alert.percent().toPlainString()).close();
      }
    to.closeList().close();
  }

  private static void benefit(
      Benefit benefit, Optional<Overview> counted, Map<String, Long> stocks, JsonWriter to) {
    to.open().key("benefit").text(benefit.id());
    counted
        .map(overview -> overview.gathered().benefits().get(benefit.id()))
        .ifPresent(of -> {
          to.key("holders").number(of.holders()).key("issued").number(of.issued());
          to.key("used").number(of.used()).key("expired").number(of.expired());
        });
    benefit
        .stock()
        .ifPresent(stock ->
            to.key("left")
                .number(Math.max(0, stock - stocks.getOrDefault(benefit.id(), 0L)))
                .key("stock")
                .number(stock));
    to.close();
  }

  private static void campaign(CampaignProgress campaign, int decimals, JsonWriter to) {
    to.open().key("campaign").text(campaign.campaign());
    to.key("budgets").openList();
    for (CampaignProgress.Budget budget : campaign.budgets()) {
      BudgetPlan plan = budget.plan();
      to.open().key("of").text(plan.of().name().toLowerCase(Locale.ROOT));
      to.key("taken").shortDecimal(budget.taken(), plan.decimals());
      to.key("total").shortDecimal(plan.total(), plan.decimals()).close();
    }
    to.closeList();
    to.key("groups").openList();
    for (Map.Entry<String, Gathered.Group> each : campaign.groups().entrySet()) {
      Gathered.Group of = each.getValue();
      to.open().key("group").text(each.getKey()).key("members").number(of.members());
      to.key("purchases").number(of.purchases());
      to.key("amount").decimal(of.amount(), decimals);
      to.key("points").shortDecimal(of.points(), MICROS).close();
    }
    to.closeList().close();
  }
}
