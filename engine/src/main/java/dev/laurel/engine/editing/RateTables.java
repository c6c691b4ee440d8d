package dev.laurel.engine.editing;

import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.RateTable.Column.Match;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.sentence.Run;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.rules.vocabulary.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rate tables as grids: how their columns and cells are called, and how tables, columns and rows
 * come and go. Immutable and thread-safe.
 */
public final class RateTables {
  private static final String TABLES = "tables/";
  private static final String OF_EVENT = "event.";
  private static final Tree ANY = Tree.text("any");

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
    String place = TABLES + table.id() + "/rows/" + row.id();
    Sentence sentence = Sentences.of(pack).row(place, table, row);
    return speaker.runs(sentence).stream()
        .filter(run ->
            run instanceof Run.Word(var _, var at, var _)
                && at.equals(place + "/cells/" + (column + 1)))
        .map(Run::text)
        .findFirst()
        .orElse("");
  }

  /**
   * A table of one row that asks nothing yet, with the rule by which it gives.
   *
   * @param titles of both, by language
   * @return empty where the programme has no kind of points
   */
  public static Optional<Starters.Started> newTable(
      Tree tree, Pack pack, Map<String, String> titles) {
    Optional<String> kind = Things.of(pack, Thing.POINT_KIND).stream().findFirst();
    String id = Edits.freshId(tree, "rates");
    String ruleId = Edits.freshId(tree, "by-rates");
    String place = TABLES + id;
    Tree table =
        Starters.titled(id, titles)
            .with("gives", Tree.text("points-per-amount"))
            .with("columns", Tree.items(column("category", "line.category", Match.EQUALS)))
            .with("rows", Tree.items(row("row", List.of(ANY))));
    return kind.map(of -> {
      Tree.Branch rule =
          Starters.titled(ruleId, titles)
              .with("per", Tree.text("line"))
              .with("then", Tree.items(byTable(of, id)));
      List<Edit> edits = new ArrayList<>();
      edits.add(new Edit.Add(place, table, Optional.empty()));
      Optional<String> group = adding(pack);
      String into = "earning/" + group.orElseGet(() -> Edits.freshId(tree, "rules"));
      if (group.isEmpty())
        edits.add(
            new Edit.Add(
                into,
                Starters.titled(Trees.name(into), titles).with("rules", Tree.items(rule)),
                Optional.empty()));
      else edits.add(new Edit.Add(into + "/rules/" + ruleId, rule, Optional.empty()));
      return new Starters.Started(place, into + "/rules/" + ruleId, edits);
    });
  }

  private static Tree byTable(String kind, String table) {
    return Tree.branch()
        .with("type", Tree.text("by-table"))
        .with("kind", Tree.text(kind))
        .with("table", Tree.text(table));
  }

  /** A group in which what rules give adds up, for another that gives by what is spent. */
  private static Optional<String> adding(Pack pack) {
    return pack.earning().stream()
        .filter(group -> group.meeting() == EarningGroup.Meeting.ADD)
        .findFirst()
        .map(EarningGroup::id);
  }

  private static Tree column(String id, String path, Match match) {
    Tree.Branch column = Tree.branch().with("id", Tree.text(id)).with("operand", Tree.text(path));
    return match == Match.RANGE ? column.with("match", Tree.text("range")) : column;
  }

  private static Tree row(String id, List<Tree> cells) {
    return Tree.branch()
        .with("id", Tree.text(id))
        .with("cells", new Tree.Items(cells))
        .with("gives", Tree.number("1"));
  }

  /**
   * What a further column can look at: what no column looks at yet, and what is known wherever the
   * table is used.
   */
  public List<Wording.Option> columns(Tree tree, RateTable table) {
    Set<Fault> before = Set.copyOf(faults(tree));
    ConditionWords words = new ConditionWords(pack, speaker);
    Map<String, Boolean> known = new HashMap<>();
    List<Wording.Option> options = new ArrayList<>();
    for (Wording.Option option : words.attributes(true)) {
      String path = option.value();
      if (table.columns().stream().anyMatch(column -> column.operand().equals(path))
          || words.typeOf(new Operand.Attribute(path)) == Word.Type.LIST) continue;
      // What is known of a purchase, a line or a member is known wherever another of its kind is.
      String kind = path.startsWith(OF_EVENT) ? path : path.substring(0, path.indexOf('.') + 1);
      if (known.computeIfAbsent(kind, _ -> isKnown(tree, table, path, before))) options.add(option);
    }
    return options;
  }

  /** Asked of the language's own check, never decided here. */
  private boolean isKnown(Tree tree, RateTable table, String path, Set<Fault> before) {
    return Edits.applied(tree, newColumn(tree, table, path))
        .filter(after -> before.containsAll(faults(after)))
        .isPresent();
  }

  private static List<Fault> faults(Tree tree) {
    return switch (PackTree.check(tree)) {
      case PackResult.Read _ -> List.of();
      case PackResult.Refused(var faults) -> faults;
    };
  }

  /**
   * Adds a column at the end, of which no row asks anything yet.
   *
   * @param path of what it looks at
   */
  public List<Edit> newColumn(Tree tree, RateTable table, String path) {
    String place = TABLES + table.id();
    String like = path.substring(path.lastIndexOf('.') + 1);
    String id = free(tree, place + "/columns/", like);
    Match match =
        switch (new ConditionWords(pack, speaker).typeOf(new Operand.Attribute(path))) {
          case NUMBER, MONEY, DATE, TIME -> Match.RANGE;
          case TEXT, TRUTH, TIER, LIST -> Match.EQUALS;
        };
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.Add(place + "/columns/" + id, column(id, path, match), Optional.empty()));
    for (RateTable.Row row : table.rows()) {
      List<Tree> cells = new ArrayList<>(cells(tree, place, row));
      cells.add(ANY);
      edits.add(new Edit.Set(place + "/rows/" + row.id() + "/cells", new Tree.Items(cells)));
    }
    return edits;
  }

  /**
   * Takes a column away with all that rows ask in it.
   *
   * @param index of the column, from 0
   * @return empty where it is the only one
   */
  public static List<Edit> withoutColumn(Tree tree, RateTable table, int index) {
    if (table.columns().size() < 2) return List.of();
    String place = TABLES + table.id();
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.Remove(place + "/columns/" + table.columns().get(index).id()));
    for (RateTable.Row row : table.rows()) {
      List<Tree> cells = new ArrayList<>(cells(tree, place, row));
      if (index < cells.size()) cells.remove(index);
      edits.add(new Edit.Set(place + "/rows/" + row.id() + "/cells", new Tree.Items(cells)));
    }
    return edits;
  }

  private static List<Tree> cells(Tree tree, String table, RateTable.Row row) {
    return Trees.at(tree, table + "/rows/" + row.id() + "/cells").orElse(null)
            instanceof Tree.Items(var cells)
        ? cells
        : List.of();
  }

  private static String free(Tree tree, String list, String like) {
    String id = like;
    for (int number = 2; Trees.at(tree, list + id).isPresent(); number++) id = like + number;
    return id;
  }

  /** Adds a row at the end that asks nothing yet. */
  public static Edit newRow(Tree tree, RateTable table) {
    String rows = TABLES + table.id() + "/rows/";
    String id = free(tree, rows, "row");
    List<Tree> cells = new ArrayList<>();
    table.columns().forEach(_ -> cells.add(ANY));
    return new Edit.Add(rows + id, row(id, cells), Optional.empty());
  }
}
