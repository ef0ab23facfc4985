package dev.crawler.processes.cluster;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.SerializationConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.engine.Endpoint;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Starts members and clients. *Thread-safe.*
public final class Clusters {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int PORTS_TRIED = 5;
  private static final int CLIENT_WAIT_MILLIS = 10_000;
  private static final int CLIENT_CONNECT_MILLIS = 3_000;
  private static final int CLIENT_BACKOFF_MILLIS = 1_000;

  private Clusters() {}

  /// Starts a member and has it join the others. It is the first of its cluster when nobody listens
  /// at the addresses given; a worker that wants a coordinator never is.
  ///
  /// @param more registers the serializers of the caller's own tasks
  /// @throws JoinRefusedException when it cannot listen, or those addressed will not have it
  public static HazelcastInstance startMember(
      MemberSettings settings, Consumer<SerializationConfig> more) {
    return tryStart(settings, more)
        .orElseThrow(() ->
            new JoinRefusedException(
                "cannot listen on " + settings.listen() + ": somebody does already"));
  }

  /// The same on a free port of the loopback interface. Another process may take a port before the
  /// member does: then another one is tried, a few times.
  public static HazelcastInstance startOnLoopback(
      Function<Endpoint, MemberSettings> settings, Consumer<SerializationConfig> more) {
    return Stream.generate(() -> tryStart(settings.apply(FreePort.on(LOOPBACK)), more))
        .limit(PORTS_TRIED)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new JoinRefusedException("found no free port on " + LOOPBACK));
  }

  /// What Hazelcast takes from its process, before any of it is loaded.
  private static void prepare() {
    Quiet.begin();
    SteadyClock.begin();
  }

  private static Optional<HazelcastInstance> tryStart(
      MemberSettings settings, Consumer<SerializationConfig> more) {
    prepare();
    try {
      var member = Hazelcast.newHazelcastInstance(MemberConfig.of(settings, more));
      Arrival.check(member, settings);
      Arrival.awaitQuorum(member);
      return Optional.of(member);
    } catch (HazelcastException | IllegalStateException e) {
      if (isPortTaken(e)) {
        return Optional.empty();
      }
      throw new JoinRefusedException(
          "cannot join "
              + settings.clusterName()
              + " from "
              + settings.listen()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static boolean isPortTaken(@Nullable Throwable thrown) {
    return thrown != null && (thrown instanceof BindException || isPortTaken(thrown.getCause()));
  }

  /// Connects a client.
  ///
  /// @param more registers the serializers of the caller's own tasks
  /// @throws JoinRefusedException when there is no such cluster at any of the addresses
  public static HazelcastInstance connect(
      String clusterName, List<Endpoint> members, Consumer<SerializationConfig> more) {
    prepare();
    var addresses = members.stream().map(Endpoint::toString).toList();
    var config = new ClientConfig().setClusterName(Defaults.fullName(clusterName));
    Defaults.ofClient(config::setProperty);
    Defaults.serialization(config.getSerializationConfig(), more);
    config
        .getNetworkConfig()
        .setAddresses(addresses)
        .setRedoOperation(true)
        .setConnectionTimeout(CLIENT_CONNECT_MILLIS)
        .getAutoDetectionConfig()
        .setEnabled(false);
    config
        .getConnectionStrategyConfig()
        .getConnectionRetryConfig()
        .setMaxBackoffMillis(CLIENT_BACKOFF_MILLIS)
        .setClusterConnectTimeoutMillis(CLIENT_WAIT_MILLIS);
    config.getMetricsConfig().setEnabled(false);
    try {
      return HazelcastClient.newHazelcastClient(config);
    } catch (HazelcastException | IllegalStateException e) {
      throw new JoinRefusedException(Arrival.nobody(clusterName, members), e);
    }
  }
}
