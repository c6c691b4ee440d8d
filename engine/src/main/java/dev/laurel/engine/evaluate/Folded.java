package dev.laurel.engine.evaluate;

import dev.laurel.engine.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** What came of a chunk: lines for each file, and counts. Used again; not thread-safe. */
final class Folded {
  final JsonWriter members = new JsonWriter();
  final JsonWriter ledger = new JsonWriter();
  final JsonWriter decisions = new JsonWriter();
  final JsonWriter refused = new JsonWriter();
  final List<String> explained = new ArrayList<>();
  FoldCount count = new FoldCount();
  List<RowCount> rows = List.of();
  int chunkRows;

  /** Ready for another chunk, with the memory it has. */
  void clear(int files) {
    members.clear();
    ledger.clear();
    decisions.clear();
    refused.clear();
    explained.clear();
    count = new FoldCount();
    List<RowCount> perFile = new ArrayList<>();
    for (int i = 0; i < files; i++) perFile.add(new RowCount());
    rows = perFile;
  }
}
