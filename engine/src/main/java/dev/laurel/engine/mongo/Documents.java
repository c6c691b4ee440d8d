package dev.laurel.engine.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** What all collections have in common. */
final class Documents {
  private Documents() {}

  /**
   * Inserts those that are not there yet.
   *
   * @return the places in the list of those that were there before
   */
  static Set<Integer> insertNew(MongoCollection<Document> into, List<Document> documents) {
    Set<Integer> there = new HashSet<>();
    if (documents.isEmpty()) return there;
    try {
      if (documents.size() == 1) into.insertOne(documents.getFirst());
      else into.insertMany(documents, new InsertManyOptions().ordered(false));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
      there.add(0);
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null) throw e;
      for (var error : e.getWriteErrors()) {
        if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
        there.add(error.getIndex());
      }
    }
    return there;
  }

  /** JSON as it stands in a document: readable text. */
  static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
