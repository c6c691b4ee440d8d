package dev.laurel.ui.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where nobody is asked who they are, only what is addressed to this machine by name is answered:
 * else a page in a browser here could reach the server under a name of its own.
 */
final class LoopbackFilter extends OncePerRequestFilter {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (NAMES.contains(request.getServerName())) chain.doFilter(request, response);
    else Problem.of(ProblemType.WRONG_HOST, ProblemType.WRONG_HOST.title() + ".").send(response);
  }
}
