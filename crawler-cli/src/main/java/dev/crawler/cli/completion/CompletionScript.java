package dev.crawler.cli.completion;

import static java.util.stream.Collectors.joining;

import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A script that completes command lines in bash, and in zsh through its bashcompinit: commands,
/// options, and of their values the words and file names. *Immutable.*
///
/// @param commands the options of each command by its name, in the order to show them
public record CompletionScript(Map<String, List<SettingGroup>> commands) {
  private static final String FRAME =
      """
      # Completes the command line of crawler, in bash and in zsh.
      #   once:    source <(crawler generate-completion)
      #   always:  that line in ~/.bashrc, or in ~/.zshrc
      if [ -n "${ZSH_VERSION-}" ]; then
        autoload -U +X compinit bashcompinit
        whence compdef >/dev/null || compinit
        bashcompinit
      fi

      _crawler_options() {
        case $1 in
      @OPTIONS@  esac
      }

      # What follows an option: words, @file, or @text that cannot be known. Nothing after a flag.
      _crawler_values() {
        case "$1 $2" in
      @VALUES@  esac
      }

      _crawler() {
        local IFS=$' \\t\\n' commands='@COMMANDS@'
        local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
        local command=${COMP_WORDS[1]} lead= values=
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "$commands help --help --version" -- "$current"))
          return
        fi
        if [ "$command" = help ]; then
          COMPREPLY=($(compgen -W "$commands" -- "$current"))
          return
        fi
        case $current in
          =) current= ;; # bash makes a word of it
          --*=*) lead=${current%%=*}= before=${current%%=*} current=${current#*=} ;; # zsh does not
          *) [ "$before" != = ] || before=${COMP_WORDS[COMP_CWORD-2]} ;;
        esac
        values=$(_crawler_values "$command" "$before")
        case $values in
          '')
            case $current in
              -*) COMPREPLY=($(compgen -W "$(_crawler_options "$command")" -- "$current")) ;;
            esac
            ;;
          @text) ;;
          @file)
            compopt -o filenames 2>/dev/null
            IFS=$'\\n'
            COMPREPLY=($(compgen -P "$lead" -f -- "$current"))
            ;;
          *)
            case $current in
              *,*) lead=$lead${current%,*}, current=${current##*,} ;; # one more of a list
            esac
            COMPREPLY=($(compgen -P "$lead" -W "$values" -- "$current"))
            ;;
        esac
      }

      complete -F _crawler crawler
      """;

  /// The script.
  public String text() {
    return FRAME
        .replace("@OPTIONS@", options())
        .replace("@VALUES@", values())
        .replace("@COMMANDS@", String.join(" ", commands.keySet()));
  }

  private String options() {
    return commands.entrySet().stream()
        .map(command ->
            "    %s) echo '%s' ;;%n"
                .formatted(
                    command.getKey(),
                    Stream.concat(
                            settings(command.getValue()).flatMap(CompletionScript::names),
                            Stream.of("-h", "--help"))
                        .collect(joining(" "))))
        .collect(joining());
  }

  private String values() {
    return commands.entrySet().stream()
        .flatMap(command ->
            settings(command.getValue())
                .filter(setting -> !setting.isFlag())
                .map(setting -> values(command.getKey(), setting)))
        .collect(joining());
  }

  private static String values(String command, Setting<?> setting) {
    var cases = names(setting).map(name -> "'" + command + " " + name + "'");
    return "    %s) echo '%s' ;;%n".formatted(cases.collect(joining(" | ")), values(setting));
  }

  private static String values(Setting<?> setting) {
    var words = setting.words();
    if (!words.isEmpty()) {
      return String.join(" ", words);
    }
    return setting.takesFile() ? "@file" : "@text";
  }

  private static Stream<Setting<?>> settings(List<SettingGroup> groups) {
    return groups.stream().flatMap(group -> group.settings().stream());
  }

  private static Stream<String> names(Setting<?> setting) {
    return Arrays.stream(setting.spec().names());
  }
}
