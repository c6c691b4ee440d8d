package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import java.util.Optional;

/** What a page tells its frame. */
public interface StudioPage extends HasDynamicTitle {
  /** Where it stands; of a page beside all places, the one from which one comes. */
  Place place();

  /** What it is called. */
  default String title() {
    return place().title();
  }

  /** Which form of the programme it shows; empty where that is the one in force. */
  default Optional<Component> shows() {
    return Optional.empty();
  }

  /** What it adds at the end of the strip. */
  default List<Component> atEndOfStrip() {
    return List.of();
  }

  @Override
  default String getPageTitle() {
    return title() + " · Laurel";
  }
}
