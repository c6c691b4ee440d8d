package dev.laurel.engine.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.pack.MappingReader;
import dev.laurel.rules.pack.MappingResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every oddity of a file, and that each of its rows is accounted for. */
class IntakeTest {
  private static final EventTerms CAFE = EventTerms.of(TestPacks.cafe());

  private static final String PLAIN =
      """
      format: 1
      id: {type: columns, columns: [no]}
      member: who
      when: {column: day, format: yyyy-MM-dd}
      amount: {type: column, column: sum}
      """;

  /** One row is one line of a purchase. */
  private static final String LINES =
      """
      format: 1
      source: {delimiter: ";", decimal: ",", thousands: "."}
      leaveOut:
        - {id: nobody, when: {type: blank, column: who}, reason: The customer is not known.}
      returns: {type: starts-with, column: no, text: C}
      id: {type: columns, columns: [no]}
      member: who
      when: {column: at, format: d/M/yyyy H:mm}
      groupBy: [no]
      amount: {type: product, columns: [pieces, price]}
      quantity: {type: column, column: pieces}
      rounding: half-up
      texts: {product: code, country: land}
      """;

  private static final String LINES_HEADER = "no;code;pieces;at;price;who;land\n";

  @TempDir private Path directory;

  @Test
  void white_space_with_a_header_and_cr_lf() throws Exception {
    String mapping =
        """
        format: 1
        source: {form: white-space}
        id: file-and-line
        member: customer_id
        when: {column: date, format: yyyyMMdd}
        amount: {type: column, column: dollar_value}
        quantity: {type: column, column: number_of_cds}
        """;
    List<Outcome> all =
        read(
            mapping,
            " customer_id  date number_of_cds  dollar_value\r\n"
                + " 00001 19970101  1   11.77\r\n"
                + " 00002 19970112  1   12.00\r\n"
                + "\r\n"
                + " 00002 19970112  5   77.00");
    assertThat(events(all))
        .containsExactly(
            purchase("events.txt:2", "00001", "1996-12-31T23:00:00Z", 1177, 1_000_000),
            purchase("events.txt:3", "00002", "1997-01-11T23:00:00Z", 1200, 1_000_000),
            purchase("events.txt:5", "00002", "1997-01-11T23:00:00Z", 7700, 5_000_000));
  }

  @Test
  void quoted_fields_hold_delimiters_quotes_and_line_ends() throws Exception {
    List<Outcome> all =
        read(
            PLAIN + "attributes: {roast: note}\n",
            """
            no,who,day,sum,note
            1,"a, b",2026-01-01,5,"says ""hi""
            and, goes"
            2,"",2026-01-01,5,x
            3,c,2026-01-01,"5",7" pipe
            4,"d",2026-01-01,5,""
            """);
    assertThat(taken(all)).extracting(Outcome.Taken::line).containsExactly(2L, 5L, 6L);
    assertThat(events(all)).extracting(Event::member).containsExactly("a, b", "c", "d");
    assertThat(events(all).stream().map(IntakeTest::roast))
        .containsExactly("says \"hi\"\nand, goes", "7\" pipe", "");
    assertThat(refused(all)).containsExactly("4 bad-id");
  }

  @Test
  void a_row_whose_quotes_are_wrong_is_refused_alone() throws Exception {
    List<Outcome> all =
        read(
            PLAIN,
            """
            no,who,day,sum
            1,"a"b,2026-01-01,5
            2,"c,2026-01-01,5
            3,d,2026-01-01,5
            4,"e",2026-01-01,5
            5,"f,2026-01-01,5
            """);
    assertThat(refused(all)).containsExactly("2 bad-quotes", "3 bad-quotes", "6 bad-quotes");
    assertThat(events(all)).extracting(Event::member).containsExactly("d", "e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE", "IBM850"})
  void any_encoding(String encoding) throws Exception {
    Path file = directory.resolve("events.txt");
    Files.write(
        file, "no,who,day,sum\n1,Zoë Müller,2026-01-01,5\n".getBytes(Charset.forName(encoding)));
    String mapping = PLAIN + "source: {encoding: " + encoding + "}\n";
    assertThat(events(read(file, mapping))).extracting(Event::member).containsExactly("Zoë Müller");
  }

