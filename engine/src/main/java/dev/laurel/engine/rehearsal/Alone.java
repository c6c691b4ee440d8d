package dev.laurel.engine.rehearsal;

import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The revision in force with one change of a draft alone. Stateless. */
final class Alone {
  /** The lists whose entries are changes of their own. */
  private static final Set<String> APART = Set.of("rules", "rows", "variants");

  private static final String TABLES = "tables/";
  private static final String COLUMNS = "/columns";

  private static final String SCHEDULE = "/schedule";

  private Alone() {}

  /**
   * The tree in force with what one change makes of it.
   *
   * @param place of the construct that is added, removed, changed or moved
   * @param moved whether it only stands elsewhere among its siblings
   * @return empty where that cannot be made of it alone
   */
  static Optional<Tree> of(Tree live, Tree draft, String place, boolean moved) {
    if (moved) return Edits.applied(live, List.of(new Edit.Move(place, next(live, draft, place))));
    Optional<String> table = reshaped(live, draft, place);
    if (table.isPresent())
      return Trees.at(draft, table.get())
          .flatMap(whole -> Edits.applied(live, List.of(new Edit.Set(table.get(), whole))));
    return of(live, draft, place);
  }

  /** The table around a place whose columns are others: its rows go with them. */
  private static Optional<String> reshaped(Tree live, Tree draft, String place) {
    if (!place.startsWith(TABLES)) return Optional.empty();
    String table = TABLES + place.substring(TABLES.length()).split("/", 2)[0];
    boolean both = Trees.at(live, table).isPresent() && Trees.at(draft, table).isPresent();
    return both && !Trees.at(live, table + COLUMNS).equals(Trees.at(draft, table + COLUMNS))
        ? Optional.of(table)
        : Optional.empty();
  }

  private static Optional<Tree> of(Tree live, Tree draft, String place) {
    Optional<Tree> before = Trees.at(live, place);
    Optional<Tree> after = Trees.at(draft, place);
    if (after.isEmpty())
      return before.flatMap(_ -> Edits.applied(live, List.of(new Edit.Remove(place))));
    Optional<String> next = next(live, draft, place);
    if (before.isEmpty())
      return Edits.applied(live, List.of(new Edit.Add(place, after.get(), next)));
    return Edits.applied(live, List.of(new Edit.Set(place, own(before.get(), after.get()))));
  }

  /**
   * What a construct is itself in the draft, with the entries of its lists as they are in force.
   */
  private static Tree own(Tree before, Tree after) {
    if (!(before instanceof Tree.Branch was && after instanceof Tree.Branch now)) return after;
    Tree.Branch own = now;
    for (String list : APART) {
      Optional<Tree> kept = was.get(list);
      if (kept.isPresent()) own = own.with(list, kept.get());
    }
    return own;
  }

  /** What it stands before in the draft, of what is in force too. */
  private static Optional<String> next(Tree live, Tree draft, String place) {
    List<String> now = Trees.at(draft, Trees.parent(place)).map(Trees::names).orElse(List.of());
    List<String> was = Trees.at(live, Trees.parent(place)).map(Trees::names).orElse(List.of());
    return now.stream().skip(now.indexOf(Trees.name(place)) + 1L).filter(was::contains).findFirst();
  }

  /**
   * The first day of the campaign or rule around a place, where no day of it has passed yet.
   *
   * @param today a change that began earlier counts by its own days
   */
  static Optional<LocalDate> begins(Tree tree, String place, LocalDate today) {
    return Optional.of(term(place) + "/from")
        .flatMap(at -> Trees.at(tree, at))
        .filter(Tree.Leaf.class::isInstance)
        .map(leaf -> LocalDate.parse(((Tree.Leaf) leaf).text()))
        .filter(day -> !day.isBefore(today));
  }

  /** The last day, where it has one. */
  static Optional<LocalDate> ends(Tree tree, String place) {
    return Trees.at(tree, term(place) + "/to")
        .filter(Tree.Leaf.class::isInstance)
        .map(leaf -> LocalDate.parse(((Tree.Leaf) leaf).text()));
  }

  /** The same without its first and last day. */
  static Tree always(Tree tree, String place) {
    String term = term(place);
    Tree always = tree;
    for (String end : List.of("/from", "/to"))
      if (Trees.at(always, term + end).isPresent())
        always = Edits.applied(always, List.of(new Edit.Remove(term + end))).orElse(always);
    // A term without days is none.
    boolean empty = Trees.at(always, term).filter(of -> of.equals(Tree.branch())).isPresent();
    return empty && !term.endsWith(SCHEDULE)
        ? Edits.applied(always, List.of(new Edit.Remove(term))).orElse(always)
        : always;
  }

  /**
   * Where the days stand: of whatever lies in a campaign, its schedule; of another rule its own.
   */
  private static String term(String place) {
    String[] way = place.split("/", -1);
    return way[0].equals("campaigns") && way.length > 1
        ? way[0] + "/" + way[1] + SCHEDULE
        : place + "/inForce";
  }
}
