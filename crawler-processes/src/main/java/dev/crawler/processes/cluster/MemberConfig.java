package dev.crawler.processes.cluster;

import com.hazelcast.config.CacheDeserializedValues;
import com.hazelcast.config.Config;
import com.hazelcast.config.ExecutorConfig;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.SerializationConfig;
import com.hazelcast.config.SplitBrainProtectionConfig;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionOn;
import dev.crawler.processes.ledger.Ledger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.function.Consumer;

/// What Hazelcast is told for a member: listens at one address, joins those that are named and
/// nobody else, keeps one copy of everything, and does nothing on the losing side of a torn
/// cluster. *Thread-safe.*
final class MemberConfig {
  private static final int CONNECT_SECONDS = 3;

  private MemberConfig() {}

  static Config of(MemberSettings settings, Consumer<SerializationConfig> more) {
    var config =
        new Config()
            .setClusterName(Defaults.fullName(settings.clusterName()))
            .setLiteMember(settings.role() == Role.COORDINATOR);
    Defaults.ofMember(config::setProperty);
    config.getMemberAttributeConfig().setAttribute(Role.ATTRIBUTE, settings.role().attribute());
    config.getMetricsConfig().setEnabled(false);
    config.getJetConfig().setEnabled(false);
    var address = Addresses.of(settings.listen());
    config.setProperty(
        "hazelcast.prefer.ipv4.stack", Boolean.toString(address instanceof Inet4Address));
    network(config.getNetworkConfig(), settings, address);
    Defaults.serialization(config.getSerializationConfig(), more);
    config.addSplitBrainProtectionConfig(quorum(settings)).addMapConfig(maps());
    return config.addExecutorConfig(
        new ExecutorConfig("default").setPoolSize(2).setStatisticsEnabled(false));
  }

  private static void network(NetworkConfig network, MemberSettings settings, InetAddress address) {
    var listen = settings.listen();
    network
        .setPort(listen.port())
        .setPortAutoIncrement(false)
        .setReuseAddress(true)
        .setPublicAddress(listen.toString());
    network.getInterfaces().setEnabled(true).addInterface(address.getHostAddress());
    network.getMemcacheProtocolConfig().setEnabled(false);
    var join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    var tcp = join.getTcpIpConfig().setEnabled(true).setConnectionTimeoutSeconds(CONNECT_SECONDS);
    tcp.addMember(listen.toString());
    settings.members().stream()
        .filter(member -> !member.equals(listen))
        .forEach(member -> tcp.addMember(member.toString()));
  }

  private static SplitBrainProtectionConfig quorum(MemberSettings settings) {
    return new SplitBrainProtectionConfig(Ledger.QUORUM, true)
        .setProtectOn(SplitBrainProtectionOn.READ_WRITE)
        .setFunctionImplementation(
            settings.quorumByCoordinator()
                ? new CoordinatorQuorum()
                : new MajorityQuorum(System::nanoTime));
  }

  /// For all maps: values as bytes, which a million are to fit, no figures about each of them.
  private static MapConfig maps() {
    return new MapConfig("default")
        .setBackupCount(1)
        .setInMemoryFormat(InMemoryFormat.BINARY)
        .setCacheDeserializedValues(CacheDeserializedValues.NEVER)
        .setStatisticsEnabled(false)
        .setPerEntryStatsEnabled(false)
        .setSplitBrainProtectionName(Ledger.QUORUM);
  }
}
