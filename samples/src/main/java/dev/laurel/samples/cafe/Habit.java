package dev.laurel.samples.cafe;

import java.time.DayOfWeek;
import java.util.List;

/** When and how a kind of guest comes. */
enum Habit {
  /** Takes a coffee along on the way to work. */
  COMMUTER(
      12,
      List.of(52, 55, 55, 54, 46, 9, 5),
      List.of(30, 34, 14, 4, 3, 5, 6, 2, 2, 3, 3, 1, 1, 1),
      2,
      68,
      4,
      14,
      List.of(70, 8, 16, 4, 2, 0)),
  /** Lives around the corner. */
  NEIGHBOUR(
      16,
      List.of(14, 15, 16, 16, 19, 24, 20),
      List.of(4, 8, 12, 14, 10, 8, 8, 9, 11, 10, 7, 4, 2, 1),
      3,
      22,
      30,
      18,
      List.of(42, 14, 27, 8, 7, 2)),
  /** Sits there with books and an own cup. */
  STUDENT(
      18,
      List.of(13, 14, 14, 13, 9, 7, 9),
      List.of(1, 3, 7, 9, 8, 8, 10, 14, 14, 12, 9, 7, 6, 5),
      2,
      55,
      10,
      41,
      List.of(38, 33, 14, 14, 1, 0)),
  /** Comes at weekends, with company. */
  WEEKENDER(
      20,
      List.of(1, 1, 1, 1, 3, 17, 15),
      List.of(0, 1, 6, 14, 16, 14, 13, 14, 13, 8, 4, 2, 1, 0),
      5,
      12,
      71,
      5,
      List.of(36, 14, 32, 11, 3, 4)),
  /** Passes by now and then. */
  VISITOR(
      34,
      List.of(1, 1, 1, 1, 1, 2, 2),
      List.of(2, 4, 8, 10, 11, 11, 11, 12, 11, 9, 6, 4, 3, 2),
      3,
      9,
      33,
      4,
      List.of(40, 14, 24, 9, 6, 7));

  private static final List<Integer> SHARES =
      List.of(values()).stream().map(habit -> habit.share).toList();

  private final int share;
  private final List<Integer> days;
  private final List<Integer> hours;
  private final int mostLines;
  private final int byApp;
  private final int atTable;
  private final int ownCup;
  private final List<Integer> tastes;

  /**
   * All but the first and the number of lines are weights or chances in per cent.
   *
   * @param share how many of a hundred guests are of this kind
   * @param days the chance of a visit, Monday to Sunday
   * @param hours the weight of each hour of the day while the café is open
   * @param mostLines the most lines of a usual purchase
   * @param byApp the chance of an order by app
   * @param atTable the chance of being served at the table where the order is not by app
   * @param ownCup the chance of an own cup for a drink to take along
   * @param tastes the weight of each category
   */
  Habit(
      int share,
      List<Integer> days,
      List<Integer> hours,
      int mostLines,
      int byApp,
      int atTable,
      int ownCup,
      List<Integer> tastes) {
    this.share = share;
    this.days = days;
    this.hours = hours;
    this.mostLines = mostLines;
    this.byApp = byApp;
    this.atTable = atTable;
    this.ownCup = ownCup;
    this.tastes = tastes;
  }

  static Habit any(Chance chance) {
    return values()[chance.weighted(SHARES)];
  }

  int on(DayOfWeek day) {
    return days.get(day.getValue() - 1);
  }

  List<Integer> hours() {
    return hours;
  }

  int mostLines() {
    return mostLines;
  }

  int byApp() {
    return byApp;
  }

  int atTable() {
    return atTable;
  }

  int ownCup() {
    return ownCup;
  }

  List<Integer> tastes() {
    return tastes;
  }
}
