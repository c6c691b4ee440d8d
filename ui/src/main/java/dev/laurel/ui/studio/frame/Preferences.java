package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a browser remembers of whoever looks: language, and light or dark. */
final class Preferences {
  private static final String LANGUAGE = "laurel-language";
  private static final String SCHEME = "laurel-scheme";
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private Preferences() {}

  /** The language chosen, else the first that the browser asks for and the studio speaks. */
  static Language language(VaadinRequest request) {
    Optional<String> chosen = cookie(request, LANGUAGE);
    for (Language language : Language.values())
      if (chosen.filter(language.tag()::equals).isPresent()) return language;
    @Nullable Locale asked = request.getLocale();
    return asked == null ? Language.ENGLISH : Language.of(asked);
  }

  /** Light or dark where it was chosen, else as the system has it. */
  static ColorScheme.Value scheme(VaadinRequest request) {
    return switch (cookie(request, SCHEME).orElse("")) {
      case "light" -> ColorScheme.Value.LIGHT;
      case "dark" -> ColorScheme.Value.DARK;
      default -> ColorScheme.Value.LIGHT_DARK;
    };
  }

  static void remember(Language language) {
    remember(LANGUAGE, language.tag());
  }

  static void remember(ColorScheme.Value scheme) {
    remember(
        SCHEME,
        switch (scheme) {
          case LIGHT -> "light";
          case DARK -> "dark";
          default -> "system";
        });
  }

  private static Optional<String> cookie(VaadinRequest request, String name) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }

  private static void remember(String name, String value) {
    if (VaadinService.getCurrentResponse() == null) return;
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge((int) REMEMBERED.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    VaadinService.getCurrentResponse().addCookie(cookie);
  }
}
