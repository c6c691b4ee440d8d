package dev.laurel.ui;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A terminal at which commands are tried, and what they print there. */
final class Terminal {
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  /** Runs a command before an empty screen; its exit code. */
  int run(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    CommandLine line = Laurel.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  /** What the last command printed. */
  String out() {
    return out.toString();
  }

  /** What the last command complained of. */
  String err() {
    return err.toString();
  }
}
