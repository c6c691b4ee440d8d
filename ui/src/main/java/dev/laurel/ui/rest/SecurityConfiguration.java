package dev.laurel.ui.rest;

import dev.laurel.engine.recording.StoreUnavailableException;
import dev.laurel.ui.access.SignInTries;
import dev.laurel.ui.studio.StudioSecurity;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who may ask for what: programmes over HTTP, and people in the studio. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final int FIRST = 1;
  private static final String[] FOR_EVERYONE = {
    "/actuator/health", "/actuator/health/**", "/problems/**", "/error"
  };

  /**
   * No cookie is ever made and every change needs a media type that a browser sends across origins
   * only after asking, so there is nothing that a forged request could use.
   */
  @Bean
  @Order(FIRST)
  SecurityFilterChain chain(HttpSecurity http, Keys keys, Server.Settings settings)
      throws Exception {
    http.securityMatcher(Server.WITHOUT_STUDIO)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers ->
            headers
                .contentSecurityPolicy(
                    c -> c.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
        .exceptionHandling(e ->
            e.authenticationEntryPoint((request, response, failure) -> ask(response, failure)));
    if (!settings.authenticates())
      return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
          .addFilterBefore(new LoopbackFilter(), BasicAuthenticationFilter.class)
          .build();
    return http.authorizeHttpRequests(
            all -> all.requestMatchers(FOR_EVERYONE).permitAll().anyRequest().authenticated())
        .httpBasic(basic ->
            basic.authenticationEntryPoint((request, response, failure) -> ask(response, failure)))
        .addFilterBefore(new KeyFilter(keys), BasicAuthenticationFilter.class)
        .build();
  }

  /** Everything else is the studio's, for people with a session. */
  @Bean
  @Order(FIRST + 1)
  SecurityFilterChain studio(HttpSecurity http, Server.Settings settings) throws Exception {
    if (!settings.authenticates())
      http.addFilterBefore(new LoopbackFilter(), BasicAuthenticationFilter.class);
    return StudioSecurity.chain(http, settings.authenticates());
  }

  private static void ask(HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure.getCause() instanceof StoreUnavailableException) {
      Problems.unreachable().send(response);
      return;
    }
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Laurel\", charset=\"UTF-8\"");
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Laurel\"");
    Problem.of(ProblemType.UNAUTHORISED, ProblemType.UNAUTHORISED.title() + ".").send(response);
  }

  /** Each filter measured by itself cost a tenth of all that a posted event does. */
  @Bean
  SecurityObservationSettings observations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SignInTries tries() {
    return new SignInTries(TimeMeter.SYSTEM_NANOTIME);
  }

  @Bean
  ApplicationListener<AbstractAuthenticationEvent> counting(SignInTries tries) {
    return event -> {
      String name = event.getAuthentication().getName();
      if (event instanceof AuthenticationFailureBadCredentialsEvent) tries.failed(name, address());
      else if (event instanceof AuthenticationSuccessEvent) tries.succeeded(name, address());
    };
  }

  /** Where whoever asks in this thread comes from. */
  private static String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
        ? asked.getRequest().getRemoteAddr()
        : "";
  }

  @Bean
  UserDetailsService users(Keys keys, SignInTries tries) {
    return name ->
        keys.person(name)
            .map(person ->
                User.withUsername(name)
                    .password(person.hash())
                    .disabled(!person.active())
                    .accountLocked(!tries.mayTry(name, address()))
                    .authorities(Keys.authorities(person.actor().roles()))
                    .build())
            .orElseThrow(() -> new UsernameNotFoundException("Nobody is called so."));
  }

  /** Ids of members and events may hold any character, so they come escaped. */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowUrlEncodedSlash(true);
    firewall.setAllowUrlEncodedDoubleSlash(true);
    firewall.setAllowUrlEncodedPercent(true);
    firewall.setAllowUrlEncodedPeriod(true);
    firewall.setAllowSemicolon(true);
    firewall.setAllowBackSlash(true);
    return firewall;
  }
}
