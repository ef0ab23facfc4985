package dev.crawler.processes.job;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Carries an order to a member and its answer back. *Confined to one thread.*
public final class Errand
    implements Callable<byte[]>, IdentifiedDataSerializable, HazelcastInstanceAware {
  /// Of the factory that makes these.
  public static final int FACTORY = 7302;

  private static final int CLASS = 1;
  private static final String TAKER = "crawler.orders";

  private byte[] order;
  private @Nullable HazelcastInstance hazelcast;

  /// One without an order yet, to be read into.
  public Errand() {
    this(new byte[0]);
  }

  Errand(byte[] order) {
    this.order = order;
  }

  /// Takes the orders of a member: each call answers one, on any thread.
  public interface Taker {
    /// Answers.
    ///
    /// @throws IOException when it cannot, with why
    byte[] take(Order order) throws IOException;
  }

  /// Has that one take the orders to a member.
  public static void deliverTo(HazelcastInstance member, Taker taker) {
    member.getUserContext().put(TAKER, taker);
  }

  @Override
  public byte[] call() throws IOException {
    if (hazelcast == null || !(hazelcast.getUserContext().get(TAKER) instanceof Taker taker)) {
      throw new IOException("no worker here yet");
    }
    return taker.take(OrderCodec.read(order));
  }

  @Override
  public void setHazelcastInstance(HazelcastInstance instance) {
    hazelcast = instance;
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    out.writeByteArray(order);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    var bytes = in.readByteArray();
    order = bytes == null ? new byte[0] : bytes;
  }

  @Override
  public int getFactoryId() {
    return FACTORY;
  }

  @Override
  public int getClassId() {
    return CLASS;
  }
}
