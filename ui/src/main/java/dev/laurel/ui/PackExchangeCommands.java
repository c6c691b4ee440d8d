package dev.laurel.ui;

import dev.laurel.engine.operation.NotOpenedException;
import dev.laurel.engine.revision.NotEvaluatedException;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.ui.PackExchange.Came;
import dev.laurel.ui.PackExchange.Change;
import dev.laurel.ui.PackExchange.RefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Bringing a pack in as the draft, and taking a revision's pack away. */
final class PackExchangeCommands {
  private PackExchangeCommands() {}

  /** What is done where packs are exchanged. */
  @FunctionalInterface
  private interface Work {
    int at(PackExchange exchange) throws IOException, InterruptedException;
  }

  /** Which server or store is meant. */
  static final class Where {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--url")
    private Optional<String> url = Optional.empty();

    @Option(names = "--key")
    private Optional<String> key = Optional.empty();

    @Option(names = "--data")
    private Optional<Path> data = Optional.empty();

    private int with(Work work) throws IOException, InterruptedException {
      PrintWriter err = spec.commandLine().getErr();
      if (url.isPresent() && data.isPresent())
        throw new ParameterException(
            spec.commandLine(), "Both --data and --url name a store. Leave one of them out.");
      try (PackExchange exchange = open()) {
        return work.at(exchange);
      } catch (NotOpenedException refused) {
        err.println("laurel: " + refused.getMessage());
        return Laurel.WRONG_USE;
      } catch (NotEvaluatedException refused) {
        return Reports.notEvaluated(refused, err);
      } catch (RefusedException refused) {
        err.println("laurel: " + refused.getMessage());
        return Laurel.FAILED;
      }
    }

    private PackExchange open() {
      return url.isPresent()
          ? new ServedPacks(ServedLaurel.of(url.get(), key, spec.commandLine()))
          : StoredPacks.open(data, InstantSource.system());
    }
  }

  /** Makes a pack the draft, and tells what it changes and what is to be mended. */
  @Command(name = "import")
  static final class Import implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Where where = new Where();

    @Parameters(paramLabel = "DIR")
    private Path pack = Path.of("");

    @Option(names = "--language", defaultValue = Text.FIRST_LANGUAGE)
    private String language = Text.FIRST_LANGUAGE;

    @Override
    public Integer call() throws IOException, InterruptedException {
      PrintWriter err = spec.commandLine().getErr();
      if (!Reports.areThere(List.of(pack), err)) return Laurel.WRONG_USE;
      Languages.known(Speaker.of(language), language, spec.commandLine());
      byte[] zip = PackFiles.zip(pack);
      return where.with(exchange ->
          switch (exchange.bringIn(zip, language)) {
            case Came.NoPack(var faults) -> {
              faults.forEach(err::println);
              err.println("laurel: nothing was changed: %s is no pack.".formatted(pack));
              yield Laurel.WRONG_USE;
            }
            case Came.Draft draft -> tell(draft);
          });
    }

    private int tell(Came.Draft draft) {
      PrintWriter out = spec.commandLine().getOut();
      for (Change change : draft.changes()) {
        out.printf("%s %s%n", change.kind(), change.title());
        for (String was : change.before())
          if (!change.after().contains(was)) out.println("  - " + was);
        for (String is : change.after())
          if (!change.before().contains(is)) out.println("  + " + is);
      }
      draft.faults().forEach(fault -> out.println("to mend: " + fault));
      out.printf(
          "It is draft %d now, against revision %d; changes: %d, to mend: %d.%n",
          draft.number(), draft.against(), draft.changes().size(), draft.faults().size());
      return 0;
    }
  }

  /** Writes a revision's pack into a file. */
  @Command(name = "export")
  static final class Export implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Where where = new Where();

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--revision")
    private Optional<Integer> revision = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException {
      if (Files.exists(file)) {
        spec.commandLine()
            .getErr()
            .printf("laurel: %s is there already and was left alone. Name another file.%n", file);
        return Laurel.WRONG_USE;
      }
      return where.with(exchange -> {
        byte[] zip = exchange.takeAway(revision.map(OptionalInt::of).orElseGet(OptionalInt::empty));
        Files.write(file, zip);
        spec.commandLine().getOut().printf("%s holds the pack.%n", file);
        return 0;
      });
    }
  }
}
