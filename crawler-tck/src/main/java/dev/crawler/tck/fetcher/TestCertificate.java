package dev.crawler.tck.fetcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate for `named.example` and 127.0.0.1, made by the JDK's keytool and signed by an
/// authority of its own. *Immutable.*
///
/// @param server context of a server that has it
/// @param trusted store with the authority alone, under the password
public record TestCertificate(SSLContext server, Path trusted) {
  /// What opens the store.
  public static final String PASSWORD = "password";

  private static final String SERVER = "server";
  private static final String AUTHORITY = "authority";
  private static final int PATIENCE_SECONDS = 50;

  /// Keytool takes its time, so that there are only two, made when the first of them is wanted.
  static final TestCertificate VALID = startingAt("-1H");

  /// Ended some days ago.
  static final TestCertificate EXPIRED = startingAt("-9d");

  /// Valid for one day.
  private static TestCertificate startingAt(String startDate) {
    try {
      var folder = Files.createTempDirectory("certificate");
      folder.toFile().deleteOnExit();
      return in(folder, startDate);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no certificate", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("no time for a certificate", e);
    }
  }

  private static TestCertificate in(Path folder, String startDate)
      throws IOException, GeneralSecurityException, InterruptedException {
    var keys = temporary(folder, "keys");
    var log = temporary(folder, "log");
    generate(keys, log, "-alias", AUTHORITY, "-dname", "CN=authority", "-ext", "bc:c");
    generate(
        keys,
        log,
        "-alias",
        SERVER,
        "-dname",
        "CN=server",
        "-ext",
        "san=dns:named.example,ip:127.0.0.1",
        "-signer",
        AUTHORITY,
        "-startdate",
        startDate,
        "-validity",
        "1");
    var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    var trusted = temporary(folder, "trusted");
    save(store, trusted);
    store.deleteEntry(AUTHORITY);
    return new TestCertificate(server(store), trusted);
  }

  private static Path temporary(Path folder, String name) {
    var file = folder.resolve(name);
    file.toFile().deleteOnExit();
    return file;
  }

  private static void generate(Path keys, Path log, String... options)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Collections.addAll(command, "-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1");
    Collections.addAll(command, "-keystore", keys.toString(), "-storepass", PASSWORD);
    Collections.addAll(command, options);
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool made no certificate: " + Files.readString(log));
    }
  }

  private static void save(KeyStore store, Path file) throws IOException, GeneralSecurityException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(AUTHORITY, store.getCertificate(AUTHORITY));
    try (var output = Files.newOutputStream(file)) {
      trusted.store(output, PASSWORD.toCharArray());
    }
  }

  private static SSLContext server(KeyStore store) throws GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
