package dev.crawler.tck.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Makes keys and certificates with the JDK's keytool. *Immutable.*
///
/// @param store where they go
record Keytool(Path store) {
  /// Makes a pair of keys and its certificate, as the options say.
  void generate(String alias, String... options) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", TestKeys.PASSWORD));
    command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias));
    Collections.addAll(command, options);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool made no certificate: " + said);
    }
  }
}
