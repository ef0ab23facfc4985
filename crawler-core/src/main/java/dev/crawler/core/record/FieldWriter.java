package dev.crawler.core.record;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the value of one field, whichever kind it is of. *Confined to one thread.*
interface FieldWriter {
  /// Takes a text, or null where there is none.
  void text(@Nullable String text) throws IOException;

  void number(long number) throws IOException;

  void flag(boolean flag) throws IOException;

  void texts(List<String> texts) throws IOException;

  void robots(PageRecord.RobotsMeta robots) throws IOException;

  /// Takes note that there is no value.
  void absent() throws IOException;
}
