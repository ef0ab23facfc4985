package dev.crawler.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:A4")
final class AddressPolicyTest {
  @ParameterizedTest
  @CsvSource({
    "unspecified, 0.0.0.0, 0.255.255.255",
    "private, 10.0.0.0, 10.255.255.255",
    "carrier-grade NAT, 100.64.0.0, 100.127.255.255",
    "loopback, 127.0.0.0, 127.255.255.255",
    "link-local, 169.254.0.0, 169.254.255.255",
    "private, 172.16.0.0, 172.31.255.255",
    "protocol assignments, 192.0.0.0, 192.0.0.255",
    "private, 192.168.0.0, 192.168.255.255",
    "benchmarking, 198.18.0.0, 198.19.255.255",
    "multicast, 224.0.0.0, 239.255.255.255",
    "reserved, 240.0.0.0, 255.255.255.255",
    "unspecified, ::, ::",
    "loopback, ::1, ::1",
    "local NAT64, 64:ff9b:1::, 64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
    "discard, 100::, 100::ffff:ffff:ffff:ffff",
    "unique local, fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "link-local, fe80::, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "site-local, fec0::, feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "multicast, ff00::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "link-local, 169.254.169.254, 169.254.169.254",
  })
  void theFirstAndTheLastOfEachBlockAreRefused(String kind, String first, String last) {
    assertThat(AddressPolicy.objection(InetAddress.ofLiteral(first))).contains(kind);
    assertThat(AddressPolicy.objection(InetAddress.ofLiteral(last))).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "8.8.8.8",
        "2606:4700::1111",
        "2a00:1450::1",
        "64:ff9b:2::",
        "100:0:0:1::",
        "fbff::1",
        "2000::",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
      })
  void theirNeighboursAreFine(String literal) {
    assertThat(AddressPolicy.objection(InetAddress.ofLiteral(literal))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::ffff:127.0.0.1", "::127.0.0.1", "::ffff:0:10.0.0.1", "64:ff9b::169.254.169.254",
        "2002:7f00:1::", "2002:c0a8:101::9", "2001:0:808:808::80ff:fffe", "2a00::5efe:10.0.0.1",
        "2a00::200:5efe:192.168.0.1",
      })
  void aPrivateAddressIsRefusedInEveryWrapping(String literal) {
    assertThat(AddressPolicy.objection(InetAddress.ofLiteral(literal))).isPresent();
  }

  @Test
  void aWrappedAddressIsAsPublicAsWhatItWraps() throws Exception {
    var random = new Random(42);
    for (int i = 0; i < 10_000; i++) {
      var inner = new byte[4];
      random.nextBytes(inner);
      boolean refused = AddressPolicy.objection(InetAddress.getByAddress(inner)).isPresent();

      assertThat(refusesWrapped("64:ff9b::", 12, inner)).as("NAT64 %s", i).isEqualTo(refused);
      assertThat(refusesWrapped("2002::", 2, inner)).as("6to4 %s", i).isEqualTo(refused);
      assertThat(refusesWrapped("::ffff:0:0:0", 12, inner)).as("SIIT %s", i).isEqualTo(refused);
    }
  }

  @Test
  void thePublicOnesKeepTheirOrder() {
    var addresses =
        List.of(
            InetAddress.ofLiteral("8.8.8.8"),
            InetAddress.ofLiteral("10.0.0.1"),
            InetAddress.ofLiteral("1.1.1.1"));

    assertThat(AddressPolicy.allowed(addresses, false))
        .containsExactly(addresses.getFirst(), addresses.getLast());
  }

  private static boolean refusesWrapped(String prefix, int offset, byte[] inner) throws Exception {
    var octets = InetAddress.ofLiteral(prefix).getAddress();
    System.arraycopy(inner, 0, octets, offset, inner.length);
    return AddressPolicy.objection(InetAddress.getByAddress(octets)).isPresent();
  }
}
