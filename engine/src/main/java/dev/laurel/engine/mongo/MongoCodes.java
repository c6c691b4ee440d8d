package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.laurel.engine.code.CodeStore;
import dev.laurel.engine.code.IssuedCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** The codes that were given out, by themselves, so that no two are the same. */
final class MongoCodes implements CodeStore {
  private final MongoCollection<Document> codes;

  MongoCodes(MongoDatabase database) {
    this.codes = database.getCollection("codes");
  }

  @Override
  public Set<String> claim(Collection<IssuedCode> issued) {
    List<IssuedCode> all = List.copyOf(issued);
    Set<Integer> there =
        Asking.of(() ->
            Documents.insertNew(
                codes, new ArrayList<>(all.stream().map(MongoCodes::document).toList())));
    return there.stream().map(place -> all.get(place).code()).collect(Collectors.toSet());
  }

  @Override
  public Optional<IssuedCode> find(String code) {
    return Asking.of(
        () -> Optional.ofNullable(codes.find(eq("_id", code)).first()).map(MongoCodes::code));
  }

  private static Document document(IssuedCode code) {
    return new Document("_id", code.code())
        .append("benefit", code.benefit())
        .append("member", code.member())
        .append("event", code.event());
  }

  private static IssuedCode code(Document document) {
    return new IssuedCode(
        document.getString("_id"),
        document.getString("benefit"),
        document.getString("member"),
        document.getString("event"));
  }
}
