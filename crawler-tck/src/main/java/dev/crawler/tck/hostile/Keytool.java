package dev.crawler.tck.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes keys and certificates with the JDK's keytool, in a store of its own that goes with the
/// JVM. *Confined to one thread.*
///
/// @param folder where its files are
public record Keytool(Path folder) {
  /// What opens all stores.
  public static final String PASSWORD = "password";

  private static final int PATIENCE_SECONDS = 50;

  /// With nothing made yet.
  public static Keytool start() throws IOException {
    var folder = Files.createTempDirectory("certificates");
    folder.toFile().deleteOnExit();
    return new Keytool(folder);
  }

  /// Makes a pair of keys and its certificate, as the options say.
  public void generate(String alias, String... options) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-keystore", temporary("keys").toString(), "-storepass", PASSWORD));
    command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias));
    Collections.addAll(command, options);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool made no certificate: " + said);
    }
  }

  /// All that was made.
  public KeyStore keys() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(temporary("keys").toFile(), PASSWORD.toCharArray());
  }

  /// A store with that certificate alone, for those who are to trust it.
  public Path trusting(Certificate authority) throws IOException, GeneralSecurityException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", authority);
    var file = temporary("trusted");
    try (var output = Files.newOutputStream(file)) {
      trusted.store(output, PASSWORD.toCharArray());
    }
    return file;
  }

  private Path temporary(String name) {
    var file = folder.resolve(name);
    file.toFile().deleteOnExit();
    return file;
  }
}
