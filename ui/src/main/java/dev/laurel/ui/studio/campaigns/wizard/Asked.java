package dev.laurel.ui.studio.campaigns.wizard;

import dev.laurel.engine.editing.Audiences;
import dev.laurel.engine.editing.RulePages.CampaignCard;
import dev.laurel.engine.editing.RulePages.Rule;
import dev.laurel.engine.editing.Wordings;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Run;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.DraftHost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A campaign of the draft, by what is asked of it. */
record Asked(DraftHost host, Pack pack, CampaignCard card) {
  String place() {
    return card.of().place();
  }

  /** Its sentences and then those of its rules. */
  List<Sentence> sentences() {
    List<Sentence> all = new ArrayList<>(card.of().passage().sentences());
    for (Rule rule : card.rules()) all.addAll(rule.passage().sentences());
    return all;
  }

  /** Those sentences that answer a question; how rules meet, for one, is not asked. */
  List<Sentence> answering() {
    return sentences().stream()
        .filter(sentence -> host.speaker().runs(sentence).stream().anyMatch(this::isAsked))
        .toList();
  }

  private boolean isAsked(Run run) {
    return run instanceof Run.Word word
        && Arrays.stream(Step.values()).anyMatch(step -> isOf(step, word.place()));
  }

  /** Those questions that this campaign has words for. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (Step step : Step.values())
      if (step == Step.WHO || step == Step.WHEN || step == Step.COST || !words(step).isEmpty())
        steps.add(step);
    return steps;
  }

  /** The words that answer a question and can be changed, each once. */
  List<Run.Word> words(Step step) {
    Wordings wordings = host.wordings();
    List<Run.Word> words = new ArrayList<>();
    for (Sentence sentence : sentences())
      for (Run run : host.speaker().runs(sentence))
        if (run instanceof Run.Word word
            && isOf(step, word.place())
            && wordings.isChangeable(word.place())
            && words.stream().noneMatch(each -> isSame(each.place(), word.place())))
          words.add(word);
    return words;
  }

  /** The first and the last day are typed together. */
  private boolean isSame(String place, String other) {
    String schedule = place() + "/schedule/";
    return place.equals(other)
        || (List.of(schedule + "from", schedule + "to").contains(place)
            && List.of(schedule + "from", schedule + "to").contains(other));
  }

  /** Whether a word at a place answers a question. */
  boolean isOf(Step step, String place) {
    boolean ofRule = card.rules().stream().anyMatch(rule -> place.startsWith(rule.place() + "/"));
    return switch (step) {
      case GETS -> ofRule && place.contains("/then/") && !place.endsWith("/of");
      case FOR -> ofRule && place.contains("/when");
      case WHO -> place.startsWith(place() + "/audience") || place.equals(place() + "/when/tier");
      case WHEN -> place.startsWith(place() + "/schedule");
      case COST -> place.startsWith(place() + "/budget") || place.equals(place() + "/firstMembers");
    };
  }

  List<Audiences.Choice> audiences() {
    return Audiences.of(host.draft().tree(), pack, host.speaker(), place());
  }

  boolean has(String part) {
    return Trees.at(host.draft().tree(), place() + "/" + part).isPresent();
  }

  /** What is answered so far, as short as it can be said. */
  String answer(Step step) {
    Words words = Words.here();
    return switch (step) {
      case GETS, FOR -> said(step).orElse("–");
      case WHO ->
          audiences().stream()
              .filter(Audiences.Choice::isChosen)
              .findFirst()
              .map(Asked::name)
              .orElseGet(() -> words.of("campaigns.ask.who.other"));
      case WHEN -> said(step).orElseGet(() -> words.of("campaigns.ask.when.always"));
      case COST -> said(step).orElseGet(() -> words.of("campaigns.ask.cost.none"));
    };
  }

  /** What is said from the first to the last word that answers it, in each sentence that does. */
  private Optional<String> said(Step step) {
    List<String> all = new ArrayList<>();
    for (Sentence sentence : sentences()) {
      List<Run> runs = host.speaker().runs(sentence);
      List<Integer> at = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++)
        if (runs.get(i) instanceof Run.Word word && answers(step, word)) at.add(i);
      if (!at.isEmpty())
        all.add(
            runs.subList(at.getFirst(), at.getLast() + 1).stream()
                .map(Run::text)
                .collect(Collectors.joining()));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(Words.here().list(all));
  }

  /** Who gets it is a question of its own. */
  private boolean answers(Step step, Run.Word word) {
    return isOf(step, word.place()) && (step != Step.GETS || word.kind() != Phrase.Kind.WHO);
  }

  /** Who is meant by a choice. */
  static String name(Audiences.Choice choice) {
    Words words = Words.here();
    return switch (choice.who()) {
      case Audiences.Who.Everyone() -> words.of("campaigns.ask.who.everyone");
      case Audiences.Who.FromTier _ -> words.of("campaigns.ask.who.tier", choice.said());
      case Audiences.Who.InSegment _ -> words.of("campaigns.ask.who.segment", choice.said());
    };
  }
}
