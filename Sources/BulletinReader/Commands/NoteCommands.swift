internal import AnnotationJournal
internal import BulletinScreen

/// Writing notes. What is typed is kept as a draft until the note is on the disk or thrown away.
extension ReaderState {
  /// Opens a note on the selection or the unit. Where a note stands already it is a second one.
  mutating func annotate() -> [Effect] {
    guard let subject = annotationSubject() else {
      say(Text(zh: "这里没有可批注的文字", en: "there is nothing to annotate here"))
      return [.bell]
    }
    guard case .annotation(let id) = subject, let placed = annotations.annotation(id) else {
      return openNote(subject)
    }
    guard placed.annotation.note != nil else { return openNote(subject) }
    guard let bytes = placed.bytes else {
      say(Text(zh: "这条批注的原文已不在", en: "the text of this annotation is gone"))
      return [.bell]
    }
    return openNote(.text(bytes))
  }

  /// Opens the note of the annotation under the cursor.
  mutating func editNote() -> [Effect] {
    guard let placed = presentAnnotation() else { return [.bell] }
    // What is written about shows above the note.
    if panes.focus == .annotations, let start = placed.bytes?.lowerBound,
      let position = text?.position(ofByte: start)
    {
      jump(to: position)
    }
    return openNote(.annotation(placed.annotation.id))
  }

  private mutating func openNote(_ subject: AnnotationSubject) -> [Effect] {
    let draft = drafts[subject]
    var former: String?
    if case .annotation(let id) = subject {
      // What was begun on another note than this one is told so once it is saved.
      former = draft.map(\.former) ?? annotations.annotation(id)?.annotation.note
    }
    let words = draft?.text ?? former ?? ""
    guard NoteEditor.hasRoom(for: words) else {
      say(tooLong, isError: true)
      return [.bell]
    }
    mode = .note(
      OpenNote(
        subject: subject, heading: placeName(of: subject),
        editor: NoteEditor(text: words), former: former, isDraft: draft != nil,
        isPlaceUnsure: draft?.isPlaceUnsure == true))
    showAboveNote()
    if let draft { sayGoingOn(with: draft) }
    return []
  }

  /// Says that a draft goes on, and where its place is a guess: a note that is saved at a wrong
  /// place is worse than one that is not saved.
  private mutating func sayGoingOn(with draft: NoteDraft) {
    if case .annotation(let id) = draft.subject, annotations.annotation(id) == nil {
      return say(
        Text(
          zh: "这条批注已被删除；接着写，保存即恢复",
          en: "this annotation was removed; going on, saving brings it back"))
    }
    guard draft.isPlaceUnsure else {
      return say(Text(zh: "接着写未保存的草稿", en: "going on with the draft"))
    }
    say(
      Text(
        zh: "草稿所批的原文已改动或不在了，这个位置是猜的；请核对后再保存，或 Esc 留作草稿",
        en: "what this draft was written to was amended or is gone; check the place, then save"),
      isError: true)
  }

  private var tooLong: Text {
    Text(
      zh: "批注太长，这里编辑不了（上限 \(NoteEditor.longest) 字），原样未动；可用 zhupi edit 修改",
      en:
        "the note is too long to be edited here (\(NoteEditor.longest) characters at most) and stays as it is; zhupi edit can change it"
    )
  }

  /// Where the note's box stands at the bottom.
  var noteRect: Rect {
    let layout = layout
    return layout.body(of: .text) ?? layout.body(of: panes.focus) ?? layout.screen
  }

  /// Scrolls the text so that what is annotated shows above the note.
  private mutating func showAboveNote() {
    let room = noteRect.rows - NoteBox(in: noteRect).whole.rows
    guard room > 0 else { return }
    text?.show(above: room)
  }

  /// Goes on with a draft that was left.
  mutating func resumeNote() -> [Effect] {
    guard let draft = drafts.keys.min(by: { order(of: $0) < order(of: $1) }) else {
      say(Text(zh: "没有未保存的草稿", en: "there is no draft"))
      return [.bell]
    }
    let start: Int?
    switch draft {
    case .annotation(let id): start = annotations.annotation(id)?.bytes?.lowerBound
    case .text(let bytes): start = bytes.lowerBound
    }
    if let start, let position = text?.position(ofByte: start) { jump(to: position) }
    return openNote(draft)
  }

  private func order(of subject: AnnotationSubject) -> Int {
    switch subject {
    case .annotation(let id): annotations.annotation(id)?.bytes?.lowerBound ?? .max
    case .text(let bytes): bytes.lowerBound
    }
  }

