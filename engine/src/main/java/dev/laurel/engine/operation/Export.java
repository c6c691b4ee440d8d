package dev.laurel.engine.operation;

import dev.laurel.engine.decision.StateJson;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.recording.Applied;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalLong;

/**
 * Writes what a store holds as an evaluation writes it: {@code members.jsonl}, {@code ledger.jsonl}
 * and {@code decisions.jsonl}, in the order of the members' ids as the store has it. Every member
 * is brought to this instant first. What is recorded meanwhile may be in it or not, a member at a
 * time. Not thread-safe.
 */
public final class Export {
  private static final int PAGE = 500;
  private static final String UNFINISHED = ".part";

  private final Operation operation;
  private final StateJson states;
  private final OutputStream members;
  private final OutputStream ledger;
  private final OutputStream decisions;
  private final JsonWriter line = new JsonWriter();
  private long count;

  private Export(
      Operation operation, OutputStream members, OutputStream ledger, OutputStream decisions) {
    this.operation = operation;
    this.states = StateJson.of(operation.terms());
    this.members = members;
    this.ledger = ledger;
    this.decisions = decisions;
  }

  /**
   * Exports; files carry their names only when all of them are whole.
   *
   * @param directory made where it is not there
   * @return how many members were written
   */
  public static long run(Operation operation, Path directory) throws IOException {
    Files.createDirectories(directory);
    List<String> names = List.of("members.jsonl", "ledger.jsonl", "decisions.jsonl");
    List<Path> unfinished =
        names.stream().map(name -> directory.resolve(name + UNFINISHED)).toList();
    try {
      long count;
      try (OutputStream members = open(unfinished.get(0));
          OutputStream ledger = open(unfinished.get(1));
          OutputStream decisions = open(unfinished.get(2))) {
        Export export = new Export(operation, members, ledger, decisions);
        export.all();
        count = export.count;
      }
      for (String name : names)
        Files.move(
            directory.resolve(name + UNFINISHED),
            directory.resolve(name),
            StandardCopyOption.REPLACE_EXISTING);
      return count;
    } finally {
      for (Path part : unfinished) Files.deleteIfExists(part);
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private void all() throws IOException {
    operation.passTime();
    String after = "";
    for (List<MemberState> page = page(after); !page.isEmpty(); page = page(after))
      for (MemberState state : page) {
        after = state.member();
        ledgerOf(after);
        // Of whom nothing was carried out, there is nothing to say.
        if (state.version() == 0) continue;
        states.write(state, line);
        endLine(members);
        count++;
      }
  }

  private List<MemberState> page(String after) {
    return operation.states(after, PAGE);
  }

  private void ledgerOf(String member) throws IOException {
    OptionalLong next = OptionalLong.of(0);
    while (next.isPresent()) {
      Page<Applied> page =
          operation.decisions(member, next.getAsLong(), Operation.LARGEST_PAGE).orElseThrow();
      for (Applied applied : page.items()) {
        line.written(applied.decision());
        endLine(decisions);
        for (byte[] entry : applied.entries()) {
          line.written(entry);
          endLine(ledger);
        }
      }
      next = page.next();
    }
  }

  private void endLine(OutputStream to) throws IOException {
    line.endLine().writeTo(to);
    line.clear();
  }
}
