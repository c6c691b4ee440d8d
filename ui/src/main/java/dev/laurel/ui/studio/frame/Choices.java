package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.page.ColorScheme;
import java.util.List;
import java.util.function.Consumer;

/** Small rows of buttons of which one is pressed. */
public final class Choices {
  private Choices() {}

  /** One of a row. */
  public record Choice<T>(T value, String name) {}

  /**
   * A row of choices.
   *
   * @param name of the row, for those who hear it
   * @param taken is told what was pressed, after the row shows it
   */
  public static <T> Div of(String name, List<Choice<T>> choices, T now, Consumer<T> taken) {
    Div row = Parts.named(Parts.div("seg"), name);
    row.getElement().setAttribute("role", "group");
    for (Choice<T> choice : choices) {
      NativeButton button = Parts.button("", () -> {}, Parts.text(choice.name()));
      button.addClickListener(_ -> {
        row.getChildren().forEach(each -> press(each, each == button));
        taken.accept(choice.value());
      });
      press(button, choice.value().equals(now));
      row.add(button);
    }
    return row;
  }

  private static void press(Component button, boolean pressed) {
    button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
  }

  /** In which language the studio speaks. */
  public static Div language() {
    Words words = Words.here();
    return of(
        words.of("settings.language"),
        List.of(
            new Choice<>(Language.ENGLISH, Language.ENGLISH.itself()),
            new Choice<>(Language.CHINESE, Language.CHINESE.itself())),
        words.language(),
        chosen -> {
          Preferences.remember(chosen);
          UI.getCurrent().getPage().reload();
        });
  }

  /** Light, dark, or as the system has it. */
  public static Div scheme() {
    Words words = Words.here();
    UI ui = UI.getCurrent();
    ColorScheme.Value now = Preferences.scheme(com.vaadin.flow.server.VaadinRequest.getCurrent());
    return of(
        words.of("settings.scheme"),
        List.of(
            new Choice<>(ColorScheme.Value.LIGHT_DARK, words.of("settings.scheme.system")),
            new Choice<>(ColorScheme.Value.LIGHT, words.of("settings.scheme.light")),
            new Choice<>(ColorScheme.Value.DARK, words.of("settings.scheme.dark"))),
        now,
        chosen -> {
          Preferences.remember(chosen);
          ui.getPage().setColorScheme(chosen);
        });
  }
}
