package dev.crawler.vertx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate made for one test by the JDK's keytool, signed by an authority of its own.
/// *Immutable.*
///
/// @param server context of a server that has it
/// @param trusted store of a client that trusts the authority
record TestCertificate(SSLContext server, Path trusted) {
  private static final String SERVER = "server";
  private static final String AUTHORITY = "authority";
  private static final char[] PASSWORD = "password".toCharArray();
  private static final int PATIENCE_SECONDS = 60;

  /// A certificate for subject alternative names such as `dns:a.example`.
  ///
  /// @param startDate as keytool wants it, such as `-2d`; valid for one day
  static TestCertificate of(Path folder, String names, String startDate) throws Exception {
    var file = folder.resolve("keys" + startDate + ".p12");
    generate(file, "-alias", AUTHORITY, "-dname", "CN=authority", "-ext", "bc:c");
    generate(
        file,
        "-alias",
        SERVER,
        "-dname",
        "CN=server",
        "-ext",
        "san=" + names,
        "-signer",
        AUTHORITY,
        "-startdate",
        startDate,
        "-validity",
        "1");
    var store = KeyStore.getInstance("PKCS12");
    try (var input = Files.newInputStream(file)) {
      store.load(input, PASSWORD);
    }
    var authority = store.getCertificate(AUTHORITY);
    store.deleteEntry(AUTHORITY);
    return new TestCertificate(
        server(store), trusted(folder.resolve("trust" + startDate), authority));
  }

  private static void generate(Path file, String... options)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Collections.addAll(command, "-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1");
    Collections.addAll(command, "-keystore", file.toString(), "-storepass", new String(PASSWORD));
    Collections.addAll(command, options);
    var log = file.resolveSibling("keytool.log").toFile();
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool made no certificate: " + Files.readString(log.toPath()));
    }
  }

  private static SSLContext server(KeyStore store) throws GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static Path trusted(Path file, Certificate authority)
      throws GeneralSecurityException, IOException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(AUTHORITY, authority);
    try (var output = Files.newOutputStream(file)) {
      trusted.store(output, PASSWORD);
    }
    return file;
  }
}
