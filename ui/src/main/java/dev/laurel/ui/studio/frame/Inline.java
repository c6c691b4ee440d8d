package dev.laurel.ui.studio.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Two texts as one, in which what went and what came is marked. Stateless. */
final class Inline {
  /** Words of letters and digits as one, with points and commas within; all else by itself. */
  private static final Pattern PIECE =
      Pattern.compile(
          "[\\p{L}\\p{N}&&[^\\p{IsHan}]]+(?:[.,:'’][\\p{L}\\p{N}&&[^\\p{IsHan}]]+)*|\\s+|.");

  /** Longer texts are shown one after the other, since nobody reads them as one. */
  private static final int MOST_PIECES = 800;

  private Inline() {}

  /** What became of a stretch of text. */
  enum Fate {
    STAYED,
    WENT,
    CAME
  }

  record Stretch(Fate fate, String text) {}

  static List<Stretch> of(String before, String after) {
    List<String> old = pieces(before);
    List<String> fresh = pieces(after);
    List<Stretch> all = new ArrayList<>();
    if (old.size() > MOST_PIECES || fresh.size() > MOST_PIECES) {
      add(all, Fate.WENT, before);
      add(all, Fate.CAME, after);
      return all;
    }
    int[][] common = common(old, fresh);
    int i = 0;
    int j = 0;
    StringBuilder went = new StringBuilder();
    StringBuilder came = new StringBuilder();
    while (i < old.size() || j < fresh.size()) {
      if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
        boolean gap = old.get(i).isBlank() && (!went.isEmpty() || !came.isEmpty());
        // Words that changed side by side read as one change, not as several with gaps between.
        if (gap
            && i + 1 < old.size()
            && j + 1 < fresh.size()
            && !old.get(i + 1).equals(fresh.get(j + 1))) {
          went.append(old.get(i++));
          came.append(fresh.get(j++));
          continue;
        }
        flush(all, went, came);
        add(all, Fate.STAYED, old.get(i));
        i++;
        j++;
      } else if (j >= fresh.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        went.append(old.get(i++));
      } else {
        came.append(fresh.get(j++));
      }
    }
    flush(all, went, came);
    return all;
  }

  private static void flush(List<Stretch> all, StringBuilder went, StringBuilder came) {
    add(all, Fate.WENT, went.toString());
    add(all, Fate.CAME, came.toString());
    went.setLength(0);
    came.setLength(0);
  }

  private static void add(List<Stretch> all, Fate fate, String text) {
    if (text.isEmpty()) return;
    if (!all.isEmpty() && all.getLast().fate() == fate) {
      Stretch last = all.removeLast();
      all.add(new Stretch(fate, last.text() + text));
    } else all.add(new Stretch(fate, text));
  }

  private static List<String> pieces(String text) {
    return PIECE.matcher(text).results().map(MatchResult::group).toList();
  }

  /** How many pieces are common to what follows each two places. */
  private static int[][] common(List<String> old, List<String> fresh) {
    int[][] common = new int[old.size() + 1][fresh.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--)
      for (int j = fresh.size() - 1; j >= 0; j--)
        common[i][j] =
            old.get(i).equals(fresh.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
    return common;
  }
}
