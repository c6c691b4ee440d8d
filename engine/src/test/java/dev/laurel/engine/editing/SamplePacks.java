package dev.laurel.engine.editing;

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

/** The packs that come with the product, as they stand in their folders. */
final class SamplePacks {
  private static final Path SAMPLES = Path.of("..", "samples");

  private SamplePacks() {}

  static List<String> names() {
    try (Stream<Path> all = Files.list(SAMPLES)) {
      return all.filter(folder -> Files.exists(folder.resolve("pack.yaml")))
          .map(folder -> String.valueOf(folder.getFileName()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Pack read(String name) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(SAMPLES.resolve(name))) {
      for (Path file : all.filter(each -> each.toString().endsWith(".yaml")).toList())
        if (!String.valueOf(file.getFileName()).equals("mapping.yaml"))
          files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return switch (PackReader.read(files)) {
      case PackResult.Read read -> read.pack();
      case PackResult.Refused(var faults) -> throw new AssertionError(faults);
    };
  }
}
