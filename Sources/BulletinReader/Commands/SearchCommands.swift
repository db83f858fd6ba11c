internal import BulletinCore

/// Searching, and going from hit to hit.
extension ReaderState {
  /// Searches for words and goes to the first hit, or as many on as a count says; without words a
  /// prompt asks for them.
  mutating func search(for words: String?, isBackward: Bool, _ count: Int = 1) -> [Effect] {
    guard let words else { return askSearch(isBackward: isBackward, count) }
    guard !words.isEmpty else {
      // The search before, once more and this way, as in vim, less and emacs.
      search?.isBackward = isBackward
      return goToHit(count)
    }
    memory.prompts.add(words, for: .search)
    search = SearchState(words, isBackward: isBackward, in: bulletin)
    let effects = goToHit(count)
    search?.hits.extend(bytes: SearchState.slice)
    return effects
  }

  private mutating func askSearch(isBackward: Bool, _ count: Int) -> [Effect] {
    openPrompt(isBackward ? .searchBackward : .search, count: count)
  }

  /// Goes so many hits on, this way whichever way the search went; without hits in sight asks what to
  /// search for, nothing meaning what was searched for last.
  mutating func searchOn(_ count: Int, isBackward: Bool) -> [Effect] {
    guard search?.isShown == true else { return askSearch(isBackward: isBackward, count) }
    search?.isBackward = isBackward
    return goToHit(count)
  }

  /// Searches for the word under the cursor.
  mutating func searchWord() -> [Effect] {
    guard let position = text?.cursor.position,
      let word = text?.word(at: position)
    else {
      say(Text(zh: "光标处没有词", en: "no word under the cursor"))
      return [.bell]
    }
    text?.cursor.position.offset = word.start
    return search(for: word.words, isBackward: false)
  }

  /// Goes so many hits on in the direction of the search (against it, if negative).
  mutating func goToHit(_ count: Int) -> [Effect] {
    guard let position = text?.cursor.position else { return [.bell] }
    guard var state = search else {
      say(Text(zh: "还没有查找过", en: "nothing was searched for yet"))
      return [.bell]
    }
    search = nil
    state.isShown = true
    defer { search = state }
    let forward = (count > 0) != state.isBackward
    var found: Hit?
    var wrapped = false
    var from = position
    for _ in 0..<abs(count) {
      guard let next = state.hit(from: from, forward: forward) else { break }
      found = next.hit
      wrapped = wrapped || next.wrapped
      from = next.hit.position
    }
    guard let found else {
      say(
        Text(zh: "没有找到 “\(state.pattern.words)”", en: "not found: \(state.pattern.words)"),
        isError: true)
      return [.bell]
    }
    state.current = found
    if wrapped {
      say(
        forward
          ? Text(zh: "已到末尾，从头接着找", en: "search came round to the top")
          : Text(zh: "已到开头，从末尾接着找", en: "search came round to the end"))
    }
    jump(to: found.position)
    return []
  }

  /// Filters the list of the pane with the focus, or of the help.
  mutating func filter(by words: String?) -> [Effect] {
    guard CommandTable.entry(for: .filter).works(in: context) else { return [.bell] }
    guard let words else {
      if context == .annotations {
        say(
          Text(
            zh: "文字、#标签、@分派、颜色、待办 待跟进 逾期 已改……、12-1 +7d 本周",
            en: "words, #tag, @name, colour, open pending overdue changed…, 12-1 +7d week"))
      }
      return openPrompt(.filter)
    }
    setFilter(words)
    return []
  }

  /// Sets the words that a list is filtered by.
  mutating func setFilter(_ words: String) {
    if case .help(var help) = mode {
      help.filter = words
      help.scrolled = 0
      mode = .help(help)
    } else if panes.focus == .contents {
      contents.setFilter(words)
    } else if panes.focus == .annotations {
      annotationsPane.setFilter(words)
    }
  }
}

extension TextPane {
  /// The run of one kind around a position: at most a dozen characters of it, from the position on.
  mutating func word(at position: TextPosition) -> (start: Int, words: String)? {
    let scalars = layout.text(of: position.line).scalars
    guard scalars.indices.contains(position.offset) else { return nil }
    let kind = WordKind(scalars[position.offset])
    guard kind == .latin || kind == .other else { return nil }
    var start = position.offset
    var end = position.offset
    while start > 0, WordKind(scalars[start - 1]) == kind { start -= 1 }
    while end < scalars.count, WordKind(scalars[end]) == kind { end += 1 }
    // A clause between two commas is no word; from the cursor on it is what one looks at.
    if kind == .other, end - start > 8 {
      start = position.offset
      end = min(end, start + 4)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return (start, String(view))
  }
}
