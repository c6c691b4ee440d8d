package dev.laurel.ui;

import dev.laurel.engine.evaluate.EvaluationRequest;
import dev.laurel.engine.evaluate.SortedHistory;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.intake.UnusableFileException;
import dev.laurel.engine.operation.DirectTarget;
import dev.laurel.engine.operation.HistoryImport;
import dev.laurel.engine.operation.HistoryImport.Came;
import dev.laurel.engine.operation.LaurelClock;
import dev.laurel.engine.operation.NotOpenedException;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.revision.NotEvaluatedException;
import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.MappingReader;
import dev.laurel.rules.pack.MappingResult;
import dev.laurel.rules.pack.PackResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Records a file of events: at a server, or in a store that no server has open. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
  private static final int AT_ONCE = 4;
  private static final int MOST_TOLD = 20;

  private final InstantSource time;

  @Spec private CommandSpec spec = CommandSpec.create();

  // Values of required options are placeholders: picocli sets each before the command is called.
  @Option(names = "--events", required = true)
  private Path events = Path.of("");

  @Option(names = "--map")
  private Optional<Path> map = Optional.empty();

  @Option(names = "--members")
  private Optional<Path> members = Optional.empty();

  @Option(names = "--url")
  private Optional<String> url = Optional.empty();

  @Option(names = "--key")
  private Optional<String> key = Optional.empty();

  @Option(names = "--data")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--pack")
  private Optional<Path> pack = Optional.empty();

  private int told;

  ImportCommand() {
    this(InstantSource.system());
  }

  ImportCommand(InstantSource time) {
    this.time = time;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Path> files =
        Stream.of(Optional.of(events), map, members, pack).flatMap(Optional::stream).toList();
    if (!Reports.areThere(files, err())) return Laurel.WRONG_USE;
    if (url.isPresent() && (data.isPresent() || pack.isPresent()))
      throw new ParameterException(
          spec.commandLine(), "A server has its own store and pack: leave out --data and --pack.");
    Optional<Mapping> mapping = Optional.empty();
    if (map.isPresent()) {
      Path file = map.get();
      switch (MappingReader.read(file.toString(), Files.readAllBytes(file))) {
        case MappingResult.Refused(var faults) -> {
          return Reports.refused("the mapping " + file, faults, err());
        }
        case MappingResult.Read(var read) -> mapping = Optional.of(read);
      }
    }
    return url.isPresent() ? atServer(url.get(), mapping) : inStore(mapping);
  }

  private int atServer(String server, Optional<Mapping> mapping)
      throws IOException, InterruptedException {
    try (ServedLaurel served = ServedLaurel.of(server, key, spec.commandLine())) {
      HttpTarget target = HttpTarget.of(served);
      return record(target.pack(), target, mapping);
    }
  }

  private int inStore(Optional<Mapping> mapping) throws IOException, InterruptedException {
    Optional<PackResult.Read> named = Optional.empty();
    if (pack.isPresent()) {
      switch (PackFiles.read(pack.get())) {
        case PackResult.Refused(var faults) -> {
          return Reports.refused("the pack " + pack.get(), faults, err());
        }
        case PackResult.Read read -> named = Optional.of(read);
      }
    }
    try (OpenStore store = OpenStore.open(data, time);
        Operation operation =
            Operation.open(
                store.databases(),
                store.vault(),
                named,
                LaurelClock.of(time, System::nanoTime, store.databases().clock(), false))) {
      // Time stands still until all is there: a member's next event may be older than today.
      Pack inForce = operation.programme().revision().pack();
      int code = record(inForce, new DirectTarget(operation), mapping);
      operation.passTime();
      return code;
    } catch (NotOpenedException refusal) {
      err().println("laurel: " + refusal.getMessage());
      return Laurel.WRONG_USE;
    } catch (NotEvaluatedException refusal) {
      return Reports.notEvaluated(refusal, err());
    }
  }

  private int record(Pack inForce, HistoryImport.Target target, Optional<Mapping> mapping)
      throws IOException, InterruptedException {
    ProgressBar bar = new ProgressBar(Laurel.isTerminal() ? Optional.of(err()) : Optional.empty());
    SortedHistory.Files files =
        new SortedHistory.Files(
            events,
            mapping,
            members,
            Runtime.getRuntime().availableProcessors(),
            EvaluationRequest.usualMemory(Runtime.getRuntime().maxMemory()));
    try (SortedHistory history =
        SortedHistory.read(
            files, EventTerms.of(inForce), bar, lines -> tell(lines.toString().strip()))) {
      Map<Came, Long> counts =
          HistoryImport.run(
              history,
              target,
              (event, answer) ->
                  tell("%s:%s: %s".formatted(event.source(), event.id(), answer.why())),
              bar,
              AT_ONCE);
      bar.clear();
      spec.commandLine().getOut().println(sentence(history, counts));
      return CommandLine.ExitCode.OK;
    } catch (UnusableFileException unusable) {
      return Reports.refused("the file " + events, unusable.faults(), err());
    } finally {
      bar.clear();
    }
  }

  /** The first of what went wrong; the rest is counted. */
  private void tell(String lines) {
    for (String line : lines.split("\n", -1)) if (told++ < MOST_TOLD) err().println(line);
    if (told - 1 == MOST_TOLD) err().println("... and more of this kind.");
  }

  private static String sentence(SortedHistory history, Map<Came, Long> counts) {
    return String.format(
        Locale.ROOT,
        "%,d rows read, %,d refused; of %,d events %,d were recorded, %,d had been recorded before,"
            + " %,d were recorded but not carried out, %,d conflict with others, %,d were refused.",
        history.rowsRead(),
        history.rowsRefused(),
        history.events(),
        counts.get(Came.RECORDED),
        counts.get(Came.REPLAYED),
        counts.get(Came.NOT_CARRIED_OUT),
        counts.get(Came.CONFLICT),
        counts.get(Came.REFUSED));
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
