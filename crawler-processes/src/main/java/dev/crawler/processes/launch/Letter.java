package dev.crawler.processes.launch;

import dev.crawler.core.engine.Endpoint;
import dev.crawler.core.engine.WorkerSettings;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;

/// The settings of a worker on their way through its standard input: the command line is there for
/// every user of the machine to read, and the name of the cluster is what keeps others out.
/// *Immutable.*
record Letter(int number, WorkerSettings settings) {
  /// Changes with the form: both ends come from one class path, unless that was exchanged
  /// meanwhile.
  private static final int VERSION = 0x43574B02;

  private static final int MOST_MEMBERS = 1_000;

  void writeTo(OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeInt(VERSION);
    data.writeInt(number);
    data.writeUTF(settings.listen().toString());
    data.writeInt(settings.join().size());
    for (var member : settings.join()) {
      data.writeUTF(member.toString());
    }
    data.writeUTF(settings.clusterName());
    data.writeBoolean(settings.exposed());
    data.writeUTF(settings.folder().toString());
    data.writeBoolean(settings.kept());
    data.flush();
  }

  /// @throws IOException when this is no letter, or ends in the middle
  static Letter readFrom(InputStream in) throws IOException {
    var data = new DataInputStream(in);
    if (data.readInt() != VERSION) {
      throw new IOException("these are no settings of a worker of this version");
    }
    int number = data.readInt();
    try {
      return new Letter(number, settings(data));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static WorkerSettings settings(DataInputStream data) throws IOException {
    var listen = Endpoint.of(data.readUTF());
    int members = data.readInt();
    if (members < 0 || members > MOST_MEMBERS) {
      throw new IOException(members + " members cannot be");
    }
    var join = new ArrayList<Endpoint>();
    for (int i = 0; i < members; i++) {
      join.add(Endpoint.of(data.readUTF()));
    }
    return new WorkerSettings(
        listen,
        join,
        data.readUTF(),
        data.readBoolean(),
        Path.of(data.readUTF()),
        data.readBoolean());
  }
}
