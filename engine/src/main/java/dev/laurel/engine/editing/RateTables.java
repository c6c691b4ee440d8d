package dev.laurel.engine.editing;

import dev.laurel.engine.draft.Edit;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.sentence.Run;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rate tables as grids: how their columns and cells are called. Immutable and thread-safe. */
public final class RateTables {
  private final Pack pack;
  private final Speaker speaker;

  private RateTables(Pack pack, Speaker speaker) {
    this.pack = pack;
    this.speaker = speaker;
  }

  public static RateTables of(Pack pack, Speaker speaker) {
    return new RateTables(pack, speaker);
  }

  /** What a column looks at, in words. */
  public String operand(String path) {
    return Operand.Attribute.isPath(path)
        ? new ConditionWords(pack, speaker).words(new Operand.Attribute(path))
        : path;
  }

  /**
   * What a cell asks, in the words of the row's sentence; empty where it asks nothing.
   *
   * @param column from 0
   */
  public String cell(RateTable table, RateTable.Row row, int column) {
    String place = "tables/" + table.id() + "/rows/" + row.id();
    Sentence sentence = Sentences.of(pack).row(place, table, row);
    return speaker.runs(sentence).stream()
        .filter(run ->
            run instanceof Run.Word(var _, var at, var _)
                && at.equals(place + "/cells/" + (column + 1)))
        .map(Run::text)
        .findFirst()
        .orElse("");
  }

  /** Adds a row at the end that asks nothing yet. */
  public static Edit newRow(Tree tree, RateTable table) {
    String rows = "tables/" + table.id() + "/rows";
    String id = "row";
    for (int number = 2; Trees.at(tree, rows + "/" + id).isPresent(); number++) id = "row" + number;
    List<Tree> cells = new ArrayList<>();
    table.columns().forEach(_ -> cells.add(Tree.text("any")));
    return new Edit.Add(
        rows + "/" + id,
        Tree.branch()
            .with("id", Tree.text(id))
            .with("cells", new Tree.Items(cells))
            .with("gives", Tree.number("1")),
        Optional.empty());
  }
}
