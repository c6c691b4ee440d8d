package dev.laurel.ui;

import static java.util.Objects.requireNonNullElse;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The command line. Exit codes: 0 done, 1 the work itself failed, 2 wrong use.
 *
 * <p>A new command is a class with {@link Command}, named in {@code subcommands} here and in the
 * help text of the script {@code laurel}.
 */
@Command(
    name = "laurel",
    description = "An open loyalty programme configurator.",
    subcommands = HelpCommand.class)
public final class Laurel {
  private static final int WRONG_USE = 2;

  private Laurel() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args.length == 0 ? new String[] {"help"} : args));
  }

  /** The whole command line, with refusals of one sentence; tests give it their own writers. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Laurel());
    line.setParameterExceptionHandler((wrong, args) -> {
      wrong
          .getCommandLine()
          .getErr()
          .println(sentence(requireNonNullElse(wrong.getMessage(), "Wrong use")));
      return WRONG_USE;
    });
    return line;
  }

  private static String sentence(String problem) {
    String stop = problem.endsWith(".") ? "" : ".";
    return "laurel: " + problem + stop + " See: laurel help";
  }
}
