package dev.laurel.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The command line. Exit codes: 0 done, 1 the work itself failed, 2 wrong use.
 *
 * <p>A new command is a class with {@link Command}, named in {@code subcommands} here and in a line
 * of {@code help.txt}, which the launcher script reads too.
 */
@Command(
    name = "laurel",
    subcommands = {
      HelpCommand.class,
      EvaluateCommand.class,
      PackCommand.class,
      UserCommand.class,
      RunCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ImportCommand.class,
      ExportCommand.class
    })
public final class Laurel {
  static final int FAILED = 1;
  static final int WRONG_USE = 2;

  private Laurel() {}

  public static void main(String[] args) throws IOException {
    Logs.choose(args.length > 0 && args[0].equals("run"));
    System.exit(commandLine().execute(args.length == 0 ? new String[] {"help"} : args));
  }

  /** The whole command line, ready to execute; a test gives it its own writers. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Laurel());
    line.getCommandSpec().usageMessage().sectionKeys(List.of("help"));
    line.getHelpSectionMap().put("help", _ -> helpText());
    line.setExecutionExceptionHandler((failure, at, _) -> {
      at.getErr().println(sentence(failure));
      return FAILED;
    });
    line.setParameterExceptionHandler((wrong, _) -> {
      wrong.getCommandLine().getErr().println(sentence(wrong) + " See: laurel help");
      return WRONG_USE;
    });
    return line;
  }

  /** Whether standard error is a terminal; only the launcher script can tell. */
  static boolean isTerminal() {
    return Boolean.getBoolean("laurel.terminal");
  }

  /** What the programme can do; the only place that lists the commands. */
  static String helpText() {
    try (InputStream text = requireNonNull(Laurel.class.getResourceAsStream("help.txt"))) {
      return new String(text.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String sentence(Exception problem) {
    String kind = problem.getClass().getSimpleName();
    String what = requireNonNullElse(problem.getMessage(), kind);
    // The message of most of these is a file's name and nothing else.
    if (problem instanceof IOException)
      what = "reading or writing failed: " + what + " (" + kind + ")";
    return "laurel: " + what + (what.endsWith(".") ? "" : ".");
  }
}
