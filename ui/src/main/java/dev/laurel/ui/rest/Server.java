package dev.laurel.ui.rest;

import dev.laurel.engine.access.CredentialStore;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.audit.Audit;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.finder.Finder;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.operation.LaurelClock;
import dev.laurel.engine.operation.NotOpenedException;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.Storage;
import dev.laurel.engine.rehearsal.Rehearsals;
import dev.laurel.engine.scenario.DraftScenarios;
import dev.laurel.engine.support.Support;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.Studio;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A programme that is served over HTTP. Thread-safe. */
public final class Server implements AutoCloseable {
  /** What is served to programmes; everything else is the studio. */
  static final String[] WITHOUT_STUDIO = {"/api/**", "/actuator/**", "/problems/**", "/error"};

  /** Requests are served by as many threads as the store has connections for. */
  private static final int THREADS = 64;

  /**
   * How it is served.
   *
   * @param address on which requests are awaited
   * @param port 0 finds a free one
   * @param authenticates whether whoever asks must say who they are
   * @param demoClock whether the clock may be put forward
   * @param pass how long after doing what fell due it is looked for again
   */
  public record Settings(
      InetAddress address, int port, boolean authenticates, boolean demoClock, Duration pass) {
    /**
     * @throws IllegalArgumentException when anyone in a network could ask anything
     */
    public Settings {
      if (!authenticates && !address.isLoopbackAddress())
        throw new IllegalArgumentException(
            "Without authentication only this machine may ask: leave out --host or --no-auth.");
      if (port < 0 || port > 65_535)
        throw new IllegalArgumentException("A port is 0 to 65535, not %d.".formatted(port));
    }
  }

  /** What is told once, at the first start. */
  public record Secrets(String key, List<SignIn> people) {
    public Secrets {
      people = List.copyOf(people);
    }

    /** How somebody of this role signs in. */
    public SignIn of(Role role) {
      return people.stream().filter(one -> one.role() == role).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
      return "secrets of " + people;
    }
  }

  /** A sign-in with its generated password. */
  public record SignIn(String name, Role role, String password) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Whoever does nothing for so long signs in again. */
  private static final String SESSION = "30m";

  private final Operation operation;
  private final ServletWebServerApplicationContext context;
  private final Keys keys;
  private final Optional<Secrets> secrets;

  private Server(
      Operation operation,
      ServletWebServerApplicationContext context,
      Keys keys,
      Optional<Secrets> secrets) {
    this.operation = operation;
    this.context = context;
    this.keys = keys;
    this.secrets = secrets;
  }

  /**
   * Starts it.
   *
   * @param vault see {@link Operation#open}
   * @param backups copies of the store; empty where it has tools of its own for that
   * @param pack see {@link Operation#open}
   * @param passes whether time passes; see {@link Operation#start(Duration, BooleanSupplier)}
   * @throws NotOpenedException when it cannot be run as asked, or the port is taken
   */
  public static Server start(
      Settings settings,
      Storage storage,
      Vault vault,
      CredentialStore credentials,
      Optional<PackResult.Read> pack,
      Optional<Backups> backups,
      InstantSource time,
      BooleanSupplier passes) {
    Meters meters = new Meters();
    LaurelClock clock =
        LaurelClock.of(time, System::nanoTime, storage.clock(), settings.demoClock());
    Operation operation = Operation.open(new TimedStorage(storage, meters), vault, pack, clock);
    try {
      PasswordEncoder passwords = new BCryptPasswordEncoder();
      People people = new People(credentials, Keys.hashing(passwords), time);
      Keys keys = new Keys(people, System::nanoTime);
      Drafts drafts = new Drafts(storage.drafts(), operation.published(), clock);
      Governance governance =
          new Governance(
              storage.programmeHistory(),
              drafts,
              operation.published(),
              operation.publishing(),
              clock);
      governance.settle();
      Support support = new Support(storage.memberHistory(), operation, clock);
      support.settle();
      SpringApplication application = application(settings);
      application.addInitializers((GenericApplicationContext context) -> {
        context.registerBean(Operation.class, () -> operation, d -> d.setDestroyMethodName(""));
        context.registerBean(Enrolments.class, () -> new Enrolments(operation));
        context.registerBean(MemberJson.class, () -> new MemberJson(operation::terms));
        context.registerBean(Meters.class, () -> meters);
        context.registerBean(PasswordEncoder.class, () -> passwords);
        context.registerBean(Keys.class, () -> keys);
        context.registerBean(People.class, () -> people);
        context.registerBean(Drafts.class, () -> drafts);
        context.registerBean(Governance.class, () -> governance);
        context.registerBean(DraftScenarios.class, () -> new DraftScenarios(drafts));
        context.registerBean(Audit.class, () -> new Audit(governance, people, support));
        context.registerBean(Support.class, () -> support);
        context.registerBean(Rehearsals.class, () -> new Rehearsals(operation, drafts));
        context.registerBean(Finder.class, () -> new Finder(operation, drafts, governance));
        context.registerBean(SignedIn.class, () -> new SignedIn(people, settings.authenticates()));
        context.registerBean(Settings.class, () -> settings);
        backups.ifPresent(store -> context.registerBean(Backups.class, () -> store));
      });
      var context = (ServletWebServerApplicationContext) application.run();
      meters.keep(operation, context.getBean(PrometheusMeterRegistry.class));
      operation.start(settings.pass(), passes);
      return new Server(
          operation, context, keys, settings.authenticates() ? keys.first() : Optional.empty());
    } catch (RuntimeException e) {
      operation.close();
      throw taken(e)
          .<RuntimeException>map(port ->
              new NotOpenedException(
                  """
                  The server was not started: port %d is taken by another programme.
                  Stop that one, or name another port with --port.\
                  """
                      .formatted(port)))
          .orElse(e);
    }
  }

