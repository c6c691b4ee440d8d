package dev.laurel.ui.studio.campaigns.wizard;

import dev.laurel.ui.studio.frame.Words;

/** What is asked of a campaign, in this order. */
enum Step {
  GETS,
  FOR,
  WHO,
  WHEN,
  COST;

  /** What it is about, in a word or two. */
  String said() {
    Words words = Words.here();
    return switch (this) {
      case GETS -> words.of("campaigns.ask.gets");
      case FOR -> words.of("campaigns.ask.for");
      case WHO -> words.of("campaigns.ask.who");
      case WHEN -> words.of("campaigns.ask.when");
      case COST -> words.of("campaigns.ask.cost");
    };
  }

  String question() {
    Words words = Words.here();
    return switch (this) {
      case GETS -> words.of("campaigns.ask.gets.question");
      case FOR -> words.of("campaigns.ask.for.question");
      case WHO -> words.of("campaigns.ask.who.question");
      case WHEN -> words.of("campaigns.ask.when.question");
      case COST -> words.of("campaigns.ask.cost.question");
    };
  }

  String how() {
    Words words = Words.here();
    return switch (this) {
      case GETS -> words.of("campaigns.ask.gets.how");
      case FOR -> words.of("campaigns.ask.for.how");
      case WHO -> words.of("campaigns.ask.who.how");
      case WHEN -> words.of("campaigns.ask.when.how");
      case COST -> words.of("campaigns.ask.cost.how");
    };
  }
}
