package dev.laurel.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Processes of their own for what is measured: Laurel with the libraries of {@code laurel run} and
 * no others, other engines with theirs.
 *
 * @param ours the class path of Laurel and the bench
 * @param theirs the same with the other engines
 * @param out where raw results and logs go
 */
record Children(String ours, String theirs, Path out) {
  /** The same for every engine. */
  static final List<String> JVM =
      List.of(
          "-XX:+UseParallelGC",
          "-Xms1g",
          "-Xmx2g",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  static Children here() {
    return new Children(
        System.getProperty("laurel.bench.ours", System.getProperty("java.class.path")),
        System.getProperty("laurel.bench.theirs", System.getProperty("java.class.path")),
        Path.of(System.getProperty("laurel.bench.out", "target/bench/raw")));
  }

  /** What a child came to. */
  sealed interface Ended {
    record Well() implements Ended {}

    /** The last line that tells why. */
    record Badly(String reason) implements Ended {}
  }

  /** Runs a main class; what it prints goes to a log. */
  Ended java(boolean peers, String log, String mainClass, List<String> args, long minutes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.add("-Dlaurel.bench.out=" + out);
    command.add("-cp");
    command.add(peers ? theirs : ours);
    command.add(mainClass);
    command.addAll(args);
    return run(log, command, out.toFile(), minutes);
  }

  /** Runs a command in a folder; what it prints goes to a log. */
  Ended run(String log, List<String> command, File in, long minutes)
      throws IOException, InterruptedException {
    Files.createDirectories(out);
    Path file = out.resolve(log + ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(in)
            .redirectErrorStream(true)
            .redirectOutput(file.toFile())
            .start();
    try {
      if (!process.waitFor(minutes, TimeUnit.MINUTES))
        return new Ended.Badly("it was not done after %d minutes".formatted(minutes));
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    return process.exitValue() == 0 ? new Ended.Well() : new Ended.Badly(reason(file));
  }

  /** The line of a log that tells best why something failed. */
  private static String reason(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log).stream().filter(l -> !l.isBlank()).toList();
    for (String line : lines)
      if (line.contains("Exception") || line.contains("Error"))
        return line.strip().substring(0, Math.min(200, line.strip().length()));
    return lines.isEmpty() ? "it said nothing" : lines.getLast().strip();
  }
}
