package dev.laurel.ui.studio.campaigns;

import com.vaadin.flow.component.html.NativeButton;
import dev.laurel.engine.editing.Starters;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.DraftHost;
import dev.laurel.ui.studio.frame.draft.StarterPop;
import dev.laurel.ui.studio.frame.draft.Titles;
import java.util.Optional;
import java.util.function.Consumer;

/** What a campaign can start from, each with what it is for and the sentence that it would be. */
final class CampaignStarts {
  /** What campaigns are for. */
  enum Goal {
    GROW,
    KEEP,
    BRING_BACK,
    WELCOME
  }

  private CampaignStarts() {}

  /**
   * One of them as a card; empty where the programme lacks what it needs.
   *
   * @param started is told the place of the campaign once it is in the draft
   */
  static Optional<NativeButton> card(
      DraftHost host, Starters.Campaign starter, Consumer<Starters.Started> started) {
    Words words = Words.here();
    String key = key(starter);
    return Starters.of(
            host.draft().tree(), host.draft().pack().orElseGet(host::names), host.today())
        .campaign(starter, Titles.of(key))
        .map(each ->
            Parts.button(
                "tpl",
                () -> {
                  host.edit(words.of("words.step.new", words.of(key)), each.edits());
                  started.accept(each);
                },
                Parts.span("ic", Icons.icon(icon(starter))),
                Parts.span(
                    "small row",
                    Parts.span("strong grow", words.of(key)),
                    Parts.span(
                        "xs mute nowrap",
                        words.of("campaigns.questions", words.number(questions(starter))))),
                Parts.span("eg small sub", StarterPop.example(host, each.edits(), each.rule()))));
  }

  static Goal goal(Starters.Campaign starter) {
    return switch (starter) {
      case DOUBLE_WEEKEND, HAPPY_HOUR, SPEND_AND_GET -> Goal.GROW;
      case BIRTHDAY_MONTH -> Goal.KEEP;
      case WIN_BACK -> Goal.BRING_BACK;
      case WELCOME -> Goal.WELCOME;
    };
  }

  static String said(Goal goal) {
    Words words = Words.here();
    return switch (goal) {
      case GROW -> words.of("campaigns.goal.grow");
      case KEEP -> words.of("campaigns.goal.keep");
      case BRING_BACK -> words.of("campaigns.goal.bring-back");
      case WELCOME -> words.of("campaigns.goal.welcome");
    };
  }

  /** What they get, for whom, when and up to which cost; of some, what for. */
  private static int questions(Starters.Campaign starter) {
    return switch (starter) {
      case SPEND_AND_GET, WIN_BACK -> 5;
      case DOUBLE_WEEKEND, BIRTHDAY_MONTH, HAPPY_HOUR, WELCOME -> 4;
    };
  }

  private static String key(Starters.Campaign starter) {
    return switch (starter) {
      case DOUBLE_WEEKEND -> "campaigns.start.weekend";
      case BIRTHDAY_MONTH -> "campaigns.start.birthday";
      case HAPPY_HOUR -> "campaigns.start.happy-hour";
      case SPEND_AND_GET -> "campaigns.start.spend";
      case WIN_BACK -> "campaigns.start.win-back";
      case WELCOME -> "campaigns.start.welcome";
    };
  }

  private static String icon(Starters.Campaign starter) {
    return switch (starter) {
      case DOUBLE_WEEKEND -> "bolt";
      case BIRTHDAY_MONTH -> "cake";
      case HAPPY_HOUR -> "clock";
      case SPEND_AND_GET -> "cart";
      case WIN_BACK -> "heart";
      case WELCOME -> "user";
    };
  }
}
