package dev.laurel.ui;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.governance.DraftPage;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.operation.LaurelClock;
import dev.laurel.engine.operation.NotOpenedException;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.pack.PackWriter;
import dev.laurel.rules.pack.TreeResult;
import dev.laurel.rules.sentence.Speaker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/** The packs of a store that no server has open; whoever has it in hand acts as its operator. */
final class StoredPacks implements PackExchange {
  private final OpenStore store;
  private final Operation operation;
  private final Drafts drafts;
  private final Governance governance;

  private StoredPacks(OpenStore store, Operation operation, InstantSource time) {
    this.store = store;
    this.operation = operation;
    this.drafts = new Drafts(store.databases().drafts(), operation.published(), time);
    this.governance =
        new Governance(
            store.databases().programmeHistory(),
            drafts,
            operation.published(),
            operation.publishing(),
            time);
  }

  /**
   * Opens them.
   *
   * @throws NotOpenedException when the store cannot be opened, or has no programme yet
   */
  static StoredPacks open(Optional<Path> directory, InstantSource time) {
    OpenStore store = OpenStore.open(directory, time);
    try {
      Operation operation =
          Operation.open(
              store.databases(),
              store.vault(),
              Optional.empty(),
              LaurelClock.of(time, System::nanoTime, store.databases().clock(), false));
      return new StoredPacks(store, operation, time);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  @Override
  public Came bringIn(byte[] zip, String language) throws IOException {
    Speaker speaker = Speaker.of(language).orElseThrow();
    return switch (PackTree.readZip(new ByteArrayInputStream(zip))) {
      case TreeResult.Refused(var faults) -> new Came.NoPack(PackExchange.told(faults));
      case TreeResult.Read(var tree) ->
          switch (drafts.importPack(Actor.operator(), tree, "Import of a pack")) {
            case EditResult.Saved _ -> told(governance.draftPage(Actor.operator(), speaker));
            case EditResult.Refused(var refusal) -> throw RefusedException.of(refusal);
            case EditResult.Conflict _ ->
                throw new RefusedException(
                    "Nothing was imported: somebody edited the draft at this moment. Try again.");
          };
    };
  }

  private static Came told(DraftPage page) {
    return new Came.Draft(
        page.draft().version().draft(),
        page.latestRevision(),
        page.changes().stream().map(Change::of).toList(),
        PackExchange.told(page.draft().faults()));
  }

  @Override
  public byte[] takeAway(OptionalInt revision) throws IOException {
    int number = revision.orElse(operation.programme().number());
    RevisionRecord found =
        governance.revisions(Actor.operator()).stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(() ->
                new RefusedException(
                    "There is no revision %d. Leave out --revision for the one in force."
                        .formatted(number)));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    PackWriter.writeZip(governance.export(Actor.operator(), found.digest()).pack(), zip);
    return zip.toByteArray();
  }

  @Override
  public void close() {
    operation.close();
    store.close();
  }
}
