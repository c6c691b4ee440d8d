package dev.laurel.engine.governance;

import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.draft.DraftView;
import java.util.List;
import java.util.Optional;

/**
 * All that a page about the draft shows. Immutable.
 *
 * @param latestRevision what the changes are told against
 * @param changes in the order of the pack
 * @param whyNotSubmit empty where the viewer may submit it
 * @param whyNotWithdraw empty where the viewer may withdraw it
 */
public record DraftPage(
    DraftView draft,
    Stage stage,
    int latestRevision,
    List<SaidChange> changes,
    Optional<Refusal> whyNotSubmit,
    Optional<Refusal> whyNotWithdraw) {
  public DraftPage {
    changes = List.copyOf(changes);
  }

  public boolean mayEdit() {
    return draft.mayEdit();
  }

  public boolean maySubmit() {
    return whyNotSubmit.isEmpty();
  }

  public boolean mayWithdraw() {
    return whyNotWithdraw.isEmpty();
  }
}
