package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;

/** Begins every page in the language and the scheme that its browser remembers. */
public class Beginnings implements VaadinServiceInitListener {
  private static final long serialVersionUID = 1L;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(response -> {
      VaadinRequest request = response.getVaadinRequest();
      var html = response.getDocument().getElementsByTag("html");
      html.attr("lang", Preferences.language(request).tag());
      switch (Preferences.scheme(request)) {
        case LIGHT -> html.attr("style", "color-scheme: light");
        case DARK -> html.attr("style", "color-scheme: dark");
        default -> html.removeAttr("style");
      }
    });
    event
        .getSource()
        .addUIInitListener(started -> begin(started.getUI(), VaadinRequest.getCurrent()));
  }

  private static void begin(UI ui, VaadinRequest request) {
    Language language = Preferences.language(request);
    ui.setLocale(language.locale());
    ui.getPage().executeJs("document.documentElement.lang = $0", language.tag());
    ColorScheme.Value scheme = Preferences.scheme(request);
    if (scheme != ColorScheme.Value.LIGHT_DARK) ui.getPage().setColorScheme(scheme);
    ui.getPage().addJavaScript("context://studio/studio.js");
    ui.getPage().addJavaScript("context://studio/palette.js");
  }
}
