package dev.laurel.ui;

import dev.laurel.engine.embedded.BrokenBackupException;
import dev.laurel.engine.embedded.DirectoryInUseException;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.embedded.UnknownFormatException;
import dev.laurel.engine.operation.NotOpenedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes all that a store holds into one file, of a store at rest or of a server that runs. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
  private static final int OK = 200;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--data")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--url")
  private Optional<URI> url = Optional.empty();

  @Option(names = "--key")
  private Optional<String> key = Optional.empty();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (url.isPresent() && data.isPresent())
      throw new ParameterException(
          spec.commandLine(), "Both --data and --url name a store. Leave one of them out.");
    PrintWriter err = spec.commandLine().getErr();
    if (Files.exists(file)) {
      err.printf("laurel: %s is there already and was left alone. Name another file.%n", file);
      return Laurel.WRONG_USE;
    }
    Path draft = Path.of(file + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(draft)) {
        if (url.isPresent()) fromServer(url.get(), out);
        else fromDirectory(out);
      }
      try (InputStream written = Files.newInputStream(draft)) {
        EmbeddedServer.verify(written);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (NotOpenedException refused) {
      err.println("laurel: " + refused.getMessage());
      return Laurel.WRONG_USE;
    } catch (BrokenBackupException broken) {
      err.println("laurel: the backup was not written whole (" + broken.getMessage() + ").");
      return Laurel.FAILED;
    } finally {
      Files.deleteIfExists(draft);
    }
    spec.commandLine()
        .getOut()
        .printf("%s holds the whole store (%,d bytes, read back).%n", file, Files.size(file));
    return CommandLine.ExitCode.OK;
  }

  private void fromDirectory(OutputStream out) throws IOException {
    if (OpenStore.mongoDb().isPresent())
      throw new NotOpenedException(
          """
          Nothing was written: %s names a MongoDB, which has tools of its own for this.
          Use mongodump with --db, or unset it to back up a directory.\
          """
              .formatted(OpenStore.MONGODB));
    Path directory = data.orElseGet(OpenStore::usual);
    if (!Files.isDirectory(directory))
      throw new NotOpenedException(
          "Nothing was written: there is no directory %s. Name the store's with --data."
              .formatted(directory));
    try (EmbeddedServer server = EmbeddedServer.open(directory, Settings.safe())) {
      server.backup(out);
    } catch (DirectoryInUseException inUse) {
      throw new NotOpenedException(
          inUse.getMessage()
              + "\nA server that runs is backed up with --url http://localhost:8080 --key KEY.");
    } catch (UnknownFormatException unknown) {
      throw new NotOpenedException(String.valueOf(unknown.getMessage()));
    }
  }

  private void fromServer(URI server, OutputStream out) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1/backup"));
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != OK)
          throw new NotOpenedException(
              "Nothing was written: the server answered %d. Check --url and --key."
                  .formatted(answer.statusCode()));
        body.transferTo(out);
      }
    }
  }
}
