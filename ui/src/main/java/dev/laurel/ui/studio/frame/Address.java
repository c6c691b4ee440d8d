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

  private Address() {}

  /** Says what a page shows; it takes no step back to undo that. */
  public static void say(Component page, Place place, QueryParameters query) {
    String address = new Location(place.path(), query).getPathWithQueryParameters();
    page.getElement().executeJs(REPLACE, address);
  }
}
