package dev.laurel.ui;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.NewPerson;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.PeopleResult;
import dev.laurel.engine.access.Person;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.operation.NotOpenedException;
import dev.laurel.ui.access.PasswordHashing;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Says who may sign in to a store; for whoever has it in hand. */
@Command(name = "user")
final class UserCommand implements Runnable {
  private final InstantSource time = InstantSource.system();
  private final PasswordHashing passwords = new PasswordHashing();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", scope = ScopeType.INHERIT)
  private Optional<Path> data = Optional.empty();

  /** Without one of its own commands it is wrong use. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: laurel user add|list|reset|deactivate.");
  }

  @Command(name = "add")
  int add(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--roles", split = ",", required = true) List<String> roles,
      @Option(names = "--name") Optional<String> displayName) {
    Set<Role> known = known(roles);
    String password = passwords.generated();
    return withPeople(people ->
        told(
            people.add(
                Actor.operator(), new NewPerson(name, displayName.orElse(name), known, password)),
            "%s was added as %s.%n".formatted(name, words(known)) + once(password)));
  }

  @Command(name = "list")
  int list() {
    return withPeople(people -> {
      for (Person person : people.all(Actor.operator()))
        out()
            .printf(
                "%-20s %s%s%n",
                person.name(),
                words(person.roles()),
                person.active()
                    ? person.mustChangePassword() ? " (must change the password)" : ""
                    : " (may not sign in)");
      return CommandLine.ExitCode.OK;
    });
  }

  @Command(name = "reset")
  int reset(@Parameters(paramLabel = "NAME") String name) {
    String password = passwords.generated();
    return withPeople(people ->
        told(
            people.resetPassword(Actor.operator(), name, password),
            "%s has another password.%n".formatted(name) + once(password)));
  }

  @Command(name = "deactivate")
  int deactivate(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--why", defaultValue = "") String why) {
    return withPeople(people ->
        told(
            people.deactivate(Actor.operator(), name, why),
            "%s signs in no more.%n".formatted(name)));
  }

  private static String once(String password) {
    return """
    The password is shown once and good only for changing it: %s
    """
        .formatted(password);
  }

  private Set<Role> known(List<String> words) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : words)
      roles.add(
          Role.of(word)
              .orElseThrow(() ->
                  new ParameterException(
                      spec.commandLine(),
                      "There is no role %s; take %s."
                          .formatted(word, words(List.of(Role.values()))))));
    return roles;
  }

  private static String words(Collection<Role> roles) {
    return roles.stream().map(Role::word).collect(Collectors.joining(", "));
  }

  private int told(PeopleResult result, String done) {
    switch (result) {
      case PeopleResult.Done() -> {
        out().print(done);
        out().flush();
        return CommandLine.ExitCode.OK;
      }
      case PeopleResult.Refused(var refusal) -> {
        err().println("laurel: " + refusal.sentence());
        return Laurel.WRONG_USE;
      }
    }
  }

  /** What is done with the people of a store. */
  @FunctionalInterface
  private interface Work {
    int on(People people);
  }

  private int withPeople(Work work) {
    try (OpenStore store = OpenStore.open(data, time)) {
      People people = new People(store.databases().credentials(), passwords, time);
      if (people.isEmpty()) {
        err()
            .println(
                "laurel: nobody is in this store yet. Start it once with laurel run, which makes the first people and shows how they sign in.");
        return Laurel.WRONG_USE;
      }
      return work.on(people);
    } catch (NotOpenedException refusal) {
      err().println("laurel: " + refusal.getMessage());
      return Laurel.WRONG_USE;
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
