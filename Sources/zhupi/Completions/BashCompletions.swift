/// The script that completes the command line in bash.
enum BashCompletions {
  /// The script, made from the tables of commands and options.
  static func script() -> String {
    """
    # Completions of zhupi for bash, printed by: zhupi completions bash
    # Load them with: source <(zhupi completions bash)

    # Offers those of the words that begin like the one being typed.
    _zhupi_offer() {
      local word
      for word; do [[ $word == "$current"* ]] && COMPREPLY+=("$word"); done
    }

    # Offers what the program lists. The words come from journals and are quoted where bash would
    # read more than letters in them.
    _zhupi_list() {
      local word remark
      while IFS=$'\\t' read -r word remark; do
        [[ $word == "$current"* ]] || continue
        case $quote in
          \\') [[ $word != *\\'* ]] || continue ;;
          \\") [[ $word != *[\\\\\\"\\$\\`\\!]* ]] || continue ;;
          *) case $word in *[\\!\\"\\#\\$\\&\\'\\(\\)\\*\\;\\<\\>\\?\\[\\\\\\]\\^\\`\\{\\|\\}\\~]*) printf -v word %q "$word" ;; esac ;;
        esac
        COMPREPLY+=("$word")
      done < <("$program" completions list "$1" "${passed[@]}" 2>/dev/null)
    }

    # Offers files once what is typed begins like a path.
    _zhupi_typed_paths() {
      if [[ $current == [./\\~]* || $current == */* ]]; then _zhupi_paths -f; fi
    }

    _zhupi_paths() {
      local path
      compopt -o filenames 2>/dev/null
      while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$current")
    }

    _zhupi() {
      local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
      local program=${COMP_WORDS[0]/#\\~/$HOME} word ended= i
      local -a operands=() passed=()
      local quote=
      COMPREPLY=()
      # The shell puts back the quotation mark that a word begins with.
      case $current in
        [\\'\\"]*) quote=${current:0:1} current=${current:1} ;;
        *) current=${current//\\\\/} ;;
      esac
      # bash takes --name=VALUE for three words.
      if [[ $current == = ]]; then
        current=
      elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
      fi
      for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ -n $ended ]]; then
          operands+=("$word")
          continue
        fi
        case $word in
          --)
            ended=yes
            ((${#operands[@]})) || operands+=(--)
            ;;
          \(ShellWords.valued.joined(separator: " | ")))
            [[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))
            ((i++))
            case $word in
              \(ShellWords.passed.joined(separator: " | ")))
                ((i < COMP_CWORD)) && passed+=("$word" "${COMP_WORDS[i]/#\\~/$HOME}") ;;
            esac
            ;;
          = | -?*) ;;
          *) operands+=("$word") ;;
        esac
      done

      if [[ -z $ended ]]; then
        case "${operands[0]} $before" in
    \(values)
        esac
        if [[ $current == -* ]]; then
          case "${operands[0]}" in
    \(options)
          esac
          return
        fi
      fi

      case "${operands[*]}" in
    \(operands)
      esac
    }

    complete -F _zhupi zhupi

    """
  }

  private static var values: String {
    CommandGrammar.values.map { rule in
      let option = " " + rule.option.name
      let pattern = rule.command.map { ShellWords.quoted($0 + option) } ?? "*'\(option)'"
      let offers = statements(rule.offers)
      return "      \(pattern)) \(offers); return ;;"
    }.joined(separator: "\n")
  }

  private static var options: String {
    ShellWords.options.map { rule in
      let names = rule.options.map(\.name).joined(separator: " ")
      return "        \(rule.command.map(ShellWords.quoted) ?? "*")) _zhupi_offer \(names) ;;"
    }.joined(separator: "\n")
  }

  private static var operands: String {
    CommandGrammar.operands.map { rule in
      "    \(ShellWords.pattern(rule.words))) \(statements(rule.offers)) ;;"
    }.joined(separator: "\n")
  }

  private static func statements(_ offers: [Offer]) -> String {
    var words: [String] = []
    var others: [String] = []
    for offer in offers {
      switch offer {
      case .word(let word, _): words.append(ShellWords.quoted(word))
      case .list(let list): others.append("_zhupi_list \(list.rawValue)")
      case .files: others.append("_zhupi_paths -f")
      case .folders: others.append("_zhupi_paths -d")
      case .paths: others.append("_zhupi_typed_paths")
      }
    }
    if !words.isEmpty { others.insert("_zhupi_offer " + words.joined(separator: " "), at: 0) }
    return others.isEmpty ? ":" : others.joined(separator: "; ")
  }
}
