package dev.laurel.ui;

import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.scenario.ScenarioResult;
import dev.laurel.engine.scenario.Scenarios;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.sentence.Passage;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be done with a rule pack, by itself or with the programme that it is part of. */
@Command(
    name = "pack",
    subcommands = {PackExchangeCommands.Import.class, PackExchangeCommands.Export.class})
final class PackCommand implements Runnable {
  /** Rows of a rate table that are read aloud; a table may have a hundred thousand. */
  private static final int MOST_ROWS = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without one of its own commands it is wrong use. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with the pack: laurel pack check|test|explain|import DIR, or export FILE.");
  }

  @Command(name = "check")
  int check(@Parameters(paramLabel = "DIR") Path folder) throws IOException {
    return withPack(
        folder,
        (pack, digest) -> {
          List<String> notEvaluated = Revision.notEvaluated(pack);
          out()
              .printf(
                  "%s %s is right: %d earning rules, %d campaigns, %d scenarios; digest %s.%n",
                  pack.pack().id(),
                  pack.pack().version(),
                  pack.earning().stream().mapToInt(g -> g.rules().size()).sum(),
                  pack.campaigns().size(),
                  pack.scenarios().size(),
                  digest);
          notEvaluated.forEach(construct -> out().println("not evaluated yet: " + construct));
          return 0;
        });
  }

  @Command(name = "explain")
  int explain(
      @Parameters(paramLabel = "DIR") Path folder,
      @Option(names = "--language", defaultValue = Text.FIRST_LANGUAGE) String language)
      throws IOException {
    Speaker speaker = Languages.known(Speaker.of(language), language, spec.commandLine());
    return withPack(
        folder,
        (pack, digest) -> {
          for (Passage passage : Sentences.of(pack).all(MOST_ROWS))
            out().println(speaker.say(passage));
          return 0;
        });
  }

  @Command(name = "test")
  int test(@Parameters(paramLabel = "DIR") Path folder) throws IOException {
    return withPack(folder, this::run);
  }

  private int run(Pack pack, String digest) {
    int passed = 0;
    int waiting = 0;
    int failed = 0;
    for (ScenarioResult result : Scenarios.run(pack, digest)) {
      String name = result.scenario().id() + ", " + result.scenario().title().in("en");
      switch (result) {
        case ScenarioResult.Passed p -> {
          passed++;
          out().println("passed   " + name);
        }
        case ScenarioResult.Waiting(var scenario, var constructs) -> {
          waiting++;
          out().println("waiting  " + name + " (for " + String.join(", ", constructs) + ")");
        }
        case ScenarioResult.Failed(var scenario, var differences) -> {
          failed++;
          out().println("FAILED   " + name);
          differences.forEach(difference -> out().println("           " + difference));
        }
      }
    }
    out().printf("%d passed, %d failed, %d waiting.%n", passed, failed, waiting);
    return failed == 0 ? 0 : Laurel.FAILED;
  }

  /** What is done with a pack that was read. */
  @FunctionalInterface
  private interface Work {
    int on(Pack pack, String digest);
  }

  private int withPack(Path folder, Work work) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (!Reports.areThere(List.of(folder), err)) return Laurel.WRONG_USE;
    return switch (PackFiles.read(folder)) {
      case PackResult.Refused(var faults) -> Reports.refused("the pack " + folder, faults, err);
      case PackResult.Read(var pack, var digest) -> work.on(pack, digest);
    };
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
