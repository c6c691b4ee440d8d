package dev.laurel.ui.studio.campaigns;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.laurel.engine.operation.CampaignProgress;
import dev.laurel.engine.overview.Gathered;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.vocabulary.HiddenWord;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** How a campaign goes: what is used of its budgets, and its groups side by side. */
final class ProgressBlock extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Pack pack;

  ProgressBlock(Campaign campaign, CampaignProgress progress, Pack pack) {
    this.pack = pack;
    Words words = Words.here();
    addClassName("progress");
    add(Parts.with(new H3(words.of("campaigns.progress")), "small"));
    for (CampaignProgress.Budget budget : progress.budgets()) add(budget(budget));
    if (progress.groups().isEmpty()) return;
    add(groups(campaign, progress.groups()));
    progress
        .asOf()
        .ifPresent(at ->
            add(
                Parts.paragraph(
                    "xs mute",
                    words.of(
                        "campaigns.compared",
                        words.day(at.atZone(pack.programme().zone()).toLocalDate())))));
  }

  private Div budget(CampaignProgress.Budget budget) {
    Words words = Words.here();
    long total = Math.max(1, budget.plan().total());
    Div fill = Parts.div("fill");
    fill.getStyle().set("width", Math.min(100.0, 100.0 * budget.taken() / total) + "%");
    String taken = amount(budget.plan(), budget.taken());
    String all = amount(budget.plan(), budget.plan().total());
    String said =
        switch (budget.plan().of()) {
          case POINTS -> words.of("campaigns.budget.points", taken, all);
          case MONEY -> words.of("campaigns.budget.money", taken, all);
          case PLACES -> words.of("campaigns.budget.places", taken, all);
          case STOCK -> taken;
        };
    return Parts.div("sized", Parts.span("small", said), Parts.hidden(Parts.div("meter", fill)));
  }

  private String amount(BudgetPlan plan, long units) {
    Words words = Words.here();
    BigDecimal amount = BigDecimal.valueOf(units, plan.decimals()).stripTrailingZeros();
    return plan.of() == BudgetPlan.Of.MONEY
        ? words.money(amount, pack.programme().currency())
        : words.number(amount);
  }

  private Div groups(Campaign campaign, Map<String, Gathered.Group> groups) {
    Words words = Words.here();
    NativeTable table = new NativeTable();
    table.addClassNames("listed", "compared");
    NativeTableRow heads = new NativeTableRow();
    for (String key :
        new String[] {
          "campaigns.group",
          "campaigns.group.members",
          "campaigns.group.purchases",
          "campaigns.group.amount",
          "campaigns.group.each",
          "campaigns.group.points"
        }) {
      NativeTableHeaderCell cell = new NativeTableHeaderCell();
      cell.setText(words.of(key));
      cell.getElement().setAttribute("scope", "col");
      if (!key.equals("campaigns.group")) cell.addClassName("num");
      heads.add(cell);
    }
    table.add(new NativeTableHeader(heads));
    NativeTableBody body = new NativeTableBody();
    groups.forEach((group, of) -> body.add(row(campaign, group, of)));
    table.add(body);
    return Parts.div("scrolls", table);
  }

  private NativeTableRow row(Campaign campaign, String group, Gathered.Group of) {
    Words words = Words.here();
    NativeTableRow row = new NativeTableRow();
    NativeTableHeaderCell name = new NativeTableHeaderCell();
    name.setText(name(campaign, group));
    name.getElement().setAttribute("scope", "row");
    row.add(name);
    row.add(number(words.number(of.members())));
    row.add(number(words.number(of.purchases())));
    row.add(number(money(of.amount())));
    row.add(
        number(
            of.members() == 0
                ? "–"
                : money(
                    BigDecimal.valueOf(of.amount())
                        .divide(BigDecimal.valueOf(of.members()), 0, RoundingMode.HALF_UP)
                        .longValueExact())));
    row.add(number(words.number(BigDecimal.valueOf(of.points(), 6).stripTrailingZeros())));
    return row;
  }

  private static String name(Campaign campaign, String group) {
    Words words = Words.here();
    if (group.equals(HiddenWord.CONTROL)) return words.of("campaigns.group.control");
    return HiddenWord.variantOf(group)
        .map(id ->
            campaign.variants().stream()
                .filter(variant -> variant.id().equals(id))
                .findFirst()
                .map(variant -> words.of(variant.title()))
                .orElse(id))
        .orElseGet(() -> words.of("campaigns.group.treated"));
  }

  private String money(long minor) {
    int decimals = Math.max(0, pack.programme().currency().getDefaultFractionDigits());
    return Words.here().money(BigDecimal.valueOf(minor, decimals), pack.programme().currency());
  }

  private static NativeTableCell number(String text) {
    NativeTableCell cell = new NativeTableCell();
    cell.setText(text);
    cell.addClassName("num");
    return cell;
  }
}
