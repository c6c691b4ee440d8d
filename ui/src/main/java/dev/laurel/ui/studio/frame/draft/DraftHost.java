package dev.laurel.ui.studio.frame.draft;

import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.editing.Answers;
import dev.laurel.engine.editing.Wordings;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.ui.studio.frame.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The page on which words are changed. */
public interface DraftHost {
  /** The draft as the page shows it. */
  DraftView draft();

  /** The revision in force, as a tree. */
  Tree live();

  /** What names things where the draft's own pack cannot be read at the moment. */
  Pack names();

  /** Today in the programme's zone. */
  LocalDate today();

  /**
   * Changes the draft.
   *
   * @param step what it is called when it is to be taken back
   */
  void edit(String step, List<Edit> edits);

  /** Opens a small window below a part of the page, and closes the one that is open. */
  void open(WordPop pop);

  /** Closes it without a change. */
  void close(WordPop pop);

  default Speaker speaker() {
    return Words.here().speaker();
  }

  default Wordings wordings() {
    return Wordings.of(draft().tree(), pack(), speaker());
  }

  default Answers answers() {
    return Answers.of(draft().tree(), pack(), speaker());
  }

  private Optional<Pack> pack() {
    return Optional.of(draft().pack().orElseGet(this::names));
  }
}
