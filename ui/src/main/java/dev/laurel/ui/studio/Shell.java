package dev.laurel.ui.studio;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** What every page loads. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://studio/tokens.css")
@StyleSheet("context://studio/studio.css")
@StyleSheet("context://studio/frame.css")
@StyleSheet("context://studio/home.css")
@StyleSheet("context://studio/try.css")
@StyleSheet("context://studio/member.css")
@StyleSheet("context://studio/tiers.css")
@StyleSheet("context://studio/review.css")
@StyleSheet("context://studio/words.css")
@StyleSheet("context://studio/wizard.css")
@StyleSheet("context://studio/history.css")
@Viewport("width=device-width, initial-scale=1")
public final class Shell implements AppShellConfigurator {
  private static final long serialVersionUID = 1L;

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addLink("icon", "studio/icon.svg");
  }
}
