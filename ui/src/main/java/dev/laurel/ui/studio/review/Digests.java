package dev.laurel.ui.studio.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;

/** Shows digests whole, in groups that can be compared by eye. */
final class Digests {
  private static final int GROUP = 4;

  private Digests() {}

  static Component whole(String digest) {
    Words words = Words.here();
    StringBuilder grouped = new StringBuilder();
    for (int at = 0; at < digest.length(); at += GROUP)
      grouped.append(at == 0 ? "" : " ").append(digest, at, Math.min(digest.length(), at + GROUP));
    NativeButton copy =
        Parts.button("btn s", () -> {}, Icons.small("link"), Parts.text(words.of("review.copy")));
    copy.getElement().setAttribute("data-copy-text", digest);
    copy.getElement().setAttribute("data-copied", words.of("review.copied"));
    return new Div(Parts.paragraph("digest", grouped.toString()), copy);
  }
}