  @Test
  void a_byte_order_mark_counts_more_than_the_encoding_named() throws Exception {
    String text = "no,who,day,sum\n1,Zoë,2026-01-01,5\n";
    for (Charset charset : List.of(UTF_8, UTF_16LE, Charset.forName("UTF-32BE"))) {
      Path file = directory.resolve("events.txt");
      Files.write(file, ("\ufeff" + text).getBytes(charset));
      assertThat(events(read(file, PLAIN + "source: {encoding: ISO-8859-1}\n")))
          .as(charset.name())
          .extracting(Event::member)
          .containsExactly("Zoë");
    }
  }

  @Test
  void a_row_that_is_no_text_in_the_encoding_is_refused_alone() throws Exception {
    Path file = directory.resolve("events.txt");
    Files.write(
        file,
        "no,who,day,sum\n1,Zoë,2026-01-01,5\n2,Ann,2026-01-01,5\n3,\ufffd,2026-01-01,5\n"
            .replace("\ufffd", "?")
            .getBytes(ISO_8859_1));
    assertThat(refused(read(file, PLAIN))).containsExactly("2 bad-encoding");
    Files.write(file, "no,who,day,sum\n1,\ufffd,2026-01-01,5\n".getBytes(UTF_8));
    assertThat(events(read(file, PLAIN))).extracting(Event::member).containsExactly("\ufffd");
    Files.write(
        file,
        concat(
            "no,who,day,sum\n1,a", new byte[] {(byte) 0x81}, ",2026-01-01,5\n2,b,2026-01-01,5\n"));
    assertThat(refused(read(file, PLAIN + "source: {encoding: windows-1252}\n")))
        .containsExactly("2 bad-encoding");
  }

