package dev.laurel.engine.evaluate;

import dev.laurel.engine.json.JsonWriter;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the rows of one file: each row that was read is counted in exactly one of the
 * others. Not thread-safe.
 */
final class RowCount {
  long read;
  long evaluated;
  long replayed;
  long afterUntil;
  final SortedMap<String, Long> leftOut = new TreeMap<>();
  final SortedMap<String, Long> refused = new TreeMap<>();

  void add(RowCount more) {
    read += more.read;
    evaluated += more.evaluated;
    replayed += more.replayed;
    afterUntil += more.afterUntil;
    more.leftOut.forEach((id, rows) -> leftOut.merge(id, rows, Long::sum));
    more.refused.forEach((code, rows) -> refused.merge(code, rows, Long::sum));
  }

  void leftOut(String id) {
    leftOut.merge(id, 1L, Long::sum);
  }

  void refused(String code, long rows) {
    refused.merge(code, rows, Long::sum);
  }

  long allRefused() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * @param reasons why rows are left out, by the id of what says so
   */
  void write(long blankLines, SortedMap<String, String> reasons, JsonWriter to) {
    to.open().key("read").number(read).key("evaluated").number(evaluated);
    to.key("leftOut").open();
    leftOut.forEach((id, rows) ->
        to.key(id)
            .open()
            .key("rows")
            .number(rows)
            .key("reason")
            .text(reasons.getOrDefault(id, ""))
            .close());
    to.close().key("afterUntil").number(afterUntil).key("replayed").number(replayed);
    to.key("refused").open();
    refused.forEach((code, rows) -> to.key(code).number(rows));
    to.close().key("blankLines").number(blankLines).close();
  }
}
