package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a collection by their id, as BSON. What is read is always a copy of its own, so
 * whoever changes one in place changes nobody else's.
 *
 * @param reads counts every document that is taken apart
 */
record Documents(Table table, LongAdder reads) {
  private static final int USUAL_BYTES = 1024;

  @Nullable Hit read(Key id) {
    byte[] bytes = table.get(id);
    return bytes == null ? null : read(id, bytes);
  }

  Hit read(Key id, byte[] bytes) {
    reads.increment();
    return new Hit(id, BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes)), bytes.length);
  }

  void write(Key id, Document document) {
    ByteBuf buffer = Unpooled.buffer(USUAL_BYTES);
    try {
      BsonEncoder.encodeDocument(document, buffer);
      byte[] bytes = new byte[buffer.readableBytes()];
      buffer.readBytes(bytes);
      table.put(id, bytes);
    } finally {
      buffer.release();
    }
  }
}
