package dev.laurel.engine.mongo;

import dev.laurel.engine.vault.Erasure;
import dev.laurel.engine.vault.VaultRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;

/** The vault's records as documents. Those of erased members carry {@code erased}. */
final class VaultDocuments {
  static final String VERSION = "version";
  static final String MARK = "mark";
  static final String TOKENS = "tokens";

  private static final String WRAPPING = "wrapping";
  private static final String KEY = "key";
  private static final String FIELDS = "fields";
  private static final String ERASED = "erased";

  private VaultDocuments() {}

  static Document write(VaultRecord record) {
    Document document =
        new Document("_id", record.member())
            .append(VERSION, record.version())
            .append(MARK, record.mark());
    switch (record) {
      case VaultRecord.Erased erased -> document.append(ERASED, write(erased.erasure()));
      case VaultRecord.Kept kept -> {
        document.append(WRAPPING, kept.wrapping()).append(KEY, new Binary(kept.key()));
        kept.fields().ifPresent(fields -> document.append(FIELDS, new Binary(fields)));
        if (!kept.tokens().isEmpty())
          document.append(TOKENS, kept.tokens().stream().sorted().toList());
      }
    }
    return document;
  }

  static VaultRecord read(Document document) {
    Document erased = document.get(ERASED, Document.class);
    return erased == null
        ? kept(document)
        : new VaultRecord.Erased(
            document.getString("_id"),
            document.getLong(VERSION),
            document.getString(MARK),
            erasure(erased));
  }

  static VaultRecord.Kept kept(Document document) {
    return new VaultRecord.Kept(
        document.getString("_id"),
        document.getLong(VERSION),
        document.getString(MARK),
        document.getString(WRAPPING),
        document.get(KEY, Binary.class).getData(),
        Optional.ofNullable(document.get(FIELDS, Binary.class)).map(Binary::getData),
        Set.copyOf(document.getList(TOKENS, String.class, List.of())));
  }

  static Document write(Erasure erasure) {
    return new Document("at", erasure.at().toString())
        .append("by", erasure.by())
        .append("why", erasure.why());
  }

  static Erasure erasure(Document document) {
    return new Erasure(
        Instant.parse(document.getString("at")),
        document.getString("by"),
        document.getString("why"));
  }
}
