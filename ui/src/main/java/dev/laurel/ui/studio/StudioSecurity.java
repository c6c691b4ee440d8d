package dev.laurel.ui.studio;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.laurel.ui.studio.signin.SignInView;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may see the pages: whoever signed in, or anybody on this machine where nobody is asked. */
public final class StudioSecurity {
  /**
   * Vaadin starts its pages by inline scripts and sets styles inline, so both are allowed; nothing
   * is loaded from anywhere else, and no other page may frame these.
   */
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data:",
          "font-src 'self' data:",
          "object-src 'none'",
          "base-uri 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  /** Style sheets, keys and drawings, which the page for signing in needs too. */
  private static final String STATIC = "/studio/*";

  /** Pages are answered after a forward, when it is too late to add a header. */
  private static final ObjectPostProcessor<HeaderWriterFilter> EAGERLY =
      new ObjectPostProcessor<>() {
        @Override
        public <F extends HeaderWriterFilter> F postProcess(F filter) {
          filter.setShouldWriteHeadersEagerly(true);
          return filter;
        }
      };

  private StudioSecurity() {}

  /** The filters for all pages. */
  public static SecurityFilterChain chain(HttpSecurity http, boolean authenticates)
      throws Exception {
    http.headers(headers ->
        headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
            .withObjectPostProcessor(EAGERLY));
    http.authorizeHttpRequests(all -> all.requestMatchers(STATIC).permitAll());
    http.with(
        VaadinSecurityConfigurer.vaadin(),
        pages -> {
          if (authenticates) pages.loginView(SignInView.class, "/" + SignInView.PATH);
          else
            pages
                .enableNavigationAccessControl(false)
                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::permitAll);
        });
    return http.build();
  }
}
