package dev.laurel.ui;

import dev.laurel.engine.operation.NotOpenedException;
import dev.laurel.engine.operation.ProgrammeView;
import dev.laurel.engine.revision.NotEvaluatedException;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.ui.rest.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves a programme until it is told to stop. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {
  private static final Duration PASS = Duration.ofSeconds(5);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--pack")
  private Optional<Path> pack = Optional.empty();

  @Option(names = "--host", defaultValue = "127.0.0.1")
  private String host = "";

  @Option(names = "--port", defaultValue = "8080")
  private int port;

  @Option(names = "--demo-clock")
  private boolean demoClock;

  @Option(names = "--no-auth")
  private boolean noAuth;

  @Option(names = "--new-key")
  private boolean newKey;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Server.Settings settings = settings();
    PrintWriter err = spec.commandLine().getErr();
    if (!Reports.areThere(pack.map(List::of).orElse(List.of()), err)) return Laurel.WRONG_USE;
    try {
      return untilStopped(settings, err);
    } catch (NotOpenedException refusal) {
      err.println("laurel: " + refusal.getMessage());
      return Laurel.WRONG_USE;
    } catch (NotEvaluatedException refusal) {
      return Reports.notEvaluated(refusal, err);
    }
  }

  /** Whoever ends the process waits until all is written and closed. */
  private int untilStopped(Server.Settings settings, PrintWriter err)
      throws IOException, InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  await(closed);
                },
                "run-stop"));
    try (OpenStore store = OpenStore.open(data, Clock.systemUTC())) {
      Optional<Path> example = pack.isPresent() ? Optional.empty() : example();
      boolean first = store.databases().revisions().heads().isEmpty();
      ExampleMembers members = new ExampleMembers(example, first, Clock.systemUTC());
      Optional<Path> named = pack.or(() -> example.filter(_ -> first));
      if (named.isEmpty()) return serve(settings, store, Optional.empty(), members, stop);
      return switch (PackFiles.read(named.get())) {
        case PackResult.Refused(var faults) ->
            Reports.refused("the pack " + named.get(), faults, err);
        case PackResult.Read read -> serve(settings, store, Optional.of(read), members, stop);
      };
    } finally {
      closed.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Server.Settings settings() {
    try {
      return new Server.Settings(InetAddress.getByName(host), port, !noAuth, demoClock, PASS);
    } catch (UnknownHostException unknown) {
      throw new ParameterException(
          spec.commandLine(), "This machine has no address %s.".formatted(host), unknown);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /** The example beside the launcher: it runs where nothing is in force yet and none is named. */
  private static Optional<Path> example() {
    return Optional.ofNullable(System.getProperty("laurel.home"))
        .map(home -> Path.of(home, "samples", "cafe"))
        .filter(Files::isDirectory);
  }

  private int serve(
      Server.Settings settings,
      OpenStore store,
      Optional<PackResult.Read> named,
      ExampleMembers members,
      CountDownLatch stop)
      throws InterruptedException {
    try (Server server =
        Server.start(
            settings,
            store.databases(),
            store.vault(),
            store.databases().credentials(),
            named,
            store.server().map(embedded -> embedded::backup),
            Clock.systemUTC(),
            members::areAllThere)) {
      tell(server, settings, store);
      try (members) {
        members.load(server.operation(), this::tell);
        stop.await();
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private void tell(Server server, Server.Settings settings, OpenStore store) {
    PrintWriter out = spec.commandLine().getOut();
    ProgrammeView view = server.operation().programme();
    var identity = view.revision().pack().pack();
    out.printf(
        "Laurel runs at http://%s:%d: revision %d, pack %s %s, kept in %s.%n",
        literal(settings.address()),
        server.port(),
        view.number(),
        identity.id(),
        identity.version(),
        store.name());
    server
        .secrets()
        .ifPresent(first -> {
          out.println("These are shown once and kept nowhere; note them:");
          out.printf("  %-10s %s%n", "key", first.key());
          out.println("These sign in; each may change the password:");
          first.people().forEach(one -> out.printf("  %-10s %s%n", one.name(), one.password()));
        });
    if (newKey) out.printf("One more key, shown once: %s%n", server.newKey());
    if (!settings.authenticates()) out.println("Nobody is asked who they are (--no-auth).");
    if (settings.demoClock())
      out.printf(
          "The clock may be put forward (--demo-clock); it shows %s, %d days ahead.%n",
          view.now(), view.clockAhead().toDays());
    out.println("Stop it with Ctrl-C.");
    out.flush();
  }

  private void tell(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private static String literal(InetAddress address) {
    String text = address.getHostAddress();
    return text.contains(":") ? "[" + text + "]" : text;
  }
}
