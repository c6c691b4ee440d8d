package dev.laurel.ui.studio.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import dev.laurel.ui.studio.PageTest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** What the palette finds, and where that leads. */
class PaletteTest extends PageTest {
  private static Stream<Component> below(Component component) {
    return Stream.concat(Stream.of(component), component.getChildren().flatMap(PaletteTest::below));
  }

  private static Component palette() {
    return below(UI.getCurrent()).filter(Palette.class::isInstance).findFirst().orElseThrow();
  }

  private static void type(String text) {
    below(palette())
        .filter(Input.class::isInstance)
        .map(Input.class::cast)
        .findFirst()
        .orElseThrow()
        .setValue(text);
  }

  private static List<Anchor> options() {
    return below(palette()).filter(Anchor.class::isInstance).map(Anchor.class::cast).toList();
  }

  private static List<String> addresses() {
    return options().stream().map(Anchor::getHref).toList();
  }

  @Test
  void before_anything_is_asked_it_leads_to_every_page_that_one_may_open() {
    go("earning");
    assertThat(addresses())
        .containsExactly(
            "",
            "tiers",
            "earning",
            "campaigns",
            "segments",
            "benefits",
            "messages",
            "try",
            "members",
            "review",
            "revisions",
            "history");
  }

  @Test
  @WithMockUser(username = "jonas")
  void a_page_that_one_may_not_open_is_not_offered() {
    go("earning");
    assertThat(addresses()).contains("members").doesNotContain("history");
  }

  @Test
  void a_few_words_find_what_is_called_so_whatever_it_is() {
    go("");
    type("captain");
    assertThat(addresses()).contains("tiers?ladder=level&tier=Captain");
    assertThat(text(palette())).contains("Tiers", "Earning");
    type("Ada Brandt");
    assertThat(addresses()).containsExactly("members/G00000003");
    assertThat(text(palette())).contains("Ada B.").doesNotContain("Ada Brandt");
    type("weekend");
    assertThat(addresses()).contains("campaigns?at=campaigns%2Fweekend");
    type("drifting");
    assertThat(addresses()).contains("segments?at=segments%2Fdrifting");
    type("tasting");
    assertThat(addresses()).contains("benefits?at=benefits%2Ftasting");
    type("on the house");
    assertThat(addresses())
        .contains("benefits?at=benefits%2Ffree-cup", "messages?at=offers%2Fon-the-house");
    type("ten cups");
    assertThat(addresses()).contains("earning?at=challenges%2Ften-cups");
    type("rates by category");
    assertThat(addresses()).isNotEmpty().allMatch(address -> address.startsWith("earning?at="));
  }

  @Test
  void what_fits_nothing_is_said_with_where_it_was_searched() {
    go("");
    type("no such thing");
    assertThat(options()).isEmpty();
    assertThat(text(palette())).contains("Nothing fits “no such thing”", "rate tables");
  }

  @Test
  void it_speaks_chinese() {
    speak(Locale.SIMPLIFIED_CHINESE);
    go("");
    type("周末");
    assertThat(text(palette())).contains("活动").doesNotContain("Campaigns");
  }
}
