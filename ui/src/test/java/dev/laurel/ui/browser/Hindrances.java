package dev.laurel.ui.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What on a page hinders somebody, as far as a machine can tell. */
final class Hindrances {
  private static final Set<String> HINDERING = Set.of("serious", "critical");

  private Hindrances() {}

  /** All of a page, as it is seen now. */
  static List<String> of(Page page, String where) {
    return found(where, new AxeBuilder(page).setLegacyMode(true));
  }

  /** The contrasts of all of a page. */
  static List<String> contrast(Page page, String where) {
    return found(
        where, new AxeBuilder(page).setLegacyMode(true).withRules(List.of("color-contrast")));
  }

  /** A part of a page, as it is seen now. */
  static List<String> part(Page page, String part, String where) {
    return found(where, new AxeBuilder(page).setLegacyMode(true).include(part));
  }

  /**
   * A part of a page in both schemes, which differ in contrast and in nothing else. The page is
   * left in the light one.
   */
  static List<String> within(Page page, String part, String where) {
    List<String> all = new ArrayList<>(part(page, part, where));
    scheme(page, ColorScheme.DARK);
    all.addAll(
        found(
            where + " in the dark",
            new AxeBuilder(page)
                .setLegacyMode(true)
                .withRules(List.of("color-contrast"))
                .include(part)));
    scheme(page, ColorScheme.LIGHT);
    return all;
  }

  static void scheme(Page page, ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  private static List<String> found(String where, AxeBuilder axe) {
    List<String> all = new ArrayList<>();
    for (Rule rule : axe.analyze().getViolations())
      if (HINDERING.contains(String.valueOf(rule.getImpact())))
        all.add(
            "%s: %s at %s".formatted(where, rule.getHelp(), rule.getNodes().getFirst().getHtml()));
    return all;
  }

  /** That the page scrolls sideways; nothing where it does not. */
  static List<String> sideways(Page page, String where) {
    Object beyond =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    int by = ((Number) beyond).intValue();
    return by > 0 ? List.of("%s scrolls sideways by %d".formatted(where, by)) : List.of();
  }
}
