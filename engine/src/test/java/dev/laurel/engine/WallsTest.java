package dev.laurel.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the engine may know, and what neither it nor the rule language may ask of the machine. */
class WallsTest {
  private static final JavaClasses ENGINE = classesOf("dev.laurel.engine");
  private static final JavaClasses RULES_AND_ENGINE =
      classesOf("dev.laurel.rules", "dev.laurel.engine");

  private static final Set<String> ASKS_THE_MACHINE =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.Clock.tick",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickSeconds",
          "java.time.Clock.tickMinutes",
          "java.time.ZoneId.systemDefault",
          "java.util.Calendar.getInstance",
          "java.util.Date.<init>",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.util.UUID.randomUUID");

  @Test
  void only_the_rule_base_knows_drools() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.laurel.engine.rulebase..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drools..", "org.kie..")
        .because("the rule engine can then be replaced, or compared with another, in one room")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void only_the_rule_base_gives_conditions_a_meaning() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.laurel.engine.rulebase..",
            "dev.laurel.engine.revision..",
            "dev.laurel.engine.editing..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Condition.class, Operand.class)
        .because(
            "a second interpreter could differ from the first; the revision only hands conditions on,"
                + " and editing changes their words without asking what they mean of anybody")
        .check(ENGINE);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.laurel.engine.rulebase..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.laurel.engine.rulebase.Meaning")
        .orShould()
        .callMethod(Comparator.class, "accepts", int.class)
        .because("only Drools' constraints and their explanations compare operands with bounds")
        .check(ENGINE);
  }

  @Test
  void only_the_embedded_server_knows_what_it_is_made_of() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.laurel.engine.embedded..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("de.bwaldvogel..", "org.h2..", "io.netty..")
        .because("whoever stores anything speaks MongoDB's protocol, and so runs on MongoDB too")
        .check(ENGINE);
    noClasses()
        .that()
        .resideInAPackage("dev.laurel.engine.embedded..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.mongodb..", "org.bson..")
        .because("the server must not need the driver that tests it")
        .check(ENGINE);
  }

  @Test
  void only_the_store_knows_the_driver_of_the_database() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.laurel.engine.mongo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.mongodb..", "org.bson..", "dev.laurel.engine.mongo..")
        .because("what is kept is asked for through ports, so that another store can stand in")
        .check(ENGINE);
  }

  @Test
  void the_history_knows_nothing_of_what_it_records() {
    classes()
        .that()
        .resideInAPackage("dev.laurel.engine.history..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "dev.laurel.engine.history..")
        .because("whoever audits it must need nothing else to see that it is whole")
        .check(ENGINE);
  }

  @Test
  void only_the_vault_knows_how_anything_is_sealed() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.laurel.engine.vault..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.crypto.tink..")
        .because("keys that are seen in one room only can be destroyed there for good")
        .check(ENGINE);
  }

  @Test
  void the_engine_knows_no_screen_and_no_framework() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.laurel.ui..", "org.springframework..", "com.vaadin..", "picocli..")
        .because("the engine runs as it is in a batch, in a stream and behind a screen")
        .check(ENGINE);
  }

  @Test
  void time_comes_in_as_an_argument_or_from_a_clock() {
    noClasses()
        .should()
        .accessTargetWhere(readsTheWallClock())
        .orShould()
        .accessTargetWhere(asksTheMachine())
        .because(
            "a decision made again years later, anywhere, must come out the same: time, zone, "
                + "locale and ids are handed in")
        .check(RULES_AND_ENGINE);
  }

  @Test
  void nothing_is_left_to_chance() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.laurel.engine.code..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(RandomGenerator.class)
        .because(
            "what a member earns must be explainable to an auditor; only codes must be such that nobody can guess them")
        .check(RULES_AND_ENGINE);
  }

  @Test
  void the_rooms_form_no_cycle() {
    slices()
        .matching("dev.laurel.(*).(*)..")
        .should()
        .beFreeOfCycles()
        .because("a room in a cycle can be neither understood nor changed alone")
        .allowEmptyShould(true)
        .check(RULES_AND_ENGINE);
  }

  @Test
  void every_package_is_null_marked() {
    var unmarked =
        ENGINE.stream()
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
        "is a now() without a Clock",
        access ->
            access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && target.getName().equals("now")
                && target.getOwner().getPackageName().startsWith("java.time")
                && target.getRawParameterTypes().stream()
                    .noneMatch(type -> type.isEquivalentTo(Clock.class)));
  }

  private static DescribedPredicate<JavaAccess<?>> asksTheMachine() {
    return describe(
        "asks the machine for time, zone, locale or chance",
        access ->
            ASKS_THE_MACHINE.contains(
                access.getTarget().getOwner().getName() + "." + access.getTarget().getName()));
  }

  private static JavaClasses classesOf(String... packages) {
    return new ClassFileImporter()
        .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(place -> !place.contains("-tests.jar"))
        .importPackages(packages);
  }
}
