package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;

/** What a page tells its frame. */
public interface StudioPage extends HasDynamicTitle {
  /** Where it stands. */
  Place place();

  /** What it adds at the end of the strip. */
  default List<Component> atEndOfStrip() {
    return List.of();
  }

  @Override
  default String getPageTitle() {
    return place().title() + " · Laurel";
  }
}
