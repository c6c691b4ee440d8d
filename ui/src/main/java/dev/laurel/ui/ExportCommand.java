package dev.laurel.ui;

import dev.laurel.engine.operation.Export;
import dev.laurel.engine.operation.LaurelClock;
import dev.laurel.engine.operation.NotOpenedException;
import dev.laurel.engine.operation.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what a store holds as files. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  private final InstantSource time;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data")
  private Optional<Path> data = Optional.empty();

  // A placeholder: picocli sets it before the command is called.
  @Option(names = "--out", required = true)
  private Path out = Path.of("");

  ExportCommand() {
    this(InstantSource.system());
  }

  ExportCommand(InstantSource time) {
    this.time = time;
  }

  @Override
  public Integer call() throws IOException {
    try (OpenStore store = OpenStore.open(data, time);
        Operation operation =
            Operation.open(
                store.databases(),
                store.vault(),
                Optional.empty(),
                LaurelClock.of(time, System::nanoTime, store.databases().clock(), false))) {
      long members = Export.run(operation, out);
      spec.commandLine()
          .getOut()
          .printf(Locale.ROOT, "%,d members were written to %s.%n", members, out);
      return CommandLine.ExitCode.OK;
    } catch (NotOpenedException refusal) {
      spec.commandLine().getErr().println("laurel: " + refusal.getMessage());
      return Laurel.WRONG_USE;
    }
  }
}
