package dev.laurel.ui.studio.frame;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.html.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Line drawings, and the sprig whose leaves tell a tier's rank. All are hidden from readers. */
public final class Icons {
  private static final Properties DRAWINGS = drawings();

  /** Up to so many leaves a sprig is drawn by hand; from there on they fan out evenly. */
  private static final int DRAWN = 4;

  private static final int MOST_LEAVES = 7;

  private Icons() {}

  private static Properties drawings() {
    Properties drawings = new Properties();
    try (InputStream in = requireNonNull(Icons.class.getResourceAsStream("icons.properties"))) {
      drawings.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return drawings;
  }

  /** An icon of 16 pixels. */
  public static Span icon(String name) {
    return drawn("i", 24, drawing(name));
  }

  /** An icon of 14 pixels, to stand in a button. */
  public static Span small(String name) {
    return drawn("i s", 24, drawing(name));
  }

  /** The mark of the product. */
  public static Span mark() {
    return drawn("mark", 24, drawing("wreath"));
  }

  /** The sprig of a tier. */
  public static Span sprig(int rank) {
    int leaves = Math.clamp(rank, 1, MOST_LEAVES);
    return drawn(
        "sprig " + Parts.tier(rank),
        16,
        leaves <= DRAWN ? drawing("sprig-" + leaves) : fan(leaves));
  }

  private static String fan(int leaves) {
    StringBuilder all = new StringBuilder();
    double step = 150.0 / (leaves - 1);
    for (int leaf = 0; leaf < leaves; leaf++)
      all.append(
              "<path transform=\"translate(8 13.6) rotate(%d)\" d=\""
                  .formatted(Math.round(-75 + leaf * step)))
          .append("M0 0C2.2 -3.4 2.2 -8.2 0 -11.6C-2.2 -8.2 -2.2 -3.4 0 0z\"/>");
    return all.toString();
  }

  private static String drawing(String name) {
    String drawing = DRAWINGS.getProperty(name);
    if (drawing == null)
      throw new IllegalArgumentException("There is no drawing %s.".formatted(name));
    return drawing;
  }

  /** Set as markup, since only a browser's parser makes drawings of it; all of it is our own. */
  private static Span drawn(String css, int size, String paths) {
    Span around = new Span();
    around.addClassName("drawn");
    around
        .getElement()
        .setProperty(
            "innerHTML",
            "<svg class=\"%s\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">%s</svg>"
                .formatted(css, size, size, paths));
    return around;
  }
}