  @Test
  void gzip_is_seen_by_its_content_and_the_name_loses_its_ending() throws Exception {
    var packed = new ByteArrayOutputStream();
    for (String part : List.of("no,who,day,sum\n1,a,2026-01-01,5\n", "2,b,2026-01-01,5\n"))
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(part.getBytes(UTF_8));
      }
    Path file = directory.resolve("sales.csv.gz");
    Files.write(file, packed.toByteArray());
    assertThat(events(read(file, PLAIN.replace("{type: columns, columns: [no]}", "file-and-line"))))
        .extracting(Event::id)
        .containsExactly("sales.csv:2", "sales.csv:3");
  }

  @Test
  void lines_may_end_with_cr_alone() throws Exception {
    assertThat(events(read(PLAIN, "no,who,day,sum\r1,a,2026-01-01,5\r2,b,2026-01-01,5")))
        .extracting(Event::id)
        .containsExactly("1", "2");
  }

  @Test
  void a_file_without_header_has_the_columns_that_the_mapping_names() throws Exception {
    String mapping =
        PLAIN + "source: {header: false, delimiter: \"\\t\", columns: [no, who, day, sum]}\n";
    assertThat(events(read(mapping, "1\ta\t2026-01-01\t5\n"))).hasSize(1);
    String renamed = PLAIN + "source: {columns: [no, who, day, sum]}\n";
    assertThat(events(read(renamed, "x,x,x,x\n1,a,2026-01-01,5\n"))).hasSize(1);
  }

  @Test
  void json_lines_through_a_mapping() throws Exception {
    String mapping =
        """
        format: 1
        source: {form: json-lines, decimal: ","}
        id: {type: columns, columns: [no]}
        member: customer.id
        when: {column: at, format: "yyyy-MM-dd'T'HH:mm:ssXXX"}
        amount: {type: sum, columns: [net, tax]}
        """;
    List<Outcome> all =
        read(
            mapping,
            """
            {"no": 17, "customer": {"id": "a"}, "at": "2026-01-01T10:00:00+01:00", "net": 1.5, "tax": "0,25"}
            {"no": 18, "at": "2026-01-01T10:00:00+01:00", "net": 1.5, "tax": 1e999999999}
            {"no": 19
            """);
    assertThat(events(all)).containsExactly(purchase("17", "a", "2026-01-01T09:00:00Z", 175, 0));
    assertThat(refused(all)).containsExactly("2 bad-id bad-number", "3 bad-json");
  }

  @Test
  void consecutive_rows_of_one_number_are_one_purchase_with_lines() throws Exception {
    List<Outcome> all =
        read(
            LINES,
            LINES_HEADER
                + "536365;85123A;6;1/12/2010 08:26;2,55;17850;United Kingdom\n"
                + "536365;71053;1.000;1/12/2010 08:27;3,39;17850;France\n"
                + "536366;22633;3;1/12/2010 08:28;1,335;17850;\n");
    assertThat(events(all))
        .containsExactly(
            new Event(
                "file",
                "536365",
                "17850",
                Instant.parse("2010-12-01T07:26:00Z"),
                new Body.Purchase(
                    1530 + 339_000,
                    0,
                    0,
                    0,
                    0,
                    0,
                    1_006_000_000,
                    List.of(line(1530, 6, "85123A"), line(339_000, 1_000, "71053")),
                    Map.of("country", text("United Kingdom")))),
            new Event(
                "file",
                "536366",
                "17850",
                Instant.parse("2010-12-01T07:28:00Z"),
                // 3 x 1.335 is 4.005, and half a cent is rounded up.
                new Body.Purchase(
                    401, 0, 0, 0, 0, 0, 3_000_000, List.of(line(401, 3, "22633")), Map.of())));
    assertThat(taken(all).getFirst().further()).containsExactly(3L);
  }

  @Test
  void returns_are_told_by_their_rows_and_have_no_sign() throws Exception {
    List<Outcome> all = read(LINES, LINES_HEADER + "C536379;D;-1;1/12/2010 09:41;27,5;14527;\n");
    assertThat(events(all).getFirst().body())
        .isEqualTo(new Body.Return(Optional.empty(), 2750, List.of(line(2750, 1, "D"))));
  }

  @Test
  void rows_are_left_out_with_a_reason_and_the_others_of_their_purchase_stay() throws Exception {
    List<Outcome> all =
        read(
            LINES,
            LINES_HEADER
                + "1;a;1;1/12/2010 09:41;1;m;\n"
                + "1;b;1;1/12/2010 09:41;1; ;\n"
                + "1;c;1;1/12/2010 09:41;1;m;\n");
    assertThat(taken(all)).extracting(Outcome.Taken::further).containsExactly(List.of(4L));
    assertThat(all).contains(new Outcome.LeftOut(3, "nobody"));
  }

  @Test
  void a_purchase_is_taken_whole_or_not_at_all() throws Exception {
    List<Outcome> all =
        read(
            LINES,
            LINES_HEADER
                + "1;a;1;1/12/2010 09:41;1;m;\n"
                + "1;b;one;1/12/2010 09:41;x;m;\n"
                + "2;b;1;1/12/2010 09:41;1;m;\n"
                + "2;b;1;1/12/2010 09:41;1;other;\n"
                + "3;b;-1;1/12/2010 09:41;1;m;\n"
                + "4;b;1;1/12/2010 09:41;1;m;\n");
    assertThat(refused(all))
        .containsExactly(
            "2 refused-together",
            "3 bad-number bad-number bad-number",
            "4 refused-together",
            "5 contradiction",
            "6 out-of-range out-of-range");
    assertThat(events(all)).extracting(Event::id).containsExactly("4");
  }

  @Test
  void a_row_that_cannot_be_read_in_the_midst_of_a_purchase_is_one_of_it() throws Exception {
    List<Outcome> all =
        read(
            LINES,
            LINES_HEADER
                + "1;a;1;1/12/2010 09:41;1;m;\n"
                + "1;b;1;1/12/2010\n"
                + "1;c;1;1/12/2010 09:41;1;m;\n"
                + "2;a;1;1/12/2010 09:41;1;m;\n"
                + "2;b;1;1/12/2010\n"
                + "3;a;1;1/12/2010 09:41;1;m;\n");
    assertThat(refused(all))
        .containsExactlyInAnyOrder(
            "2 refused-together", "3 wrong-columns", "4 refused-together", "6 wrong-columns");
    assertThat(events(all)).extracting(Event::id).containsExactly("2", "3");
  }

  @Test
  void a_purchase_is_never_parted_between_batches() throws Exception {
    var text = new StringBuilder(LINES_HEADER);
    int rows = 60_000;
    for (int i = 0; i < rows; i++)
      text.append("%d;a;1;1/12/2010 09:41;1;m;\n".formatted(i / 7_000));
    List<Outcome> all = read(LINES, text.toString());
    assertThat(events(all))
        .extracting(Event::id)
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8");
    assertThat(taken(all).stream().mapToInt(t -> 1 + t.further().size()).sum()).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,a,2026-01-01,5,more | wrong-columns",
        "1,a,2026-01-01 | wrong-columns",
        "1,a,2026-02-30,5 | bad-time",
        "1,a,01.02.2026,5 | bad-time",
        "1,a,2026-01-01,5.005 | too-many-decimals",
        "1,a,2026-01-01,-5 | out-of-range",
        "1,a,2026-01-01,five | bad-number",
        "1,a,2026-01-01,1e2 | bad-number",
        "1,a,2026-01-01,'5,5' | wrong-columns",
        "1,,2026-01-01,5 | bad-id",
        ",a,2026-01-01,5 | bad-id",
      })
  void what_is_wrong_with_a_row_is_told(String row, String code) throws Exception {
    assertThat(refused(read(PLAIN, "no,who,day,sum\n" + row + "\n2,b,2026-01-01,5,,\n")))
        .containsExactly("2 " + code);
  }

  @Test
  void a_purchase_of_nothing_is_a_purchase() throws Exception {
    assertThat(events(read(PLAIN, "no,who,day,sum\n1,a,2026-01-01,0.00\n")).getFirst().body())
        .isInstanceOf(Body.Purchase.class);
  }

  @Test
  void a_row_that_is_too_long_is_refused_alone() throws Exception {
    String json =
        "{\"id\":\"1\",\"member\":\"m\",\"occurredAt\":\"2026-01-01\",\"type\":\"purchase\"}\n";
    Path file = directory.resolve("events.jsonl");
    Files.writeString(file, "x".repeat(3 << 20) + "\n" + json + "y".repeat(2 << 20));
    try (var intake = Intake.events(file, CAFE)) {
      List<Outcome> all = read(intake);
      assertThat(refused(all)).containsExactly("1 too-long", "3 too-long");
      assertThat(taken(all)).extracting(Outcome.Taken::line).containsExactly(2L);
    }
  }

  @Test
  void a_quote_that_never_closes_does_not_swallow_what_follows() throws Exception {
    var text = new StringBuilder("no,who,day,sum\n0,\"a,2026-01-01,5\n");
    for (int i = 1; i <= 2_000; i++) text.append(i).append(",b,2026-01-01,").append("5\n");
    List<Outcome> all = read(PLAIN, text.toString());
    assertThat(refused(all)).containsExactly("2 bad-quotes");
    assertThat(events(all)).hasSize(2_000);
  }

  @Test
  void an_empty_file_has_no_header() {
    assertThat(unusable(PLAIN, "\n \n")).containsExactly("empty-file");
  }

  @Test
  void all_columns_that_the_file_lacks_are_told_at_once() {
    assertThat(unusable(PLAIN, "nr,who,date,amount\n"))
        .containsExactly("unknown-column", "unknown-column", "unknown-column");
    assertThat(unusable(PLAIN, "no,who,day,sum,sum\n")).containsExactly("duplicate-id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when: {column: day, format: HH:mm} | bad-value",
        "when: {column: day, format: YYYY-MM-dd} | bad-value",
        "when: {column: day, format: yyyy-bb} | bad-value",
        "source: {encoding: UTF-99} | bad-value",
        "source: {delimiter: ';;'} | bad-value",
        "source: {decimal: ',', thousands: ','} | bad-value contradiction",
        "source: {thousands: ','} | contradiction",
        "source: {header: false} | missing-key",
        "texts: {colour: no} | unknown-key",
        "attributes: {diet: no} | unknown-key",
        "id: {type: columns, columns: []} | missing-key",
        "amount: {type: sum, columns: []} | missing-key",
      })
  void a_mapping_that_cannot_be_followed_is_refused_before_any_row_is_read(
      String part, String codes) {
    String key = part.substring(0, part.indexOf(':'));
    String mapping =
        PLAIN
            .lines()
            .filter(line -> !line.startsWith(key + ":"))
            .reduce("", (a, b) -> a + b + "\n");
    assertThat(unusable(mapping + part + "\n", "no,who,day,sum\n"))
        .containsExactly(codes.split(" "));
  }

  @Test
  void a_truncated_archive_is_an_error_and_no_end_of_file() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("no,who,day,sum\n1,a,2026-01-01,5\n".getBytes(UTF_8));
    }
    Path file = directory.resolve("events.txt.gz");
    Files.write(file, java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 9));
    assertThatThrownBy(() -> read(file, PLAIN)).isInstanceOf(IOException.class);
  }

  private List<String> unusable(String mapping, String text) {
    var refused = catchThrowableOfType(UnusableFileException.class, () -> read(mapping, text));
    return refused.faults().stream().map(Fault::code).toList();
  }

  private List<Outcome> read(String mapping, String text) throws Exception {
    Path file = directory.resolve("events.txt");
    Files.writeString(file, text);
    return read(file, mapping);
  }

  private static List<Outcome> read(Path file, String mapping) throws Exception {
    try (var intake = Intake.mapped(file, mapping(mapping), CAFE)) {
      return read(intake);
    }
  }

  private static List<Outcome> read(Intake intake) throws IOException {
    List<Outcome> all = new ArrayList<>();
    for (Optional<RowBatch> batch = intake.next(); batch.isPresent(); batch = intake.next())
      intake.read(batch.get(), all::add);
    return all;
  }

  private static Mapping mapping(String yaml) {
    String whole = yaml.contains("source:") ? yaml : yaml + "source: {form: delimited}\n";
    return switch (MappingReader.read("mapping.yaml", whole.getBytes(UTF_8))) {
      case MappingResult.Read(var mapping) -> mapping;
      case MappingResult.Refused(var faults) -> throw new AssertionError(faults);
    };
  }

  private static List<Outcome.Taken> taken(List<Outcome> all) {
    return all.stream()
        .filter(o -> o instanceof Outcome.Taken)
        .map(o -> (Outcome.Taken) o)
        .toList();
  }

  private static List<Event> events(List<Outcome> all) {
    return taken(all).stream().map(Outcome.Taken::event).toList();
  }

  /** Lines and codes. */
  private static List<String> refused(List<Outcome> all) {
    return all.stream()
        .filter(o -> o instanceof Outcome.Refused)
        .map(o -> (Outcome.Refused) o)
        .map(r -> r.line() + " " + String.join(" ", r.faults().stream().map(Fault::code).toList()))
        .toList();
  }

  private static Event purchase(String id, String member, String at, long amount, long quantity) {
    return new Event(
        "file",
        id,
        member,
        Instant.parse(at),
        new Body.Purchase(amount, 0, 0, 0, 0, 0, quantity, List.of(), Map.of()));
  }

  private static Event.Line line(long amount, long pieces, String product) {
    return new Event.Line(amount, pieces * Event.MICROS, Map.of("product", text(product)));
  }

  private static Datum text(String text) {
    return Datum.of(Value.of(text));
  }

  private static String roast(Event event) {
    Datum roast = ((Body.Purchase) event.body()).lines().getFirst().attributes().get("roast");
    return roast instanceof Datum.One(Value.Text(var text)) ? text : "";
  }

  private static byte[] concat(String before, byte[] bytes, String after) throws IOException {
    var all = new ByteArrayOutputStream();
    all.write(before.getBytes(ISO_8859_1));
    all.write(bytes);
    all.write(after.getBytes(ISO_8859_1));
    return all.toByteArray();
  }
}
