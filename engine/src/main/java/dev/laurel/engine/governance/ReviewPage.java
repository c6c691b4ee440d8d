package dev.laurel.engine.governance;

import dev.laurel.engine.access.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * All that a page about the review shows. Immutable.
 *
 * @param submission exactly what is approved; empty where nothing is on its way
 * @param changes against the revision that it began with, in the order of the pack
 * @param whyNotApprove empty where the viewer may approve it
 * @param whyNotSendBack empty where the viewer may send it back
 * @param whyNotPublish empty where the viewer may publish it
 */
public record ReviewPage(
    Stage stage,
    Optional<Submission> submission,
    Optional<Approval> approval,
    List<SaidChange> changes,
    Optional<Refusal> whyNotApprove,
    Optional<Refusal> whyNotSendBack,
    Optional<Refusal> whyNotPublish) {
  public ReviewPage {
    changes = List.copyOf(changes);
  }

  public boolean mayApprove() {
    return whyNotApprove.isEmpty();
  }

  public boolean maySendBack() {
    return whyNotSendBack.isEmpty();
  }

  public boolean mayPublish() {
    return whyNotPublish.isEmpty();
  }
}
