package dev.laurel.engine.access;

/** Port: how passwords are hashed, slowly. Implementations are thread-safe. */
public interface Passwords {
  String hash(String password);

  boolean matches(String password, String hash);
}
