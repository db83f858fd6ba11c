import BulletinReader

/// The script that completes the command line in fish.
enum FishCompletions {
  /// The script, made from the tables of commands and options.
  static func script(_ language: Language) -> String {
    """
    # Completions of zhupi for fish, printed by: zhupi completions fish
    # Save them as ~/.config/fish/completions/zhupi.fish

    # Offers words, each followed by a remark. What stands before = of --name=VALUE is said again.
    function __zhupi_offer --no-scope-shadowing
        for pair in $argv
            echo $prefix$pair
        end
    end

    # Offers what the program lists.
    function __zhupi_list --no-scope-shadowing
        $program completions list $argv[1] $passed 2>/dev/null | string replace -r '^' -- "$prefix"
    end

    function __zhupi_files --no-scope-shadowing
        __fish_complete_path $current | string replace -r '^' -- "$prefix"
    end

    # Offers files once what is typed begins like a path.
    function __zhupi_typed_paths --no-scope-shadowing
        if string match -qr '^[./~]|/' -- $current
            __zhupi_files
        end
    end

    function __zhupi_folders --no-scope-shadowing
        __fish_complete_directories $current '' | string replace -r '^' -- "$prefix"
    end

    function __zhupi_complete
        set -l typed (commandline -opc)
        set -l current (commandline -ct)
        set -l program (string replace -r '^~' -- $HOME $typed[1])
        set -e typed[1]
        set -l prefix ''
        set -l option
        set -l ended
        set -l operands
        set -l passed
        for word in $typed
            if set -q ended[1]
                set -a operands $word
            else if set -q option[1]
                if contains -- $option \(ShellWords.passed.joined(separator: " "))
                    set -a passed $option (string replace -r '^~' -- $HOME $word)
                end
                set option
            else
                switch $word
                    case --
                        set ended yes
                        set -q operands[1]; or set -a operands --
                    case \(ShellWords.valued.joined(separator: " "))
                        set option $word
                    case \(ShellWords.passed.map { "'\($0)=*'" }.joined(separator: " "))
                        set -a passed $word
                    case -
                        set -a operands $word
                    case '-*'
                    case '*'
                        set -a operands $word
                end
            end
        end

        if not set -q ended[1]
            if not set -q option[1]; and string match -q -- '--*=*' $current
                set prefix (string replace -r '=.*' = -- $current)
                set option (string replace = '' -- $prefix)
                set current (string replace -r '^[^=]*=' '' -- $current)
            end
            if set -q option[1]
                switch "$operands[1] $option"
    \(values(language))
                end
                return
            end
            if string match -q -- '-*' $current
                switch "$operands[1]"
    \(options(language))
                end
                return
            end
        end

        switch "$operands"
    \(operands(language))
        end
    end

    complete -c zhupi -f -a '(__zhupi_complete)'

    """
  }

  private static func values(_ language: Language) -> String {
    CommandGrammar.values.map { rule in
      let pattern = quoted("\(rule.command ?? "*") \(rule.option.name)")
      return cases(pattern, statements(rule.offers, language), indent: 16)
    }.joined(separator: "\n")
  }

  private static func options(_ language: Language) -> String {
    ShellWords.options.map { rule in
      let rows = rule.options.map { quoted("\($0.name)\t\($0.summary(language))") }
      let pattern = quoted(rule.command ?? "*")
      return cases(pattern, ["__zhupi_offer " + rows.joined(separator: " ")], indent: 16)
    }.joined(separator: "\n")
  }

  private static func operands(_ language: Language) -> String {
    CommandGrammar.operands.map { rule in
      let pattern = quoted(rule.words.map { $0 ?? "*" }.joined(separator: " "))
      return cases(pattern, statements(rule.offers, language), indent: 8)
    }.joined(separator: "\n")
  }

  private static func cases(_ pattern: String, _ lines: [String], indent: Int) -> String {
    let blanks = String(repeating: " ", count: indent)
    return ([blanks + "case " + pattern] + lines.map { blanks + "    " + $0 }).joined(
      separator: "\n")
  }

  private static func statements(_ offers: [Offer], _ language: Language) -> [String] {
    var words: [String] = []
    var others: [String] = []
    for offer in offers {
      switch offer {
      case .word(let word, let summary):
        words.append(quoted(word + (summary.map { "\t" + $0(language) } ?? "")))
      case .list(let list): others.append("__zhupi_list \(list.rawValue)")
      case .files: others.append("__zhupi_files")
      case .folders: others.append("__zhupi_folders")
      case .paths: others.append("__zhupi_typed_paths")
      }
    }
    if !words.isEmpty { others.insert("__zhupi_offer " + words.joined(separator: " "), at: 0) }
    return others
  }

  /// A text in single quotation marks, as fish reads it.
  private static func quoted(_ text: String) -> String {
    var quoted = "'"
    for character in text {
      if character == "'" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "'"
  }
}
