package dev.crawler.processes.ledger;

import com.hazelcast.config.SerializerConfig;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.StreamSerializer;
import java.io.IOException;

/// How one of our types is written, under a number of its own: no class is named on the wire, so
/// none can be asked for, and a value has 8 bytes of header, where an identified type has 17.
/// *Immutable.*
final class Codec<T> implements StreamSerializer<T> {
  /// Writes a value.
  interface Writer<T> {
    void write(T value, ObjectDataOutput out) throws IOException;
  }

  /// Reads a value.
  interface Reader<T> {
    T read(ObjectDataInput in) throws IOException;
  }

  private final int typeId;
  private final Writer<T> writer;
  private final Reader<T> reader;

  private Codec(int typeId, Writer<T> writer, Reader<T> reader) {
    this.typeId = typeId;
    this.writer = writer;
    this.reader = reader;
  }

  static <T> SerializerConfig of(int typeId, Class<T> type, Writer<T> writer, Reader<T> reader) {
    return new SerializerConfig()
        .setTypeClass(type)
        .setImplementation(new Codec<>(typeId, writer, reader));
  }

  @Override
  public int getTypeId() {
    return typeId;
  }

  @Override
  public void write(ObjectDataOutput out, T value) throws IOException {
    writer.write(value, out);
  }

  @Override
  public T read(ObjectDataInput in) throws IOException {
    return reader.read(in);
  }
}
