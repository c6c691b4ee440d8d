package dev.laurel.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.language.Pack;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The reference of the language tells all of it, each construct with an example that is read. */
class LanguageReferenceTest {
  private static final Path COMMITTED = Path.of("docs", "language.md");
  private final LanguageExamples examples = new LanguageExamples();

  @Test
  void the_committed_reference_is_that_of_the_language() throws IOException {
    String reference = LanguageReference.of(examples);
    Files.writeString(Path.of("target", "language.md"), reference);
    String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    assertThat(committed.equals(reference))
        .as("Copy rules/target/language.md to rules/docs.")
        .isTrue();
  }

  @Test
  void each_construct_occurs_in_an_example() {
    Set<String> missing = new TreeSet<>();
    for (Class<?> construct : constructs())
      if (examples.of(construct).isEmpty()) missing.add(LanguageExamples.name(construct));
    assertThat(missing).isEmpty();
  }

  @Test
  void each_key_and_each_word_of_an_enum_occurs_in_an_example() {
    Set<String> missing = new TreeSet<>();
    for (Class<?> construct : constructs()) {
      for (RecordComponent component : construct.getRecordComponents()) {
        String key = LanguageExamples.name(construct) + "." + component.getName();
        if (!examples.isUsed(key)) missing.add(key);
        if (component.getType().isEnum()) words(component.getType(), missing);
      }
      for (Class<?> inner : construct.getDeclaredClasses())
        if (inner.isEnum()) words(inner, missing);
    }
    assertThat(missing).isEmpty();
  }

  private void words(Class<?> type, Set<String> missing) {
    for (String word : Shape.words(type).keySet()) {
      String use = LanguageExamples.name(type) + "=" + word;
      if (!examples.isUsed(use)) missing.add(use);
    }
  }

  /** All records and variants that a pack or a mapping can hold. */
  private static Set<Class<?>> constructs() {
    Set<Class<?>> all = new LinkedHashSet<>();
    gather(Shapes.of(Pack.class), all);
    gather(Shapes.of(Mapping.class), all);
    return all;
  }

  private static void gather(Shape shape, Set<Class<?>> all) {
    switch (shape) {
      case Shape.Maybe(var of) -> gather(of, all);
      case Shape.Many(var of) -> gather(of, all);
      case Shape.ByKey(var _, var of) -> gather(of, all);
      case Shape.Fields fields -> {
        if (all.add(fields.type())) fields.fields().forEach(field -> gather(field.shape(), all));
      }
      case Shape.Variants family -> family.byWord().values().forEach(each -> gather(each, all));
      case Shape.Leaf _, Shape.Special _ -> {}
    }
  }
}
