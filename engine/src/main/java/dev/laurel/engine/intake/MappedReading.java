package dev.laurel.engine.intake;

import dev.laurel.engine.event.AttributeTerms.Carrier;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the rows of one batch: consecutive rows of one group become one purchase, or one
 * return, which is taken whole or not at all. Id, member, time and what belongs to the purchase
 * come from its first row. Not thread-safe.
 */
final class MappedReading {
  /** The source of events that come through a mapping. */
  private static final String SOURCE = "file";

  private final MappingPlan plan;
  private final EventTerms terms;
  private final String file;
  private final Consumer<Outcome> each;
  private final MappedRow.Reading rows;
  private final List<MappedRow> open = new ArrayList<>();
  private String @Nullable [] last;
  // The line of the row that could not be read since the last one that could; 0 where there is
  // none.
  private long unread;
  // The same for those in the midst of the purchase that is open.
  private long missing;

  MappedReading(MappingPlan plan, EventTerms terms, String file, Consumer<Outcome> each) {
    this.plan = plan;
    this.terms = terms;
    this.file = file;
    this.each = each;
    this.rows = new MappedRow.Reading(plan, terms);
  }

  /**
   * The next row; one that is left out ends a purchase like any other when its group is another.
   */
  void row(long line, String[] values, Faults faults) {
    String[] before = last;
    if (before != null)
      if (!plan.isOneGroup(before, values)) end();
      else if (missing == 0) missing = unread;
    unread = 0;
    last = plan.group().length == 0 ? null : values;
    for (MappingPlan.Omission omission : plan.leaveOut())
      if (omission.test().isMet(values)) {
        each.accept(new Outcome.LeftOut(line, omission.id()));
        return;
      }
    open.add(rows.read(line, values, faults));
    if (last == null) end();
  }

  /**
   * A row of which nobody can say to which purchase it belongs: to the one that stands around it,
   * which then is not whole, or to none.
   */
  void unreadable(long line, Faults faults) {
    each.accept(new Outcome.Refused(line, faults.sorted()));
    if (unread == 0) unread = line;
  }

  /** The purchase that is open is complete. */
  void end() {
    long wrongWithin = missing;
    missing = 0;
    if (open.isEmpty()) return;
    MappedRow first = open.getFirst();
    Optional<Event> event = event(first);
    long wrongLine = wrongWithin > 0 ? wrongWithin : firstWrongLine();
    if (wrongLine > 0) refuse(wrongLine);
    else each.accept(new Outcome.Taken(event.orElseThrow(), first.line(), further()));
    open.clear();
  }

  /** The line of the first row with a fault; 0 where there is none. */
  private long firstWrongLine() {
    for (MappedRow row : open) if (!row.faults().isEmpty()) return row.line();
    return 0;
  }

  private List<Long> further() {
    if (open.size() == 1) return List.of();
    List<Long> lines = new ArrayList<>(open.size() - 1);
    for (MappedRow row : open.subList(1, open.size())) lines.add(row.line());
    return lines;
  }

  /** Rows without a fault of their own are refused with the others of their purchase. */
  private void refuse(long wrongLine) {
    for (MappedRow row : open) {
      if (row.faults().isEmpty())
        row.faults()
            .add(
                Fault.at(
                    "refused-together",
                    "",
                    "",
                    "Line %d of the same purchase is refused, and a purchase is taken whole."
                        .formatted(wrongLine),
                    "Mend that line."));
      each.accept(new Outcome.Refused(row.line(), row.faults().sorted()));
    }
  }

  private Optional<Event> event(MappedRow first) {
    for (MappedRow row : open) agree(first, row);
    Faults faults = first.faults();
    Optional<String> member = named(plan.member(), first, faults);
    Optional<String> id = id(first, faults);
    Optional<Instant> at = instant(first, faults);
    // What is wrong with any row is said by the row; here only its absence matters.
    if (member.isEmpty() || id.isEmpty() || at.isEmpty()) return Optional.empty();
    return Optional.of(new Event(SOURCE, id.get(), member.get(), at.get(), body(first)));
  }

  private void agree(MappedRow first, MappedRow row) {
    if (!row.values()[plan.member()].equals(first.values()[plan.member()]))
      disagree(row, plan.member(), "Rows of one purchase name several members.");
    if (row.returned() != first.returned())
      disagree(row, plan.member(), "Rows of one purchase are a return in part.");
  }

  private void disagree(MappedRow row, int slot, String message) {
    row.faults()
        .add(
            Fault.at(
                "contradiction",
                plan.columns().name(slot),
                row.values()[slot],
                message,
                "Group the rows by a column that tells them apart."));
  }

  private Optional<String> named(int slot, MappedRow row, Faults faults) {
    return terms.id(row.values()[slot], plan.columns().name(slot), faults);
  }

  private Optional<String> id(MappedRow row, Faults faults) {
    if (plan.id().length == 0) return terms.id(file + ":" + row.line(), "id", faults);
    StringBuilder id = new StringBuilder();
    for (int slot : plan.id()) {
      if (named(slot, row, faults).isEmpty()) return Optional.empty();
      id.append(id.isEmpty() ? "" : ":").append(row.values()[slot]);
    }
    return terms.id(id.toString(), "id", faults);
  }

  private Optional<Instant> instant(MappedRow row, Faults faults) {
    String text = row.values()[plan.when()];
    Optional<Instant> at = plan.times().read(text);
    if (at.isEmpty())
      faults.add(
          Fault.at(
              "bad-time",
              plan.columns().name(plan.when()),
              text,
              "\"%s\" is no point in time of the form %s.".formatted(text, plan.times().pattern()),
              "Mend it, or name another form in the mapping."));
    return at;
  }

  private Event.Body body(MappedRow first) {
    long amount = 0;
    long quantity = 0;
    List<Event.Line> lines = new ArrayList<>(open.size());
    for (MappedRow row : open) {
      // Each is far below what a long holds, and so are as many as a batch has room for.
      amount += row.amount();
      quantity += row.quantity();
      if (plan.asLines())
        lines.add(new Event.Line(row.amount(), row.quantity(), row.attributes(Carrier.LINE)));
    }
    return first.returned()
        ? new Event.Body.Return(Optional.empty(), amount, List.copyOf(lines))
        : new Event.Body.Purchase(
            amount,
            0,
            0,
            0,
            0,
            0,
            quantity,
            List.copyOf(lines),
            first.attributes(Carrier.PURCHASE));
  }
}
