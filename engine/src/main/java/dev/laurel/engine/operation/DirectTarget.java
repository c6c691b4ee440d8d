package dev.laurel.engine.operation;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.operation.HistoryImport.Answer;
import dev.laurel.engine.operation.HistoryImport.Came;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Records events of a history in an operation of this process. Thread-safe. */
public final class DirectTarget implements HistoryImport.Target {
  private final Operation operation;

  public DirectTarget(Operation operation) {
    this.operation = operation;
  }

  @Override
  public List<Answer> record(List<Event> events) throws InterruptedException {
    List<Answer> answers = new ArrayList<>();
    for (Recording recording : operation.record(events))
      answers.add(answer(events.get(answers.size()), recording));
    return answers;
  }

  private Answer answer(Event event, Recording recording) throws InterruptedException {
    return switch (recording) {
      case Recording.Recorded(var applied) -> decided(Came.RECORDED, applied);
      case Recording.Replayed(var applied) -> decided(Came.REPLAYED, applied);
      case Recording.Conflict c ->
          new Answer(Came.CONFLICT, "Another event with its source and id was recorded before.");
      case Recording.Ahead(var by) ->
          new Answer(
              Came.REFUSED, "It lies %d seconds ahead of the clock.".formatted(by.toSeconds()));
      case Recording.Busy(var retryAfter) -> {
        TimeUnit.MILLISECONDS.sleep(retryAfter.toMillis());
        yield record(List.of(event)).getFirst();
      }
    };
  }

  private static Answer decided(Came came, Applied applied) {
    Optional<Decision.Refusal> refusal = DecisionReader.refusalOf(applied.decision());
    return refusal
        .map(r -> new Answer(came == Came.RECORDED ? Came.NOT_CARRIED_OUT : came, r.message()))
        .orElseGet(() -> new Answer(came, ""));
  }
}
