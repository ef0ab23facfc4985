package dev.crawler.tck.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crawler.tck.hostile.Host.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// What servers show of themselves over TLS, made by the JDK's keytool when it is wanted first.
/// *Immutable.*
///
/// @param contexts of servers, by who they claim to be
/// @param trusted store with the one authority that clients are to trust
record Certificates(Map<Identity, SSLContext> contexts, Path trusted) {
  /// The name that all certificates are for.
  static final String NAME = "secure.example";

  static final String PASSWORD = "password";

  private static final int PATIENCE_SECONDS = 50;
  private static final String NAMED = "san=dns:" + NAME;

  private static final class Holder {
    private static final Certificates MADE = make();
  }

  static Certificates made() {
    return Holder.MADE;
  }

  private static Certificates make() {
    try {
      var folder = Files.createTempDirectory("certificates");
      folder.toFile().deleteOnExit();
      var keys = temporary(folder, "keys");
      generate(keys, "authority", "-ext", "bc:c");
      generate(keys, "stranger", "-ext", "bc:c");
      generate(keys, "between", "-ext", "bc:c", "-signer", "authority");
      generate(keys, "true", "-ext", NAMED, "-signer", "authority");
      generate(
          keys,
          "expired",
          "-ext",
          NAMED,
          "-signer",
          "authority",
          "-startdate",
          "-9d",
          "-validity",
          "1");
      generate(keys, "self_signed", "-ext", NAMED);
      generate(keys, "unknown_root", "-ext", NAMED, "-signer", "stranger");
      generate(keys, "incomplete", "-ext", NAMED, "-signer", "between");
      var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
      return new Certificates(contexts(store), trust(store, temporary(folder, "trusted")));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no certificates", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("no time for certificates", e);
    }
  }

  private static Path temporary(Path folder, String name) {
    var file = folder.resolve(name);
    file.toFile().deleteOnExit();
    return file;
  }

  private static void generate(Path keys, String alias, String... options)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
    command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias));
    command.addAll(Arrays.asList(options));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool made no certificate: " + said);
    }
  }

  private static Map<Identity, SSLContext> contexts(KeyStore store)
      throws GeneralSecurityException, IOException {
    var contexts = new EnumMap<Identity, SSLContext>(Identity.class);
    for (var identity : Identity.values()) {
      var alias = identity.name().toLowerCase(Locale.ROOT);
      var chain = store.getCertificateChain(alias);
      var shown = identity == Identity.INCOMPLETE ? new Certificate[] {chain[0]} : chain;
      contexts.put(identity, context((PrivateKey) store.getKey(alias, secret()), shown));
    }
    return contexts;
  }

  private static SSLContext context(PrivateKey key, Certificate[] chain)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("server", key, secret(), chain);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, secret());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static Path trust(KeyStore store, Path file)
      throws GeneralSecurityException, IOException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", store.getCertificate("authority"));
    try (var output = Files.newOutputStream(file)) {
      trusted.store(output, secret());
    }
    return file;
  }

  private static char[] secret() {
    return PASSWORD.toCharArray();
  }
}