  /// Saves the note; it stays open until it is on the disk.
  mutating func acceptNote() -> [Effect] {
    guard case .note(let note) = mode else { return [.bell] }
    let words = note.editor.text
    let isEmpty = words.unicodeScalars.allSatisfy { WordKind($0) == .blank || $0 == "\n" }
    if !note.isChanged || isEmpty && note.former == nil {
      if isEmpty { say(Text(zh: "空批注，没有保存", en: "an empty note is not saved")) }
      return closeNote(forgetsDraft: true)
    }
    if case .text(let bytes) = note.subject, bytes.isEmpty {
      return refuse(
        Text(
          zh: "所批的原文不在，没有可批注的文字；按 Esc 留作草稿，原文回来后再存",
          en: "the text is gone, there is nothing to annotate; Esc keeps a draft until it is back"))
    }
    let saved = isEmpty ? nil : words
    let done = Text(zh: "批注已保存", en: "the note is saved")
    guard case .annotation(let id) = note.subject else {
      return change(note.subject, [.note(saved)], saying: done)
    }
    memory.lastChange = .fields([.note(saved)])
    return ask(.editNote(id, from: note.former, to: saved), saying: done)
  }

  /// Keeps both notes, somebody having changed the same one meanwhile: theirs stands above what is
  /// typed, to be put in order and saved.
  mutating func takeIn(_ rival: RivalNote) -> [Effect] {
    guard case .note(var note) = mode else { return [.bell] }
    let name = rival.author
    let mine = note.editor.text
    let both = [rival.text, mine].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
    guard NoteEditor.hasRoom(for: both) else {
      return refuse(
        Text(
          zh: "\(name) 也改了这条批注，两份合起来太长；你所写的没有保存，可删去一些，或 Esc 留作草稿",
          en:
            "\(name) changed this note too, both are too long for one; shorten yours or keep a draft"
        ))
    }
    note.former = rival.text
    if rival.text != nil { note.editor.replaceAll(with: both) }
    mode = .note(note)
    let gone = Text(
      zh: "\(name) 刚删去了这条批注的文字；所写的还在，再保存就留下",
      en: "\(name) took this note away meanwhile; save again to keep what you wrote")
    let joined = Text(
      zh: "\(name) 也改了这条批注，其文字已放在你所写的上面；整理后再保存",
      en: "\(name) changed this note too: it now stands above yours; put in order, save again")
    say(rival.text == nil ? gone : joined, isError: true)
    return [.bell, .draftChanged]
  }

  /// Closes the note; what is typed stays as a draft.
  mutating func leaveNote() -> [Effect] {
    guard case .note(let note) = mode else { return [] }
    guard note.isChanged else { return closeNote(forgetsDraft: false) }
    let draft = note.draft
    drafts[note.subject] = draft
    mode = .normal
    let way = wayToResume
    say(
      Text(
        zh: "草稿已留下，还没有保存为批注；\(way.zh)", en: "kept as a draft, not saved yet; \(way.en)"))
    return [.saveDraft(draft)]
  }

  /// Throws the note away, after one question.
  mutating func discardNote() -> [Effect] {
    guard case .note(var note) = mode else { return [.bell] }
    guard note.isChanged, !note.asksToDiscard else { return closeNote(forgetsDraft: true) }
    note.asksToDiscard = true
    mode = .note(note)
    say(
      Text(
        zh: "放弃所写内容？再按一次放弃，其他键继续",
        en: "discard what is typed? once more to discard, any other key to go on"))
    return []
  }

  private mutating func closeNote(forgetsDraft: Bool) -> [Effect] {
    guard case .note(let note) = mode else { return [] }
    mode = .normal
    guard forgetsDraft else { return [] }
    drafts[note.subject] = nil
    return [.discardDraft(note.subject)]
  }

  /// Changes the note being written.
  private mutating func changeNote(_ body: (inout NoteEditor) -> Void) -> [Effect] {
    guard case .note(var note) = mode else { return [.bell] }
    // Taken out while it changes, so that it is not copied.
    mode = .normal
    note.asksToDiscard = false
    body(&note.editor)
    mode = .note(note)
    return [.draftChanged]
  }

  /// Puts typed or pasted characters into the note.
  mutating func typeNote(_ scalars: some Sequence<Unicode.Scalar>) -> [Effect] {
    var leftOut = 0
    let effects = changeNote { leftOut = $0.insert(scalars) }
    if leftOut > 0 {
      say(
        Text(zh: "批注太长，有 \(leftOut) 个字符没有放入", en: "too long: \(leftOut) characters left out"),
        isError: true)
    }
    return effects
  }

  /// Carries out a command of typing in the note.
  mutating func editNote(_ command: Command) -> [Effect] {
    var kill = memory.prompts.kill
    let width = NoteBox(in: noteRect).field.columns
    let wide = ambiguousWide
    let effects = changeNote {
      $0.edit(command, kill: &kill, width: width, ambiguousWide: wide)
    }
    memory.prompts.kill = kill
    return effects
  }

  /// Opens the user's editor on the note.
  mutating func editExternally() -> [Effect] {
    guard case .note(let note) = mode else { return [.bell] }
    return [.editExternally(note.editor.text)]
  }

  /// Takes what the user's editor made of the note; false where it has no room for it.
  mutating func replaceNote(with text: String) -> Bool {
    guard case .note(var note) = mode else { return false }
    guard NoteEditor.hasRoom(for: text) else {
      say(tooLong, isError: true)
      return false
    }
    note.editor.replaceAll(with: text)
    mode = .note(note)
    return true
  }
}
