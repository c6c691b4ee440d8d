package dev.laurel.engine.evaluate;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Mapping;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What is to be evaluated. Immutable.
 *
 * @param events the file of events
 * @param mapping how rows of that file become events; empty where they are events in our own JSON
 * @param members the file of members, in our own JSON
 * @param until events from the start of this day on are left out, and what is due by time at that
 *     instant is done; empty leaves each member as of the last event
 * @param out the folder for what comes of it, made where it is not there; empty writes nothing
 * @param explain whose history is told
 * @param threads how many members are folded at once, 1 or more; the result does not depend on it
 * @param memory how many bytes of sorted rows are held before they go to disk, above 0
 */
public record EvaluationRequest(
    Revision revision,
    Path events,
    Optional<Mapping> mapping,
    Optional<Path> members,
    Optional<LocalDate> until,
    Optional<Path> out,
    Optional<Explain> explain,
    int threads,
    long memory) {

  /**
   * Tells one member's history. Where nothing is written and no campaign has a budget, only this
   * member is evaluated.
   *
   * @param sentences what a decision says; called by several threads
   * @param lines is given the sentences in order, by the thread that runs the evaluation
   */
  public record Explain(
      String member, Function<Decision, List<String>> sentences, Consumer<String> lines) {}

  /**
   * @throws IllegalArgumentException when what is asked for makes no sense, in a sentence that says
   *     so to whoever asked
   */
  public EvaluationRequest {
    if (threads < 1)
      throw new IllegalArgumentException(
          "It takes at least one thread, not %d.".formatted(threads));
    if (memory < 1) throw new IllegalArgumentException("It takes memory to sort anything.");
    if (out.isEmpty() && explain.isEmpty())
      throw new IllegalArgumentException(
          "Name a folder for the results, or a member whose history is to be told.");
    if (out.isPresent()) {
      Outputs.keep(out.get(), events);
      members.ifPresent(file -> Outputs.keep(out.get(), file));
    }
  }

  /** How rows are held in memory before they go to disk where nobody says otherwise. */
  public static long usualMemory(long heap) {
    return Math.max(1, heap / 4);
  }
}
