package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.language.Message;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether messages can be filled in and sent. */
final class MessageCheck {
  private static final List<String> FILLED_IN =
      List.of("{missing}", "{tier}", "{points}", "{date}");

  /** A placeholder, or a brace that begins or ends none. */
  private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}|[{}]");

  private final Inspection in;
  private final LimitCheck limits;

  MessageCheck(Inspection in) {
    this.in = in;
    this.limits = new LimitCheck(in);
  }

  void check(List<Message> messages) {
    Place.ROOT.of("messages").each(messages, Message::id, this::message);
  }

  private void message(Place at, Message message) {
    message
        .template()
        .byLanguage()
        .forEach((language, words) ->
            placeholders(words, TextCheck.in(at.of("template"), message.template(), language)));
    message
        .quiet()
        .filter(quiet -> quiet.from().equals(quiet.to()))
        .ifPresent(quiet ->
            in.sink()
                .add(
                    "empty-range",
                    at.of("quiet"),
                    quiet.from().toString(),
                    "The quiet time begins and ends at the same time of day.",
                    "Give it an end of its own, or leave it out."));
    at.of("limits").each(message.limits(), Limit::id, this::limit);
    limits.check(message.limits(), List.of(), at.of("limits"));
  }

  private void placeholders(String words, Place at) {
    Matcher braces = BRACES.matcher(words);
    while (braces.find())
      if (!FILLED_IN.contains(braces.group()))
        in.sink().unknown("unknown-placeholder", at, braces.group(), "filled in", () -> FILLED_IN);
  }

  private void limit(Place at, Limit limit) {
    if (limit.of() == Limit.Of.POINTS)
      in.sink()
          .add(
              "points-of-message",
              at.of("of"),
              "points",
              "A message gives no points that could be limited.",
              "Write of: times.");
  }
}
