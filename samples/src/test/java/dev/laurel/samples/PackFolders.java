package dev.laurel.samples;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sample packs as they stand in the folders of this module. */
public final class PackFolders {
  /** Where the tests of a module run: in its folder. */
  private static final Path HERE = Path.of("");

  private PackFolders() {}

  /** The names of all folders that hold a pack, in order. */
  public static List<String> names() {
    try (Stream<Path> folders = Files.list(HERE.toAbsolutePath())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pack.yaml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where this pack stands. */
  public static Path folder(String name) {
    return HERE.resolve(name);
  }

  /** The pack's files by name, mapping and README included. */
  public static SortedMap<String, byte[]> files(String name) {
    try (Stream<Path> files = Files.list(folder(name))) {
      SortedMap<String, byte[]> content = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList())
        content.put(file.getFileName().toString(), Files.readAllBytes(file));
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pack, which must be without fault. */
  public static Pack read(String name) {
    return switch (PackReader.read(files(name))) {
      case PackResult.Read(Pack pack, String digest) -> pack;
      case PackResult.Refused(var faults) ->
          throw new AssertionError(
              name
                  + " is refused:\n"
                  + String.join("\n", faults.stream().map(Object::toString).toList()));
    };
  }
}
