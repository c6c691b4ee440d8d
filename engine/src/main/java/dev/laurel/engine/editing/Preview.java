package dev.laurel.engine.editing;

import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * What edits would make of the draft, before they are made. Immutable.
 *
 * @param sentence the sentence with the word, as it would read; empty where it says no such word
 * @param word the word, as it would read
 * @param faults those that the draft has not now
 */
public record Preview(Optional<String> sentence, Optional<String> word, List<Fault> faults) {
  public Preview {
    faults = List.copyOf(faults);
  }

  /**
   * Looks at it.
   *
   * @param place of the word
   */
  public static Preview of(DraftView draft, List<Edit> edits, String place, Speaker speaker) {
    Optional<Tree> after = Edits.applied(draft.tree(), edits);
    if (after.isEmpty()) return new Preview(Optional.empty(), Optional.empty(), List.of());
    Optional<Sentence> sentence = Spoken.sentence(after.get(), place, speaker);
    List<Fault> faults =
        switch (PackTree.check(after.get())) {
          case PackResult.Read _ -> List.of();
          case PackResult.Refused(var all) ->
              all.stream().filter(fault -> !draft.faults().contains(fault)).toList();
        };
    return new Preview(
        sentence.map(speaker::say),
        sentence.flatMap(of -> Spoken.word(of, place, speaker)),
        faults);
  }

  /**
   * All that would be said about an element, as one text.
   *
   * @param place of the element, such as a rule's or a campaign's
   */
  public static String text(DraftView draft, List<Edit> edits, String place, Speaker speaker) {
    return Edits.applied(draft.tree(), edits)
        .map(tree -> Spoken.about(tree, place, speaker).strip())
        .orElse("");
  }
}
