package dev.laurel.ui.studio;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.JsonConstants;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import tools.jackson.databind.node.ObjectNode;

/** Pages without a browser, over the café's store, which all of these tests only read. */
@ExtendWith(SpringExtension.class)
@ContextConfiguration(classes = World.class)
@ViewPackages(packages = "dev.laurel.ui.studio")
@WithMockUser(username = "mara")
public abstract class PageTest extends SpringBrowserlessTest {
  /** Goes to a page by its address. */
  protected void go(String path, Map<String, List<String>> query) {
    UI.getCurrent().navigate(path, new QueryParameters(query));
  }

  protected void go(String path) {
    UI.getCurrent().navigate(path);
  }

  /** All that can be read on the page. */
  protected String text() {
    return text((Component) getCurrentView());
  }

  protected static String text(Component component) {
    return component.getElement().getTextRecursively().replaceAll("\\s+", " ").strip();
  }

  /** The only part of a page with this class. */
  protected Component part(String css) {
    List<Component> found = parts(css);
    if (found.size() != 1)
      throw new AssertionError("There are %d parts %s.".formatted(found.size(), css));
    return found.getFirst();
  }

  protected List<Component> parts(String css) {
    return below((Component) getCurrentView())
        .filter(each -> each.getElement().getClassList().contains(css))
        .toList();
  }

  private static Stream<Component> below(Component component) {
    return Stream.concat(Stream.of(component), component.getChildren().flatMap(PageTest::below));
  }

  /** Presses the first button that says so. */
  protected void press(String text) {
    NativeButton pressed =
        below((Component) getCurrentView())
            .filter(NativeButton.class::isInstance)
            .map(NativeButton.class::cast)
            .filter(button -> text(button).equals(text))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No button says " + text + ": " + text()));
    ComponentUtil.fireEvent(pressed, new ClickEvent<>(pressed));
  }

  /** Writes into the first field of this name. */
  protected void write(String name, String value) {
    below((Component) getCurrentView())
        .filter(Input.class::isInstance)
        .map(Input.class::cast)
        .filter(input -> name.equals(input.getElement().getAttribute("aria-label")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No field is called " + name + "."))
        .setValue(value);
  }

  /** Writes into a field of several lines. */
  protected static void type(Component longText, String text) {
    Element area =
        longText
            .getElement()
            .getChildren()
            .filter(each -> each.getTag().equals("textarea"))
            .findFirst()
            .orElseThrow();
    ObjectNode data = JacksonUtils.createObjectNode();
    data.put("element.value", text);
    // The browser tells once nothing was typed for a while.
    data.put(JsonConstants.EVENT_DATA_PHASE, JsonConstants.EVENT_PHASE_TRAILING);
    area.getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(area, "input", data));
  }

  protected void speak(Locale locale) {
    UI.getCurrent().setLocale(locale);
  }
}
