package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;

/** What a page writes into the browser's address, so that the address can be handed on. */
public final class Address {
  /**
   * Past the router, and only while the page is still there: an answer that comes after somebody
   * has gone on to another page must not bring them back.
   */
  private static final String REPLACE =
      """
      const to = new URL($0, document.baseURI);
      if (to.pathname === location.pathname) history.replaceState(history.state, '', to);
      """;

  /** The parameter by which an address says which part of the page is meant. */
  public static final String AT = "at";

  /** The part is seen, stands out until the page changes, and has the focus. */
  private static final String BRING =
      """
      const at = CSS.escape($0), part = this.querySelector(`[data-rule="${at}"], [data-at="${at}"]`);
      if (!part) return;
      part.classList.add('landed');
      part.scrollIntoView({ block: 'center', behavior: 'instant' });
      (part.querySelector('button.word') || part.querySelector('button, input'))?.focus({ preventScroll: true });
      """;

  private Address() {}

  /** Brings into view what the address means, where it means a part of the page. */
  public static void bring(Component page, QueryParameters query) {
    query.getSingleParameter(AT).ifPresent(place -> page.getElement().executeJs(BRING, place));
  }

  /** Says what a page shows; it takes no step back to undo that. */
  public static void say(Component page, Place place, QueryParameters query) {
    String address = new Location(place.path(), query).getPathWithQueryParameters();
    page.getElement().executeJs(REPLACE, address);
  }
}
