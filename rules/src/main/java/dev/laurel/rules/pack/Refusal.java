package dev.laurel.rules.pack;

/** A scalar is not what it should be; becomes a fault where the scalar stands. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String remedy;

  Refusal(String code, String message, String remedy) {
    // Refusals are answers, not errors: a broken table may bring thousands, so no stack is walked.
    super(message, null, false, false);
    this.code = code;
    this.remedy = remedy;
  }

  String code() {
    return code;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }
}
