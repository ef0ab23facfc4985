package dev.crawler.tck.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FetchResult;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of odd answers, each sent once and followed by the end of the connection. `|`
/// stands for the end of a line, `~` for a NUL, `^` for a lone CR.
interface VerdictContract extends FetcherUnderTest {
  @Tag("spec:H8")
  @Tag("spec:H9")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '%',
      textBlock =
          """
          N9   % length too short             % HTTP/1.1 200 OK|Content-Length: 2||okEXTRA        % 200 ok
          N10  % two different lengths        % HTTP/1.1 200 OK|Content-Length: 2|Content-Length: 3||abc % protocol
          N10  % two different in one field   % HTTP/1.1 200 OK|Content-Length: 2, 3||abc         % protocol
          N10  % the same length twice        % HTTP/1.1 200 OK|Content-Length: 2|content-length: 2||ok % 200 ok
          N11  % negative length              % HTTP/1.1 200 OK|Content-Length: -1||abc           % protocol
          N11  % signed length                % HTTP/1.1 200 OK|Content-Length: +2||ok            % protocol
          N11  % length that is text          % HTTP/1.1 200 OK|Content-Length: two||ok           % protocol
          N11  % empty length                 % HTTP/1.1 200 OK|Content-Length:||ok               % protocol
          N11  % length beyond 2^64           % HTTP/1.1 200 OK|Content-Length: 99999999999999999999||ok % protocol
          N12 % length and chunked % HTTP/1.1 200 OK|Content-Length: 99|Transfer-Encoding: chunked||2|ok|0|| % 200 ok
          N13  % chunk size that is text      % HTTP/1.1 200 OK|Transfer-Encoding: chunked||zz|ok|0|| % protocol
          N13 % chunk size overflow % HTTP/1.1 200 OK|Transfer-Encoding: chunked||fffffffffffffffff|ok|0|| % protocol
          N13  % negative chunk size          % HTTP/1.1 200 OK|Transfer-Encoding: chunked||-2|ok|0|| % protocol
          N13  % chunk longer than its size   % HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|okay|0|| % protocol
          N14  % no last chunk                % HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|ok|  % truncated
          N14  % end inside a chunk           % HTTP/1.1 200 OK|Transfer-Encoding: chunked||9|ok   % truncated
          N14  % end between chunk and CRLF   % HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|ok   % truncated
          N14  % end inside a chunk size      % HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|ok|zz % truncated
          N14  % end inside the trailers      % HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|ok|0|A: b % truncated
          N13  % chunk size of minus one      % HTTP/1.1 200 OK|Transfer-Encoding: chunked||-1|2|ok|0|| % protocol
          N13  % empty chunk size             % HTTP/1.1 200 OK|Transfer-Encoding: chunked|||2|ok|0|| % protocol
          N15  % trailer without colon        % HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|ok|0|hello|| % protocol
          N8   % length too long              % HTTP/1.1 200 OK|Content-Length: 9||ok             % truncated
          N16  % HTTP/1.0 until close         % HTTP/1.0 200 OK||ok                               % 200 ok
          N16  % HTTP/1.1 until close         % HTTP/1.1 200 OK||ok                               % 200 ok
          N17  % HTTP/0.9                     % <html>hello</html>|                               % protocol
          N17  % garbage                      % ~~~garbage|more|                                  % protocol
          N17  % HTTP/2 in a status line      % HTTP/2 200||                                      % protocol
          N17  % another protocol             % SSH-2.0-OpenSSH_9.2|                              % protocol
          N17  % nothing at all               % ''                                                % reset
          N20  % end inside the status line   % HTTP/1.1 2                                        % reset
          N20  % end inside the header        % HTTP/1.1 200 OK|Content-Le                        % reset
          N20  % end after a header line      % HTTP/1.1 200 OK|Content-Length: 2|                % reset
          N26  % folded line                  % HTTP/1.1 200 OK|X: a|  b|Content-Length: 2||ok    % 200 ok
          N26  % fold before any field        % HTTP/1.1 200 OK|  a: b|Content-Length: 2||ok      % protocol
          N26  % line without colon           % HTTP/1.1 200 OK|hello|Content-Length: 2||ok       % protocol
          N26  % line without name            % HTTP/1.1 200 OK|: b|Content-Length: 2||ok         % protocol
          N26  % NUL in a value               % HTTP/1.1 200 OK|X: a~b|Content-Length: 2||ok      % protocol
          N26  % CR in a value                % HTTP/1.1 200 OK|X: a^b|Content-Length: 2||ok      % protocol
          N26  % blank before the colon       % HTTP/1.1 200 OK|Content-Length : 2||okEXTRA       % 200 ok
          N27 % interim answers % HTTP/1.1 103 E||HTTP/1.1 100 C||HTTP/1.1 200 OK|Content-Length: 2||ok % 200 ok
          N28  % switching protocols          % HTTP/1.1 101 Switching|Upgrade: x||               % protocol
          N28  % interim answer and the end   % HTTP/1.1 100 Continue||                           % reset
          N35  % 204 with a body              % HTTP/1.1 204 No|Content-Length: 2||ok             % 204 ''
          N35  % 304 with a body              % HTTP/1.1 304 Not|Content-Length: 2||ok            % 304 ''
          N36  % 999                          % HTTP/1.1 999 Denied|Content-Length: 2||ok         % 999 ok
          N36  % 600                          % HTTP/1.1 600 ?|Content-Length: 2||ok              % 600 ok
          N36  % 206 unasked                  % HTTP/1.1 206 Partial|Content-Length: 2||ok        % 206 ok
          N36  % one digit                    % HTTP/1.1 2 OK|Content-Length: 2||ok               % protocol
          N36  % below 100                    % HTTP/1.1 099 OK|Content-Length: 2||ok             % protocol
          N36  % four digits                  % HTTP/1.1 2000 OK|Content-Length: 2||ok            % protocol
          N36  % no reason phrase             % HTTP/1.1 200|Content-Length: 2||ok                % 200 ok
          -    % unasked transfer coding      % HTTP/1.1 200 OK|Transfer-Encoding: gzip, chunked||2|ok|0|| % protocol
          -    % chunked twice                % HTTP/1.1 200 OK|Transfer-Encoding: chunked, chunked||2|ok|0|| % protocol
          - % identity % HTTP/1.1 200 OK|Transfer-Encoding: identity|Content-Length: 2||ok % 200 ok
          -    % trailers                     % HTTP/1.1 200 OK|Transfer-Encoding: chunked||2;x=y|ok|0|A: b|| % 200 ok
          N36  % four digits, a nought first  % HTTP/1.1 0200 OK|Content-Length: 2||ok            % protocol
          N17  % version without a dot        % HTTP/1 200 OK|Content-Length: 2||ok               % protocol
          N17  % version of two digits        % HTTP/01.1 200 OK|Content-Length: 2||ok            % protocol
          N17  % a later HTTP/1               % HTTP/1.10 200 OK|Content-Length: 2||ok            % 200 ok
          N27  % interim answer, until close  % HTTP/1.1 103 E||HTTP/1.1 200 OK||ok               % 200 ok
          N13  % chunk size with a plus       % HTTP/1.1 200 OK|Transfer-Encoding: chunked||+2|ok|0|| % protocol
          N13  % last chunk of minus nought   % HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|ok|-0|| % protocol
          N13  % chunk size with a prefix     % HTTP/1.1 200 OK|Transfer-Encoding: chunked||0x2|ok|0|| % protocol
          N13  % chunk size and a lone CR     % HTTP/1.1 200 OK|Transfer-Encoding: chunked||2^|ok|0|| % 200 ok
          N13  % blanks around a chunk size   % HTTP/1.1 200 OK|Transfer-Encoding: chunked|| 02 ;a|ok|0|| % 200 ok
          -    % empty lines before           % ||HTTP/1.1 200 OK|Content-Length: 2||ok           % 200 ok
          """)
  default void answers(String rule, String name, String answer, String expected) throws Exception {
    try (var server = ScriptedServer.answering(bytes(answer))) {

      var result = fetch(server.url("/"));

      assertThat(verdict(result)).isEqualTo(expected.replace("''", "").strip());
    }
  }

  private static String bytes(String notation) {
    return notation.replace("|", "\r\n").replace('~', '\0').replace('^', '\r');
  }

  private static String verdict(FetchResult result) {
    return switch (result) {
      case FetchResult.Response response ->
          (response.status()
                  + " "
                  + new String(response.body().bytes(), StandardCharsets.ISO_8859_1))
              .strip();
      case FetchResult.Unreachable unreachable -> unreachable.reason().label();
      case FetchResult.Forbidden _ -> "forbidden";
    };
  }
}
