package dev.crawler.tck.tls;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The keys and certificates of all identities, out of a store that is part of the kit: they are no
/// secret, nobody trusts them but who is told to, and they last for a hundred years. *Immutable.*
final class TestKeys {
  /// What opens all stores.
  static final String PASSWORD = "password";

  /// Beside this class; `TestKeysTest` has made it.
  static final String STORE = "keys.p12";

  /// Who signs for those that are to be believed.
  static final String AUTHORITY = "authority";

  private final Map<Identity, SSLContext> servers = new EnumMap<>(Identity.class);
  private final KeyStore store;
  private final Path trusted;

  private TestKeys(KeyStore store) throws IOException, GeneralSecurityException {
    this.store = store;
    trusted = trusting(store.getCertificate(AUTHORITY));
    for (var identity : Identity.values()) {
      servers.put(identity, server(store, identity));
    }
  }

  private static final class Holder {
    private static final TestKeys READ = read();
  }

  static TestKeys ofKit() {
    return Holder.READ;
  }

  private static TestKeys read() {
    try (var bytes = requireNonNull(TestKeys.class.getResourceAsStream(STORE))) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(bytes, secret());
      return new TestKeys(store);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no certificates", e);
    }
  }

  /// A store with the authority alone, for those who are to trust it: a file that goes with the
  /// JVM.
  Path trusted() {
    return trusted;
  }

  X509Certificate certificate(String alias) throws GeneralSecurityException {
    return (X509Certificate) requireNonNull(store.getCertificate(alias));
  }

  SSLContext server(Identity identity) {
    return requireNonNull(servers.get(identity));
  }

  private static SSLContext server(KeyStore store, Identity identity)
      throws IOException, GeneralSecurityException {
    var alias = alias(identity);
    var chain = store.getCertificateChain(alias);
    var shown = identity == Identity.INCOMPLETE ? new Certificate[] {chain[0]} : chain;
    return context((PrivateKey) store.getKey(alias, secret()), shown);
  }

  static String alias(Identity identity) {
    return identity.name().toLowerCase(Locale.ROOT);
  }

  private static SSLContext context(PrivateKey key, Certificate[] chain)
      throws GeneralSecurityException, IOException {
    var own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry("server", key, secret(), chain);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, secret());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static Path trusting(Certificate authority) throws IOException, GeneralSecurityException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(AUTHORITY, authority);
    var file = Files.createTempFile("trusted", ".p12");
    file.toFile().deleteOnExit();
    try (var output = Files.newOutputStream(file)) {
      trusted.store(output, secret());
    }
    return file;
  }

  private static char[] secret() {
    return PASSWORD.toCharArray();
  }
}
