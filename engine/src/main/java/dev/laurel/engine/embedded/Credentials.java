package dev.laurel.engine.embedded;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one user of a server, with a password made up when it was opened, as SCRAM-SHA-256 keeps it.
 * Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5802">RFC 5802</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7677">RFC 7677</a>
 */
final class Credentials {
  static final String USER = "laurel";
  static final int ITERATIONS = 4096;

  private static final String HMAC = "HmacSHA256";
  private static final int BITS = 256;

  private final String password = secret();
  private final byte[] salt = HexFormat.of().parseHex(secret());
  private final byte[] storedKey;
  private final byte[] serverKey;

  Credentials() {
    byte[] salted = salted();
    storedKey = sha256(hmac(salted, "Client Key"));
    serverKey = hmac(salted, "Server Key");
  }

  /** 256 random bits, in hexadecimal digits. */
  static String secret() {
    try {
      KeyGenerator generator = KeyGenerator.getInstance(HMAC);
      generator.init(BITS);
      return HexFormat.of().formatHex(generator.generateKey().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw missing(e);
    }
  }

  /** 64 random bits. */
  static long drawn() {
    return Long.parseUnsignedLong(secret().substring(0, Long.BYTES * 2), 16);
  }

  String password() {
    return password;
  }

  byte[] salt() {
    return salt.clone();
  }

  /** Whether the proof shows that the client knows the password. */
  boolean proves(byte[] proof, String conversation) {
    byte[] signature = hmac(storedKey, conversation);
    if (proof.length != signature.length) return false;
    byte[] clientKey = new byte[proof.length];
    for (int i = 0; i < proof.length; i++) clientKey[i] = (byte) (proof[i] ^ signature[i]);
    return MessageDigest.isEqual(sha256(clientKey), storedKey);
  }

  /** What shows the client that the server knows the password too. */
  byte[] signature(String conversation) {
    return hmac(serverKey, conversation);
  }

  private byte[] salted() {
    try {
      var spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw missing(e);
    }
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("This JDK lacks what SCRAM-SHA-256 needs.", e);
  }
}
