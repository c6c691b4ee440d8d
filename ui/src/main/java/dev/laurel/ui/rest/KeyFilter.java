package dev.laurel.ui.rest;

import dev.laurel.engine.access.AccessKey;
import dev.laurel.engine.recording.StoreUnavailableException;
import dev.laurel.ui.access.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises whoever sends a key. */
final class KeyFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";
  private static final String HEADER = "X-API-Key";

  private final Keys keys;
  private final SecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();

  KeyFilter(Keys keys) {
    this.keys = keys;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> key = key(request);
    if (key.isPresent()) {
      Optional<AccessKey> owner;
      try {
        owner = keys.owner(key.get());
      } catch (StoreUnavailableException e) {
        Problems.unreachable().send(response);
        return;
      }
      if (owner.isEmpty()) {
        Problem.of(ProblemType.UNAUTHORISED, "The key is not known.").send(response);
        return;
      }
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(
              new SignedIn.KeyHolder(owner.get().actor()),
              null,
              Keys.authorities(owner.get().roles())));
      SecurityContextHolder.setContext(context);
      // What is written later, by another thread, is still written for the same owner.
      contexts.saveContext(context, request, response);
    }
    chain.doFilter(request, response);
  }

  private static Optional<String> key(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length()))
      return Optional.of(authorization.substring(BEARER.length()).strip());
    return Optional.ofNullable(request.getHeader(HEADER));
  }
}
