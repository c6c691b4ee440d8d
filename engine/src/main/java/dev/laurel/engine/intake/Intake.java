package dev.laurel.engine.intake;

import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Mapping;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows of one file and what becomes of them. Batches come one after the other from {@link
 * #next}, which one thread calls; {@link #read} may be called for several batches at once. Which
 * rows form a batch follows from the file alone, and rows of one purchase are never parted, up to
 * {@value #LARGEST_BATCH} bytes of them.
 */
public final class Intake implements AutoCloseable {
  private static final int BATCH = 1 << 18;

  /** A purchase of more bytes than this falls into parts, the second of which is then refused. */
  private static final int LARGEST_BATCH = 1 << 24;

  private final TextFile text;
  private final long fileSize;
  private final RowSplitter splitter;
  private final RowReader reader;
  private RowBatch.Builder open = new RowBatch.Builder(BATCH + (BATCH >> 3));
  private int wanted = BATCH;
  private boolean ended;

  private Intake(TextFile text, long fileSize, RowSplitter splitter, RowReader reader) {
    this.text = text;
    this.fileSize = fileSize;
    this.splitter = splitter;
    this.reader = reader;
  }

  /** Events in our own JSON, one per line. */
  public static Intake events(Path file, EventTerms terms) throws IOException {
    return json(file, terms, false);
  }

  /** Members in our own JSON, one per line; each becomes an enrolment. */
  public static Intake members(Path file, EventTerms terms) throws IOException {
    return json(file, terms, true);
  }

  private static Intake json(Path file, EventTerms terms, boolean members) throws IOException {
    TextFile text = TextFile.open(file, StandardCharsets.UTF_8);
    return new Intake(
        text,
        Files.size(file),
        RowSplitter.ofJson(text.text()),
        new JsonRows(EventJson.of(terms), members));
  }

  /**
   * Events through a mapping.
   *
   * @throws UnusableFileException when the mapping cannot be followed, or asks for columns that the
   *     file does not have
   */
  public static Intake mapped(Path file, Mapping mapping, EventTerms terms)
      throws IOException, UnusableFileException {
    List<Fault> faults = MappingCheck.faults(mapping, terms);
    if (!faults.isEmpty()) throw new UnusableFileException(faults);
    Charset encoding = MappingCheck.encoding(mapping.source()).orElseThrow();
    TextFile text = TextFile.open(file, encoding);
    try {
      MappingPlan plan = MappingPlan.of(mapping, terms);
      Optional<Character> delimiter = delimiter(mapping.source());
      boolean json = mapping.source().form() == Mapping.Source.Form.JSON_LINES;
      RowSplitter splitter =
          json ? RowSplitter.ofJson(text.text()) : RowSplitter.ofText(text.text(), delimiter);
      RowFields fields =
          json
              ? new JsonFields(plan.columns().used(), plan.numbers().decimal())
              : new TextFields(
                  delimiter, header(mapping, plan, splitter, delimiter), plan.columns().used());
      RowReader reader = new MappedRows(plan, fields, terms, nameOf(file));
      return new Intake(text, Files.size(file), splitter, reader);
    } catch (IOException | UnusableFileException | RuntimeException failed) {
      text.close();
      throw failed;
    }
  }

  private static Optional<Character> delimiter(Mapping.Source source) {
    return source.form() == Mapping.Source.Form.DELIMITED
        ? Optional.of(source.delimiter().charAt(0))
        : Optional.empty();
  }

  private static List<String> header(
      Mapping mapping, MappingPlan plan, RowSplitter splitter, Optional<Character> delimiter)
      throws IOException, UnusableFileException {
    List<String> names = mapping.source().columns();
    if (mapping.source().header()) {
      List<String> first = firstRow(splitter, delimiter);
      if (names.isEmpty()) names = first;
    }
    List<Fault> missing = MappingCheck.missing(plan.columns(), names);
    if (!missing.isEmpty()) throw new UnusableFileException(missing);
    return names;
  }

  private static List<String> firstRow(RowSplitter splitter, Optional<Character> delimiter)
      throws IOException, UnusableFileException {
    RowBatch.Builder header = new RowBatch.Builder(BATCH);
    if (splitter.next())
      header.add(
          splitter.bytes(), splitter.from(), splitter.to(), splitter.line(), splitter.problem());
    Faults faults = new Faults();
    Optional<String> row =
        header.rows() == 0 ? Optional.empty() : RowText.of(header.build(), 0, faults);
    if (header.rows() == 0)
      faults.add(
          Fault.at("empty-file", "", "", "The file is empty.", "Hand in one with a header line."));
    if (row.isEmpty()) throw new UnusableFileException(faults.sorted());
    return TextFields.all(delimiter, row.get()).stream().map(String::strip).toList();
  }

  /** The name by which ids and reports call the file: without folders and without {@code .gz}. */
  public static String nameOf(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
  }

  /** The next rows; empty after the last. */
  public Optional<RowBatch> next() throws IOException {
    while (!ended && splitter.next()) {
      open.add(
          splitter.bytes(), splitter.from(), splitter.to(), splitter.line(), splitter.problem());
      if (open.size() < wanted) continue;
      RowBatch all = open.build();
      int whole = wanted < LARGEST_BATCH ? reader.whole(all) : all.rows();
      // One purchase alone has filled the batch: it is looked for its end when twice as much is
      // there.
      wanted = whole == 0 ? wanted * 2 : BATCH;
      if (whole > 0) return Optional.of(open.take(whole));
    }
    ended = true;
    return open.rows() == 0 ? Optional.empty() : Optional.of(open.take(open.rows()));
  }

  /** Says of each row of a batch what became of it; rows of one purchase together. */
  public void read(RowBatch batch, Consumer<Outcome> each) {
    reader.read(batch, each);
  }

  /** How many lines were empty so far. */
  public long blankLines() {
    return splitter.blankLines();
  }

  /** How many bytes of the file as it lies on disk were read so far. */
  public long position() {
    return text.position();
  }

  /** How many bytes the file has on disk. */
  public long size() {
    return fileSize;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
