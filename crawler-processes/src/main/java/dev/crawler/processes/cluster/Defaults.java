package dev.crawler.processes.cluster;

import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.SerializationConfig;
import dev.crawler.processes.ledger.LedgerLostException;
import dev.crawler.processes.ledger.LedgerTypes;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What members and clients are told alike. *Thread-safe.*
final class Defaults {
  /// Of what lies in the maps and what is said about it. Members of another version are strangers,
  /// for it is a part of their cluster's name.
  static final int WIRE_VERSION = 1;

  private static final Map<String, String> BOTH =
      Map.of(
          "hazelcast.phone.home.enabled", "false",
          "hazelcast.logging.type", "jdk",
          "hazelcast.shutdownhook.enabled", "false",
          "hazelcast.socket.bind.any", "false");

  /// Failure detection and retries as measured: a killed member stalls what waits for it for 1.5 s,
  /// a frozen one for 6 s. A change whose backup was not heard of has failed, and is made again.
  /// Answers are read by the thread that has received them: a change costs a third less.
  private static final Map<String, String> MEMBER =
      Map.ofEntries(
          Map.entry("hazelcast.wait.seconds.before.join", "0"),
          Map.entry("hazelcast.heartbeat.interval.seconds", "1"),
          Map.entry("hazelcast.max.no.heartbeat.seconds", "5"),
          Map.entry("hazelcast.operation.call.timeout.millis", "10000"),
          Map.entry("hazelcast.operation.backup.timeout.millis", "1000"),
          Map.entry("hazelcast.operation.fail.on.indeterminate.state", "true"),
          Map.entry("hazelcast.invocation.max.retry.count", "60"),
          Map.entry("hazelcast.operation.response.thread.count", "0"),
          Map.entry("hazelcast.max.join.seconds", "30"),
          Map.entry("hazelcast.tcp.join.port.try.count", "1"),
          Map.entry("hazelcast.health.monitoring.level", "OFF"),
          Map.entry("hazelcast.jmx", "false"),
          Map.entry("hazelcast.slow.operation.detector.enabled", "false"),
          Map.entry("hazelcast.operation.generic.thread.count", "2"),
          Map.entry("hazelcast.event.thread.count", "1"),
          Map.entry("hazelcast.event.queue.capacity", "100000"),
          Map.entry("hazelcast.clientengine.thread.count", "2"),
          Map.entry("hazelcast.clientengine.query.thread.count", "2"),
          Map.entry("hazelcast.clientengine.blocking.thread.count", "2"));

  private static final Map<String, String> CLIENT =
      Map.of(
          "hazelcast.client.heartbeat.interval", "1000",
          "hazelcast.client.heartbeat.timeout", "5000",
          "hazelcast.client.operation.backup.timeout.millis", "500",
          "hazelcast.client.operation.fail.on.indeterminate.state", "true",
          "hazelcast.client.invocation.retry.pause.millis", "100",
          "hazelcast.client.invocation.timeout.seconds", "20");

  private Defaults() {}

  static void ofMember(BiConsumer<String, String> property) {
    BOTH.forEach(property);
    MEMBER.forEach(property);
  }

  static void ofClient(BiConsumer<String, String> property) {
    BOTH.forEach(property);
    CLIENT.forEach(property);
  }

  /// The name as it is compared.
  static String fullName(String clusterName) {
    return clusterName + "/crawler-" + WIRE_VERSION;
  }

  /// Registers our types; what Java's own serialization reads is limited to classes of the JDK, of
  /// Hazelcast and our own failure. It is in use for failures: an answer with a class that is
  /// refused is never heard, and its caller waits, so nothing that runs on a member may throw
  /// others.
  static void serialization(SerializationConfig config, Consumer<SerializationConfig> more) {
    var filter = new JavaSerializationFilterConfig().setDefaultsDisabled(true);
    filter
        .getWhitelist()
        .addPrefixes("java.", "[", "com.hazelcast.")
        .addClasses(LedgerLostException.class.getName());
    config.setJavaSerializationFilterConfig(filter);
    LedgerTypes.register(config);
    more.accept(config);
  }
}
