package dev.laurel.engine.editing;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.sentence.Passage;
import dev.laurel.rules.sentence.Run;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a word would read if something else stood there: the sentence is said anew with each, so that
 * a choice is offered in the very words that would be read once it is made. Stateless.
 */
final class Spoken {
  private Spoken() {}

  /** The passage of the element in which a place lies; empty where it is in none that has one. */
  static Optional<Passage> passage(Pack pack, String place) {
    String[] way = place.split("/", -1);
    if (way.length < 2) return Optional.empty();
    Sentences sentences = Sentences.of(pack);
    String at = way[0] + "/" + way[1];
    return switch (way[0]) {
      case "earning" ->
          find(pack.earning(), each -> each.id().equals(way[1]))
              .map(group -> sentences.group(at, group));
      case "campaigns" ->
          find(pack.campaigns(), each -> each.id().equals(way[1]))
              .map(campaign -> sentences.campaign(at, campaign));
      case "ladders" ->
          find(pack.ladders(), each -> each.id().equals(way[1]))
              .map(ladder -> sentences.ladder(at, ladder));
      case "segments" ->
          find(pack.segments(), each -> each.id().equals(way[1]))
              .map(segment -> sentences.segment(at, segment));
      case "benefits" ->
          find(pack.benefits(), each -> each.id().equals(way[1]))
              .map(benefit -> sentences.benefit(at, benefit));
      case "challenges" ->
          find(pack.challenges(), each -> each.id().equals(way[1]))
              .map(challenge -> sentences.challenge(at, challenge));
      case "tables" ->
          find(pack.tables(), each -> each.id().equals(way[1]))
              .map(table -> sentences.table(at, table, 0, Integer.MAX_VALUE));
      default -> Optional.empty();
    };
  }

  private static <T> Optional<T> find(List<T> all, Function<T, Boolean> wanted) {
    return all.stream().filter(wanted::apply).findFirst();
  }

  /** The pack as far as its sentences are about it; scenarios, its largest part, are not read. */
  private static Optional<Pack> pack(Tree tree) {
    return PackTree.wellFormed(
        tree instanceof Tree.Branch(var entries)
            ? new Tree.Branch(
                entries.stream().filter(entry -> !entry.key().equals("scenarios")).toList())
            : tree);
  }

  /** The sentence in which a place is a word, or that is about what is around it. */
  static Optional<Sentence> sentence(Tree tree, String place, Speaker speaker) {
    return pack(tree)
        .flatMap(pack -> passage(pack, place))
        .flatMap(passage -> sentence(passage, place, speaker));
  }

  private static Optional<Sentence> sentence(Passage passage, String place, Speaker speaker) {
    List<Sentence> all = new ArrayList<>();
    collect(passage, all);
    return all.stream().filter(each -> word(each, place, speaker).isPresent()).findFirst();
  }

  private static void collect(Passage passage, List<Sentence> all) {
    all.addAll(passage.sentences());
    passage.parts().forEach(part -> collect(part, all));
  }

  /** What a word reads within its sentence. */
  static Optional<String> word(Sentence sentence, String place, Speaker speaker) {
    return speaker.runs(sentence).stream()
        .filter(run -> run instanceof Run.Word(var _, var at, var _) && at.equals(place))
        .map(Run::text)
        .findFirst();
  }

  /**
   * What is said of each of several trees that differ at a place: the word where each has one, else
   * that in which their sentences differ. An empty text where it is not said.
   *
   * @param around the place of what the sentences are about, such as that of a rule
   */
  static List<String> each(List<Tree> trees, String place, String around, Speaker speaker) {
    List<Optional<String>> words =
        trees.stream()
            .map(tree -> sentence(tree, place, speaker).flatMap(each -> word(each, place, speaker)))
            .toList();
    if (words.stream().allMatch(Optional::isPresent))
      return words.stream().map(word -> word.orElse("")).toList();
    return contrast(trees.stream().map(tree -> about(tree, around, speaker)).toList());
  }

  /** All that is said about an element, as one text. */
  static String about(Tree tree, String around, Speaker speaker) {
    return pack(tree)
        .flatMap(pack -> passage(pack, around))
        .flatMap(passage -> below(passage, around))
        .map(passage -> {
          StringBuilder text = new StringBuilder();
          passage.sentences().forEach(each -> text.append(speaker.say(each)).append(' '));
          return text.toString();
        })
        .orElse("");
  }

  /** The passage about a place among a passage and its parts; the nearest around it. */
  static Optional<Passage> below(Passage passage, String place) {
    for (Passage part : passage.parts())
      if (place.equals(part.place()) || place.startsWith(part.place() + "/"))
        return below(part, place);
    return Optional.of(passage);
  }

  /** Texts without what all of them begin and end with, cut between words. */
  static List<String> contrast(List<String> texts) {
    if (texts.size() < 2) return texts;
    String first = texts.getFirst();
    int begin = first.length();
    int end = first.length();
    for (String text : texts) {
      begin = Math.min(begin, common(first, text, false));
      end = Math.min(end, common(first, text, true));
    }
    begin = wordStart(first, begin);
    int tail = wordEnd(first, end);
    int from = begin;
    return texts.stream()
        .map(text -> text.length() - tail <= from ? "" : text.substring(from, text.length() - tail))
        .map(text -> text.strip().replaceAll("^[,;，；、]\\s*|[,;.，；。、]$", ""))
        .toList();
  }

  private static int common(String one, String other, boolean fromEnd) {
    int most = Math.min(one.length(), other.length());
    int same = 0;
    while (same < most
        && (fromEnd
            ? one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)
            : one.charAt(same) == other.charAt(same))) same++;
    return same;
  }

  /** Back to where the word begins in which a text would be cut; Han script has no such words. */
  private static int wordStart(String text, int cut) {
    int at = cut;
    while (at > 0 && isWithinWord(text, at)) at--;
    return at;
  }

  private static int wordEnd(String text, int tail) {
    int left = tail;
    while (left > 0 && isWithinWord(text, text.length() - left)) left--;
    return left;
  }

  private static boolean isWithinWord(String text, int at) {
    if (!isLetter(text.charAt(at - 1))) return false;
    return at == text.length() || isLetter(text.charAt(at));
  }

  private static boolean isLetter(char sign) {
    return Character.isLetterOrDigit(sign)
        && Character.UnicodeScript.of(sign) != Character.UnicodeScript.HAN;
  }
}
