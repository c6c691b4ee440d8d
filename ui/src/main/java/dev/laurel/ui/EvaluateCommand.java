package dev.laurel.ui;

import dev.laurel.engine.evaluate.Evaluation;
import dev.laurel.engine.evaluate.EvaluationRequest;
import dev.laurel.engine.evaluate.Summary;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.intake.UnusableFileException;
import dev.laurel.engine.revision.NotEvaluatedException;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.pack.MappingReader;
import dev.laurel.rules.pack.MappingResult;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.sentence.Speaker;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Evaluates a history of events by a pack. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  // Values of required options are placeholders: picocli sets each before the command is called.
  @Option(names = "--pack", required = true)
  private Path pack = Path.of("");

  @Option(names = "--events", required = true)
  private Path events = Path.of("");

  @Option(names = "--map")
  private Optional<Path> map = Optional.empty();

  @Option(names = "--members")
  private Optional<Path> members = Optional.empty();

  @Option(names = "--until")
  private Optional<LocalDate> until = Optional.empty();

  @Option(names = "--out")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--explain")
  private Optional<String> explain = Optional.empty();

  @Option(names = "--language")
  private String language = Text.FIRST_LANGUAGE;

  @Option(names = "--threads")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    List<Path> files =
        Stream.of(Optional.of(pack), Optional.of(events), map, members)
            .flatMap(Optional::stream)
            .toList();
    if (!Reports.areThere(files, err)) return Laurel.WRONG_USE;
    return switch (PackFiles.read(pack)) {
      case PackResult.Refused(var faults) -> Reports.refused("the pack " + pack, faults, err);
      case PackResult.Read(var read, var digest) -> {
        try {
          yield mapped(Revision.of(read, digest), err);
        } catch (NotEvaluatedException refusal) {
          yield Reports.notEvaluated(refusal, err);
        }
      }
    };
  }

  private int mapped(Revision revision, PrintWriter err) throws IOException, InterruptedException {
    if (map.isEmpty()) return evaluate(revision, Optional.empty(), err);
    Path file = map.get();
    return switch (MappingReader.read(file.toString(), Files.readAllBytes(file))) {
      case MappingResult.Refused(var faults) -> Reports.refused("the mapping " + file, faults, err);
      case MappingResult.Read(var mapping) -> evaluate(revision, Optional.of(mapping), err);
    };
  }

  private int evaluate(Revision revision, Optional<Mapping> mapping, PrintWriter err)
      throws IOException, InterruptedException {
    EvaluationRequest request = request(revision, mapping);
    ProgressBar bar = new ProgressBar(Laurel.isTerminal() ? Optional.of(err) : Optional.empty());
    try {
      Summary summary = Evaluation.run(request, Clock.systemUTC(), bar);
      bar.clear();
      spec.commandLine().getOut().println(sentence(summary));
      return CommandLine.ExitCode.OK;
    } catch (UnusableFileException unusable) {
      return Reports.refused("the file " + events, unusable.faults(), err);
    } finally {
      bar.clear();
    }
  }

  private EvaluationRequest request(Revision revision, Optional<Mapping> mapping) {
    Speaker speaker = Languages.known(Explanations.speaker(language), language, spec.commandLine());
    try {
      return new EvaluationRequest(
          revision,
          events,
          mapping,
          members,
          until,
          out,
          explain.map(member -> explain(revision, member, speaker)),
          threads,
          EvaluationRequest.usualMemory(Runtime.getRuntime().maxMemory()));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private EvaluationRequest.Explain explain(Revision revision, String member, Speaker speaker) {
    PrintWriter to = spec.commandLine().getOut();
    Explanations explanations = new Explanations(revision);
    return new EvaluationRequest.Explain(
        member, decision -> explanations.lines(decision, speaker), to::println);
  }

  private String sentence(Summary summary) {
    Summary.Times times = summary.times();
    StringBuilder what = new StringBuilder();
    what.append(
        String.format(
            Locale.ROOT,
            "%,d rows read, %,d events of %,d members evaluated in %.1f s (%,d events a second),"
                + " of which reading took %.1f s, deciding %.1f s and writing %.1f s",
            summary.rowsRead(),
            summary.events(),
            summary.members(),
            times.all() / 1000.0,
            summary.eventsPerSecond(),
            times.reading() / 1000.0,
            times.deciding() / 1000.0,
            times.writing() / 1000.0));
    if (summary.rowsLeftOut() > 0)
      what.append(
          String.format(Locale.ROOT, "; %,d rows left out by the mapping", summary.rowsLeftOut()));
    if (summary.rowsRefused() == 0) what.append("; no row was refused.");
    else {
      what.append(String.format(Locale.ROOT, "; %,d rows were REFUSED", summary.rowsRefused()));
      out.ifPresent(folder -> what.append(", see ").append(folder.resolve("refused.jsonl")));
      what.append('.');
    }
    return what.toString();
  }
}
