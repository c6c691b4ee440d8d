package dev.laurel.ui;

import dev.laurel.engine.embedded.BrokenBackupException;
import dev.laurel.engine.embedded.DirectoryInUseException;
import dev.laurel.engine.embedded.DirectoryNotEmptyException;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.vault.MasterKeyFile;
import dev.laurel.engine.vault.TombstoneFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a store of a backup in a directory that is empty. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--data")
  private Optional<Path> data = Optional.empty();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (!Reports.areThere(List.of(file), err)) return Laurel.WRONG_USE;
    Path directory = data.orElseGet(OpenStore::usual);
    try (InputStream backup = new BufferedInputStream(Files.newInputStream(file))) {
      EmbeddedServer.restore(backup, directory);
    } catch (DirectoryNotEmptyException | DirectoryInUseException taken) {
      err.println("laurel: " + taken.getMessage());
      return Laurel.WRONG_USE;
    } catch (BrokenBackupException broken) {
      err.println("laurel: " + broken.getMessage());
      return Laurel.FAILED;
    }
    spec.commandLine()
        .getOut()
        .printf(
            """
            %s holds what %s held (read back).
            Before it is run, copy %s and %s of the store that was backed up into it.
            """,
            directory, file, MasterKeyFile.NAME, TombstoneFile.NAME);
    return CommandLine.ExitCode.OK;
  }
}
