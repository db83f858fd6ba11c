internal import BulletinCore
internal import BulletinScreen

extension Canvas {
  /// Paints the whole screen.
  mutating func paint(_ state: inout ReaderState, pending: PendingKeys?, keymap: Keymap?) {
    let layout = state.layout
    guard layout.isRoomy else { return paintLackOfRoom() }
    paintTitleLine(state, layout.titleLine)
    if let help = state.openHelpTable {
      let body = layout.screen.inset(top: 1, bottom: 2)
      let top = paintHelp(help, keymap ?? .empty, in: body)
      // What lies beyond the table's end is forgotten, so that the next key moves back at once.
      if case .help(var help) = state.mode {
        help.scrolled = top
        state.mode = .help(help)
      }
    } else {
      paintPanes(&state, layout, keymap)
    }
    paintStatusLine(&state, layout.statusLine, typed: pending?.typed ?? "")
    paintMessageLine(&state, layout, pending: pending, keymap)
    paintOpenNote(&state, layout, keymap ?? .empty)
  }

  /// Paints the note being written, last of all: the cursor is its caret.
  private mutating func paintOpenNote(
    _ state: inout ReaderState, _ layout: PaneLayout, _ keymap: Keymap
  ) {
    guard case .note(var note) = state.mode else { return }
    let heading = Text(zh: "批注", en: "Note")(language)
    // A long message stands below the note, not behind it.
    let taken = state.shownMessage.map { rows(of: $0, layout) } ?? 1
    let below = layout.screen.rows - state.noteRect.endRow
    let rect = state.noteRect.inset(bottom: max(0, taken - below))
    let room = NoteBox(in: rect).hint.columns
    paintNote(
      &note.editor,
      heading: note.heading.isEmpty ? heading : "\(heading) \(signs.step) \(note.heading)",
      hint: noteHint(keymap, room), in: rect)
    state.mode = .note(note)
  }

  /// The keys of a note with what they do, as many as there is room for.
  private func noteHint(_ keymap: Keymap, _ room: Int) -> String {
    let commands: [(command: Command, words: Text)] = [
      (.accept, Text(zh: "保存", en: "saves")),
      (.breakLine, Text(zh: "换行", en: "breaks the line")),
      (.cancel, Text(zh: "留作草稿", en: "keeps a draft")),
      (.discardNote, Text(zh: "放弃", en: "discards")),
    ]
    var hint = ""
    for (command, words) in commands {
      guard let keys = keymap.spokenKeys(for: command, in: .note) else { continue }
      let longer = hint + (hint.isEmpty ? "" : "  ") + "\(keys) \(words(language))"
      guard cells(longer) <= room else { break }
      hint = longer
    }
    return hint
  }

  private mutating func paintPanes(
    _ state: inout ReaderState, _ layout: PaneLayout, _ keymap: Keymap?
  ) {
    for column in layout.dividers {
      for row in layout.titleLine.endRow..<layout.statusLine.row {
        put(signs.divider, column: column, row: row, .paneDivider)
      }
    }
    for pane in Pane.allCases {
      guard let rect = layout.panes[pane], let body = layout.body(of: pane) else { continue }
      if layout.hasHeadings { paintHeading(pane, &state, rect.rowRect(0), layout) }
      switch pane {
      case .contents: paintContents(&state, in: body)
      case .text: paintText(&state, layout.textFrame(measure: state.setup.measure))
      case .annotations: paintAnnotations(&state, keymap, in: body)
      }
    }
  }

  private mutating func paintHeading(
    _ pane: Pane, _ state: inout ReaderState, _ row: Rect, _ layout: PaneLayout
  ) {
    let role: StyleRole = state.panes.focus == pane ? .paneHeadingFocused : .paneHeading
    switch pane {
    case .contents:
      let used = put(Text(zh: "目录", en: "Contents")(language), in: row, from: 1, role)
      put(state.contents.headingCount(language), in: row, from: used + 3, .paneHeading)
    case .text:
      let measure = layout.textFrame(measure: state.setup.measure).measure
      let line = Rect(column: measure.column, row: row.row, columns: measure.columns, rows: 1)
      put(Text(zh: "正文", en: "Text")(language), in: line, role)
    case .annotations:
      paintAnnotationsHeading(&state, row, role)
    }
  }

  /// Says that the window is too small, in as many words as fit.
  private mutating func paintLackOfRoom() {
    let screen = Rect(frame.size)
    guard !screen.isEmpty else { return }
    let words = [
      Text(zh: "请放大窗口：至少 20×5", en: "Please enlarge: 20×5"), Text(zh: "请放大窗口", en: "Enlarge"),
      Text(zh: "太小", en: "small"),
    ].map { $0(language) }
    let text = words.first { cells($0) <= screen.columns } ?? ""
    let column = (screen.columns - cells(text)) / 2
    put(text, in: screen.rowRect(screen.rows / 2), from: column, .message)
  }
}

extension ReaderState {
  /// The table of keys, where it is open, also while its filter is typed.
  var openHelpTable: HelpState? {
    switch mode {
    case .help(let help), .prompt(_, below: .help(let help)): help
    case .normal, .visual, .note, .prompt: nil
    }
  }
}

extension ContentsPane {
  /// How many articles there are, or how many lines the filter keeps.
  func headingCount(_ language: Language) -> String {
    if let filter {
      return "“\(filter.words)” \(filter.matches.count)\(filter.isComplete ? "" : "+")"
    }
    let count = outline.bulletin.articles.count
    return Text(zh: "\(count) 篇", en: "\(count)")(language)
  }
}
