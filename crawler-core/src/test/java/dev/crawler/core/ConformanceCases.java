package dev.crawler.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the shared conformance data: a file is one JSON array of flat objects. The data is not
/// part of the project; a test that asks for a file where there is none is skipped with a message,
/// never passed in silence. *No state.*
@NullMarked
public final class ConformanceCases {
  private static final String FOLDER = "crawler.conformance";

  private ConformanceCases() {}

  /// The cases of a file in its order: member name to a String, Boolean, Number or null.
  public static List<Map<String, @Nullable Object>> read(String file) {
    var folder = System.getProperty(FOLDER);
    assumeTrue(folder != null, "no conformance data: system property " + FOLDER + " is not set");
    var path = Path.of(folder, file);
    assumeTrue(Files.isRegularFile(path), () -> "no conformance data: " + path + " is absent");
    return cases(path);
  }

  private static List<Map<String, @Nullable Object>> cases(Path path) {
    try (var in = Files.newInputStream(path);
        var json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      var cases = new ArrayList<Map<String, @Nullable Object>>();
      expect(json.nextToken(), JsonToken.START_ARRAY);
      while (json.nextToken() != JsonToken.END_ARRAY) {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        cases.add(members(json));
      }
      return cases;
    } catch (IOException e) {
      throw new IllegalStateException("unreadable conformance data: " + path, e);
    }
  }

  private static Map<String, @Nullable Object> members(JsonParser json) {
    var members = new HashMap<String, @Nullable Object>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var name = json.currentName();
      members.put(name, value(json, json.nextToken()));
    }
    return members;
  }

  private static @Nullable Object value(JsonParser json, JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> json.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
      case VALUE_NULL -> null;
      default -> throw new IllegalStateException("no flat object: " + token);
    };
  }

  private static void expect(@Nullable JsonToken found, JsonToken wanted) {
    if (found != wanted) {
      throw new IllegalStateException("found " + found + " where " + wanted + " should be");
    }
  }
}
