package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conversation by which one connection shows that it knows the password: SCRAM-SHA-256 without
 * channel binding. Used by the thread of its connection.
 */
final class Login {
  private static final String MECHANISM = "SCRAM-SHA-256";
  private static final String NO_BINDING = "n,,";
  private static final int AUTHENTICATION_FAILED = 18;
  private static final int UNAUTHORIZED = 13;

  private final Credentials credentials;
  private String clientFirst = "";
  private String serverFirst = "";
  private String nonce = "";
  private boolean proven;

  Login(Credentials credentials) {
    this.credentials = credentials;
  }

  /** Refuses whoever has not shown yet that the password is known. */
  void require(String command) {
    if (!proven)
      throw new MongoServerError(
          UNAUTHORIZED, "Unauthorized", "The command %s requires a login.".formatted(command));
  }

  Document start(Document query) {
    if (!MECHANISM.equals(query.get("mechanism"))) throw failed();
    String message = payload(query);
    if (!message.startsWith(NO_BINDING)) throw failed();
    clientFirst = message.substring(NO_BINDING.length());
    Map<String, String> fields = fields(clientFirst);
    if (!Credentials.USER.equals(fields.get("n"))) throw failed();
    nonce = fields.getOrDefault("r", "") + Credentials.secret();
    String salt = Base64.getEncoder().encodeToString(credentials.salt());
    serverFirst = "r=%s,s=%s,i=%d".formatted(nonce, salt, Credentials.ITERATIONS);
    return reply(serverFirst, false);
  }

  Document go(Document query) {
    String message = payload(query);
    if (proven && message.isEmpty()) return reply("", true);
    int proofAt = message.lastIndexOf(",p=");
    Map<String, String> fields = fields(message);
    if (nonce.isEmpty() || proofAt < 0 || !nonce.equals(fields.get("r"))) throw failed();
    String conversation = clientFirst + "," + serverFirst + "," + message.substring(0, proofAt);
    nonce = "";
    proven = credentials.proves(decoded(fields.get("p")), conversation);
    if (!proven) throw failed();
    String signature = Base64.getEncoder().encodeToString(credentials.signature(conversation));
    return reply("v=" + signature, true);
  }

  private static byte[] decoded(@Nullable String base64) {
    try {
      return Base64.getDecoder().decode(base64 == null ? "" : base64);
    } catch (IllegalArgumentException e) {
      throw failed();
    }
  }

  private static String payload(Document query) {
    if (!(query.get("payload") instanceof BinData data)) throw failed();
    return new String(data.getData(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> fields(String message) {
    var fields = new HashMap<String, String>();
    for (String part : message.split(",", -1))
      if (part.length() > 1 && part.charAt(1) == '=')
        fields.put(part.substring(0, 1), part.substring(2));
    return fields;
  }

  private static Document reply(String message, boolean done) {
    var reply =
        new Document("conversationId", 1)
            .append("done", done)
            .append("payload", new BinData(message.getBytes(StandardCharsets.UTF_8)));
    Utils.markOkay(reply);
    return reply;
  }

  private static MongoServerError failed() {
    return new MongoServerError(
        AUTHENTICATION_FAILED,
        "AuthenticationFailed",
        "The login failed. Connect with the connection string that the server gives.");
  }
}
