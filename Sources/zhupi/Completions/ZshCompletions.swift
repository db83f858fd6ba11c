import BulletinReader

/// The script that completes the command line in zsh.
enum ZshCompletions {
  /// The script, made from the tables of commands and options.
  static func script(_ language: Language) -> String {
    """
    #compdef zhupi
    # Completions of zhupi for zsh, printed by: zhupi completions zsh
    # Save them as _zhupi in a folder of $fpath, or load them with: source <(zhupi completions zsh)

    # Offers words, each followed by a remark.
    _zhupi_offer() {
      local word remark
      local -a rows=()
      for word remark; do rows+=("${word//:/\\\\:}${remark:+:$remark}"); done
      _describe -t words zhupi rows
    }

    # Offers what the program lists.
    _zhupi_list() {
      local word remark
      local -a rows=()
      while IFS=$'\\t' read -r word remark; do
        rows+=("${word//:/\\\\:}${remark:+:$remark}")
      done < <($program completions list $1 $passed 2>/dev/null)
      _describe -t $1 $1 rows
    }

    # Offers files once what is typed begins like a path.
    _zhupi_typed_paths() {
      [[ ${words[CURRENT]#--*=} == ([./~]*|*/*) ]] && _files
    }

    _zhupi() {
      local program=${(Q)words[1]/#\\~/$HOME} before=${words[CURRENT-1]} word ended=
      local -a operands=() passed=()
      local -i i
      if [[ ${words[CURRENT]} == --*=* ]]; then
        before=${words[CURRENT]%%=*}
        compset -P '*='
      fi
      for ((i = 2; i < CURRENT; i++)); do
        word=${(Q)words[i]}
        if [[ -n $ended ]]; then
          operands+=("$word")
          continue
        fi
        case $word in
          --)
            ended=yes
            (($#operands)) || operands+=(--)
            ;;
          \(ShellWords.valued.joined(separator: "|")))
            ((i++))
            case $word in
              \(ShellWords.passed.joined(separator: "|")))
                ((i < CURRENT)) && passed+=("$word" "${${(Q)words[i]}/#\\~/$HOME}") ;;
            esac
            ;;
          \(ShellWords.passed.map { $0 + "=*" }.joined(separator: "|"))) passed+=("$word") ;;
          -?*) ;;
          *) operands+=("$word") ;;
        esac
      done

      if [[ -z $ended ]]; then
        case "${operands[1]} $before" in
    \(values(language))
        esac
        if [[ ${words[CURRENT]} == -* && ${words[CURRENT]} != --*=* ]]; then
          case "${operands[1]}" in
    \(options(language))
          esac
          return
        fi
      fi

      case "${operands[*]}" in
    \(operands(language))
      esac
    }

    if [[ ${funcstack[1]} == _zhupi ]]; then _zhupi "$@"; else compdef _zhupi zhupi; fi

    """
  }

  private static func values(_ language: Language) -> String {
    CommandGrammar.values.map { rule in
      let option = " " + rule.option.name
      let pattern = rule.command.map { ShellWords.quoted($0 + option) } ?? "*'\(option)'"
      let offers = statements(rule.offers, language)
      return "      \(pattern)) \(offers); return ;;"
    }.joined(separator: "\n")
  }

  private static func options(_ language: Language) -> String {
    ShellWords.options.map { rule in
      let rows = rule.options.map { option in
        "\(option.name) \(ShellWords.quoted(option.summary(language)))"
      }.joined(separator: " ")
      return "        \(rule.command.map(ShellWords.quoted) ?? "*")) _zhupi_offer \(rows) ;;"
    }.joined(separator: "\n")
  }

  private static func operands(_ language: Language) -> String {
    CommandGrammar.operands.map { rule in
      "    \(ShellWords.pattern(rule.words))) \(statements(rule.offers, language)) ;;"
    }.joined(separator: "\n")
  }

  private static func statements(_ offers: [Offer], _ language: Language) -> String {
    var words: [String] = []
    var others: [String] = []
    for offer in offers {
      switch offer {
      case .word(let word, let summary):
        words.append(ShellWords.quoted(word) + " " + ShellWords.quoted(summary?(language) ?? ""))
      case .list(let list): others.append("_zhupi_list \(list.rawValue)")
      case .files: others.append("_files")
      case .folders: others.append("_files -/")
      case .paths: others.append("_zhupi_typed_paths")
      }
    }
    if !words.isEmpty { others.insert("_zhupi_offer " + words.joined(separator: " "), at: 0) }
    return others.isEmpty ? ":" : others.joined(separator: "; ")
  }
}
