package dev.laurel.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the rule language may know. */
class WallsTest {
  private static final JavaClasses RULES =
      new ClassFileImporter()
          .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.laurel.rules");

  @Test
  void the_language_knows_only_java_and_its_yaml_reader() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..", "org.snakeyaml.engine..", "org.jspecify..", "dev.laurel.rules.."))
        .because(
            "a rule pack is read, checked and read aloud wherever it travels, without an engine, "
                + "a store, a screen or a framework")
        .check(RULES);
  }

  @Test
  void the_language_opens_no_file_and_no_connection() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.file..", "java.sql..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            File.class,
            FileInputStream.class,
            FileOutputStream.class,
            FileReader.class,
            FileWriter.class,
            RandomAccessFile.class,
            Process.class,
            ProcessBuilder.class)
        .because(
            "whoever reads a pack hands in a stream; a crafted pack must have nothing to reach")
        .check(RULES);
  }

  @Test
  void the_rooms_form_no_cycle() {
    slices()
        .matching("dev.laurel.(*).(*)..")
        .should()
        .beFreeOfCycles()
        .because("a room in a cycle can be neither understood nor changed alone")
        .allowEmptyShould(true)
        .check(RULES);
  }

  @Test
  void every_package_is_null_marked() {
    var unmarked =
        RULES.stream()
            .map(JavaClass::getPackage)
            .filter(room -> !room.isAnnotatedWith(NullMarked.class))
            .map(room -> room.getName())
            .collect(toCollection(TreeSet::new));
    assertThat(unmarked)
        .as(
            "packages whose package-info.java is missing or lacks @NullMarked, so null goes unchecked")
        .isEmpty();
  }
}
