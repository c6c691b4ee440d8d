package dev.laurel.ui;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.time.Clock;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What people touch may know the engine by its public ways only. */
class WallsTest {
  private static final JavaClasses UI =
      new ClassFileImporter()
          .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.laurel.ui");

  @Test
  void a_screen_knows_neither_the_rule_engine_nor_the_store() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.drools..", "org.kie..", "com.mongodb..", "org.bson..", "de.bwaldvogel..")
        .because("a screen draws what the engine says and decides nothing")
        .check(UI);
  }

  @Test
  void only_what_is_served_knows_its_framework() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.laurel.ui.rest..", "dev.laurel.ui.studio..", "dev.laurel.ui.access..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "jakarta.servlet..",
            "com.vaadin..",
            "org.apache.catalina..",
            "io.micrometer..")
        .because("a command that serves nothing must not wait for a framework to load")
        .check(UI);
  }

  @Test
  void pages_know_no_endpoint_and_no_page_knows_another() {
    noClasses()
        .that()
        .resideInAPackage("dev.laurel.ui.studio..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.laurel.ui.rest..", "dev.laurel.ui")
        .because("what a page shows it asks of the engine, not of its own server")
        .check(UI);
    slices()
        .matching("dev.laurel.ui.studio.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            DescribedPredicate.alwaysTrue(),
            JavaClass.Predicates.resideInAPackage("dev.laurel.ui.studio.frame.."))
        .because("pages share the frame and its parts, and nothing else")
        .check(UI);
  }

  @Test
  void the_wall_clock_is_read_through_a_clock_only() {
    noClasses()
        .should()
        .accessTargetWhere(readsTheWallClock())
        .because("a test must be able to set the time, and a user to ask as of another day")
        .allowEmptyShould(true)
        .check(UI);
  }

  @Test
  void the_rooms_form_no_cycle() {
    slices()
        .matching("dev.laurel.(*).(*)..")
        .should()
        .beFreeOfCycles()
        .because("a room in a cycle can be neither understood nor changed alone")
        .allowEmptyShould(true)
        .check(UI);
  }

  @Test
  void every_package_is_null_marked() {
    var unmarked =
        UI.stream()
            .map(JavaClass::getPackage)
            .filter(room -> !room.isAnnotatedWith(NullMarked.class))
            .map(room -> room.getName())
            .collect(toCollection(TreeSet::new));
    assertThat(unmarked)
        .as(
            "packages whose package-info.java is missing or lacks @NullMarked, so null goes unchecked")
        .isEmpty();
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheWallClock() {
    return describe(
        "is a now() without a Clock, or the system's time",
        access ->
            access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && (target.getName().equals("currentTimeMillis")
                    || (target.getName().equals("now")
                        && target.getOwner().getPackageName().startsWith("java.time")
                        && target.getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class)))));
  }
}
