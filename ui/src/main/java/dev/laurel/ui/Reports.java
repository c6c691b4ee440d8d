package dev.laurel.ui;

import dev.laurel.engine.revision.NotEvaluatedException;
import dev.laurel.rules.fault.Fault;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How commands tell what was wrong with what they were given: each thing on a line of its own. */
final class Reports {
  private Reports() {}

  /** Faults and, at last, what was refused because of them. Gives the exit code. */
  static int refused(String what, List<Fault> faults, PrintWriter err) {
    faults.forEach(err::println);
    err.println(
        "laurel: %s was refused: %s above."
            .formatted(what, faults.size() == 1 ? "its fault stands" : "its faults stand"));
    return Laurel.WRONG_USE;
  }

  /** What a pack uses that is not evaluated yet. Gives the exit code. */
  static int notEvaluated(NotEvaluatedException refusal, PrintWriter err) {
    refusal.constructs().forEach(construct -> err.println("not evaluated yet: " + construct));
    err.println(
        "laurel: nothing was evaluated, since the pack uses what stands above; leave it out.");
    return Laurel.WRONG_USE;
  }

  /** Whether all files are there; those that are not are told. */
  static boolean areThere(List<Path> files, PrintWriter err) {
    List<Path> missing = files.stream().filter(file -> !Files.isReadable(file)).toList();
    missing.forEach(
        file -> err.println("laurel: %s is not there, or may not be read.".formatted(file)));
    return missing.isEmpty();
  }
}
