internal import AnnotationJournal

/// What the journal answers.
extension ReaderState {
  /// Takes what became of a request: closes what was typed once it is on the disk, and keeps it
  /// where it is not.
  mutating func finish(_ request: JournalRequest, _ outcome: JournalOutcome) -> [Effect] {
    defer { (awaited, nextToReview) = (nil, nil) }
    switch outcome {
    case .made:
      let effects = closeTyping() + forgetSavedNotes()
      if let next = nextToReview { annotationsPane.go(to: next) }
      if let awaited { say(awaited) }
      return effects
    case .undone(let plan):
      sayUndone(plan, redone: request == .redo)
      return forgetSavedNotes()
    case .overtaken(let rival): return takeIn(rival)
    case .failed(let reason):
      message = Message(words: reason, isError: true)
      return [.bell]
    case .notSaved(let reason):
      // It shows as not saved, and its draft stays until it is.
      if case .note(let note) = mode {
        drafts[note.subject] = note.draft
        unsavedNotes.append(note.subject)
      }
      mode = .normal
      message = Message(words: reason, isError: true)
      return [.bell]
    }
  }

  /// Closes what was typed for a change that is made; a selection has served its purpose.
  @discardableResult
  mutating func closeTyping() -> [Effect] {
    switch mode {
    case .note(let note):
      mode = .normal
      drafts[note.subject] = nil
      return [.discardDraft(note.subject)]
    case .prompt(let prompt, _) where prompt.subject != nil:
      memory.prompts.add(prompt.string, for: prompt.purpose)
      mode = .normal
    case .visual: mode = .normal
    case .normal, .prompt, .help: break
    }
    return []
  }

  /// What was written where it may be lost is saved with the next change; its draft has then served
  /// its purpose.
  private mutating func forgetSavedNotes() -> [Effect] {
    defer { unsavedNotes = [] }
    for subject in unsavedNotes { drafts[subject] = nil }
    return unsavedNotes.map(Effect.discardDraft)
  }

  private mutating func sayUndone(_ plan: UndoPlan?, redone: Bool) {
    guard let plan else {
      say(
        redone
          ? Text(zh: "没有可重做的改动", en: "nothing to redo")
          : Text(zh: "没有可撤销的改动", en: "nothing to undo"))
      return
    }
    let what = plan.entry.change.title
    defer { showChange(of: plan.change.id) }
    var words =
      redone
      ? Text(zh: "已重做：\(what.zh)", en: "redone: \(what.en)")
      : Text(zh: "已撤销：\(what.zh)", en: "undone: \(what.en)")
    if plan.change.fields.isEmpty {
      // It counts as done: the next undo goes further back.
      words =
        redone
        ? Text(zh: "没有重做：\(what.zh)后来有人改过", en: "not redone: \(what.en), changed since by somebody")
        : Text(zh: "没有撤销：\(what.zh)后来有人改过", en: "not undone: \(what.en), changed since by somebody")
    } else if !plan.left.isEmpty {
      let titles = plan.left.map { Change.title(ofField: $0) }
      let (zh, en) = (titles.map(\.zh), titles.map(\.en))
      words = Text(
        zh: words.zh + "；\(zh.joined(separator: "、"))后来有人改过，没有动",
        en: words.en + "; \(en.joined(separator: ", ")) changed since by somebody, left as it is")
    }
    say(words)
  }

  /// Says where an annotation is that was changed out of sight, and goes there.
  private mutating func showChange(of id: String) {
    guard let placed = annotations.annotation(id) ?? annotationsBefore.annotation(id) else {
      return
    }
    annotationsPane.go(to: id)
    let place = placesOutside.name(of: placed)(setup.language)
    message = message.map {
      Message(words: $0.words + Text(zh: "（\(place)）", en: " (\(place))")(setup.language))
    }
    guard let start = placed.bytes?.lowerBound, let position = text?.position(ofByte: start),
      text.mutate({ !$0.isInSight(position) }) == true
    else { return }
    jump(to: position, landing: .beginning)
  }
}

extension Change {
  /// What people call the change.
  var title: Text {
    switch action {
    case .annotate: return Text(zh: "新批注", en: "a new annotation")
    case .remove: return Text(zh: "删除批注", en: "removing an annotation")
    case .restore: return Text(zh: "恢复批注", en: "bringing an annotation back")
    default:
      let titles = fields.map { Change.title(ofField: $0.name) }
      guard let first = titles.first else { return Text(zh: "改动", en: "a change") }
      let zh = titles.reduce(into: [String]()) { if !$0.contains($1.zh) { $0.append($1.zh) } }
      let en = titles.reduce(into: [String]()) { if !$0.contains($1.en) { $0.append($1.en) } }
      return titles.count == 1
        ? first : Text(zh: zh.joined(separator: "、"), en: en.joined(separator: ", "))
    }
  }

  /// What people call a field of a record.
  static func title(ofField name: String) -> Text {
    if name.hasPrefix("tag.") {
      let tag = name.dropFirst(4)
      return Text(zh: "标签 #\(tag)", en: "tag #\(tag)")
    }
    return fieldTitles[name] ?? Text(zh: name, en: name)
  }

  private static let fieldTitles: [String: Text] = [
    "note": Text(zh: "批注文字", en: "note"), "color": Text(zh: "颜色", en: "colour"),
    "target": Text(zh: "位置", en: "place"), "followUp.status": Text(zh: "跟进状态", en: "status"),
    "followUp.due": Text(zh: "到期日", en: "due date"),
    "followUp.assignee": Text(zh: "分派", en: "assignee"),
    "orphanedIn": Text(zh: "失锚确认", en: "orphan"), "removed": Text(zh: "删除", en: "removal"),
  ]
}

/// What comes from the world without having been asked for.
extension ReaderState {
  /// Takes the annotations as the journal has them now.
  mutating func take(_ list: AnnotationList) {
    annotationsBefore = annotations
    annotations = list
    // Also where the cards do not show, the one at the cursor is the one that their keys mean.
    arrangeAnnotations()
  }

  /// Takes notes that were typed and not saved.
  mutating func offer(_ found: [NoteDraft]) {
    let new = found.filter { drafts[$0.subject] == nil }
    for draft in found { drafts[draft.subject] = draft }
    guard let first = new.first else { return }
    let place = placeName(of: first.subject)
    let (zh, en) = (place.isEmpty ? "" : "（\(place)）", place.isEmpty ? "" : " (\(place))")
    add(
      Text(
        zh: "有 \(new.count) 份未保存的批注草稿\(zh)，\(wayToResume.zh)",
        en: "\(new.count) unsaved draft\(new.count == 1 ? "" : "s")\(en), \(wayToResume.en)")(
          setup.language)
    )
  }

  /// How one goes on with a draft: by a key, else by the command's name.
  var wayToResume: Text {
    let keys = resumeKeys ?? Command.resumeNote.rawValue
    return Text(
      zh: resumeKeys == nil ? "用命令 \(keys) 续写" : "按 \(keys) 续写", en: "\(keys) goes on with it")
  }
}