  /** The port that is taken, where that is why nothing started. */
  private static Optional<Integer> taken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause())
      if (cause instanceof PortInUseException taken) return Optional.of(taken.getPort());
    return Optional.empty();
  }

  private static SpringApplication application(Settings settings) {
    // Logs go where the command line says; there is no second framework to set up for them.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SpringApplication application = new SpringApplication(Endpoints.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(false);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", settings.address().getHostAddress());
    properties.put("server.port", settings.port());
    properties.put("server.shutdown", "graceful");
    properties.put("server.tomcat.threads.max", THREADS);
    // A till keeps its connection for as long as it likes.
    properties.put("server.tomcat.max-keep-alive-requests", -1);
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
    properties.put("spring.web.resources.add-mappings", false);
    properties.put("spring.jmx.enabled", false);
    properties.put("server.servlet.session.timeout", SESSION);
    properties.put("server.servlet.session.cookie.same-site", "lax");
    properties.put("server.servlet.session.cookie.http-only", true);
    properties.put("server.servlet.session.tracking-modes", "cookie");
    properties.put("vaadin.productionMode", true);
    properties.put("vaadin.allowed-packages", Studio.class.getPackageName());
    properties.put("vaadin.exclude-urls", String.join(",", WITHOUT_STUDIO));
    properties.put("management.endpoints.web.exposure.include", "health,prometheus");
    properties.put("management.endpoint.health.show-details", "always");
    properties.put("management.endpoint.health.probes.enabled", true);
    properties.put(
        "management.endpoint.health.group.readiness.include", "readinessState,programme");
    properties.put("management.endpoint.health.group.readiness.show-details", "always");
    properties.put("management.health.defaults.enabled", false);
    // Neither the environment nor a file that happens to lie here may change what is served.
    application.addInitializers(context ->
        context
            .getEnvironment()
            .getPropertySources()
            .addFirst(new MapPropertySource("laurel", properties)));
    application.setDefaultProperties(Map.of("spring.config.location", "optional:classpath:/none/"));
    return application;
  }

  /** What is served. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({
    Problems.class,
    EventsEndpoint.class,
    RedemptionsEndpoint.class,
    MembersEndpoint.class,
    MessagesEndpoint.class,
    ErasureEndpoint.class,
    ProgrammeEndpoint.class,
    OverviewEndpoint.class,
    BackupEndpoint.class,
    DraftEndpoint.class,
    PacksEndpoint.class,
    HistoryEndpoint.class,
    PasswordEndpoint.class,
    SecurityConfiguration.class,
    Studio.class,
    HealthConfiguration.class
  })
  static class Endpoints {
    /** Ids with a slash come escaped, and stay one part of the path. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashes() {
      return factory -> {
        factory.addConnectorCustomizers(connector -> {
          connector.setEncodedSolidusHandling("passthrough");
          connector.setEncodedReverseSolidusHandling("passthrough");
        });
        factory.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host)
            host.setErrorReportValveClass(Rejections.class.getName());
        });
      };
    }
  }

  /** The port on which requests are awaited. */
  public int port() {
    return Objects.requireNonNull(context.getWebServer()).getPort();
  }

  /** Methods and paths that are served, such as {@code get /api/v1/programme}. */
  Set<String> endpoints() {
    Set<String> all = new TreeSet<>();
    for (RequestMappingInfo mapping :
        context
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet())
      for (var method : mapping.getMethodsCondition().getMethods())
        for (String path : mapping.getPatternValues())
          all.add(method.name().toLowerCase(Locale.ROOT) + " " + path);
    return all;
  }

  /** What must be told now, since it is kept nowhere; empty but for the first start. */
  public Optional<Secrets> secrets() {
    return secrets;
  }

  /** Makes one more key, such as for whoever lost the first; it is told now and kept nowhere. */
  public String newKey() {
    return newKey(Keys.KEY_ROLES);
  }

  /** The same with these roles. */
  String newKey(Set<Role> roles) {
    return keys.another(roles);
  }

  /** Which programme runs. */
  public Operation operation() {
    return operation;
  }

  /** Takes no more requests, finishes those under way, and drains what waits. */
  @Override
  public void close() {
    context.close();
    operation.close();
  }
}
