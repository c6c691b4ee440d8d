package dev.laurel.ui.studio.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.operation.Operation;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.StudioPage;
import jakarta.annotation.security.PermitAll;

/** Whether the programme is healthy. */
@Route(value = "", layout = Frame.class)
@PermitAll
public final class HomeView extends Div implements StudioPage {
  private static final long serialVersionUID = 1L;

  public HomeView(Operation operation) {
    addClassName("view");
    setText(String.valueOf(operation.programme().number()));
  }

  @Override
  public Place place() {
    return Place.HOME;
  }
}
