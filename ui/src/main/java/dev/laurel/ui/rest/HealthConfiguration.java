package dev.laurel.ui.rest;

import dev.laurel.engine.operation.Operation;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells whoever watches how the programme is doing. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
  @Bean
  HealthIndicator programme(Operation operation) {
    return () -> {
      dev.laurel.engine.operation.Health health = operation.health();
      return (health.reachable() ? Health.up() : Health.outOfService())
          .withDetail("storeReachable", health.reachable())
          .withDetail("outboxBacklog", health.outboxBacklog())
          .withDetail("dueBacklog", health.dueBacklog())
          .withDetail("now", health.now().toString())
          .withDetail("clockAheadSeconds", health.clockAhead().toSeconds())
          .build();
    };
  }
}
