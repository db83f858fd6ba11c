internal import AnnotationJournal
internal import BulletinCore

/// What changes annotations. Nothing is changed here: each asks the journal, and the answer is what
/// shows.
extension ReaderState {
  /// Asks the journal for something, and what to say once it is done.
  mutating func ask(_ request: JournalRequest, saying words: Text) -> [Effect] {
    awaited = words
    return [.journal(request)]
  }

  /// Asks for fields of a subject, making the annotation where there is none.
  mutating func change(
    _ subject: AnnotationSubject, _ fields: [Change.Field], saying words: Text
  ) -> [Effect] {
    memory.lastChange = .fields(fields)
    switch subject {
    case .annotation(let id): return ask(.edit(id, fields), saying: words)
    case .text(let bytes): return ask(.annotate(bytes, fields), saying: words)
    }
  }

  /// The subject, or why there is none.
  private mutating func subjectOrComplaint() -> AnnotationSubject? {
    let subject = annotationSubject()
    if subject == nil { say(Text(zh: "这里没有可批注的文字", en: "there is nothing to annotate here")) }
    return subject
  }

  /// The annotation to work on, where only one that is there will do: the card, that of the
  /// selection, else the innermost one under the cursor.
  mutating func presentAnnotation() -> PlacedAnnotation? {
    let found =
      panes.focus == .text && selection == nil
      ? annotationUnderCursor()
      : annotationSubject().flatMap { subject in
        if case .annotation(let id) = subject { annotations.annotation(id) } else { nil }
      }
    if let found { return found }
    say(Text(zh: "光标处没有批注", en: "no annotation under the cursor"))
    return nil
  }

  private func annotation(_ subject: AnnotationSubject) -> Annotation? {
    guard case .annotation(let id) = subject else { return nil }
    return annotations.annotation(id)?.annotation
  }

  // MARK: Tags

  /// Asks for the tags of a subject, or sets them.
  mutating func tag(_ words: String?) -> [Effect] {
    guard let subject = subjectOrComplaint() else { return [.bell] }
    guard let words else {
      let present = annotation(subject)?.tags ?? []
      let line = TagWords.line(of: present)
      return openPrompt(.tags, line.isEmpty ? "" : line + " ", about: subject)
    }
    return setTags(words, of: subject)
  }

  /// Sets the tags of a subject to what a line says.
  mutating func setTags(_ words: String, of subject: AnnotationSubject) -> [Effect] {
    let present = annotation(subject)?.tags ?? []
    let changes: (added: [String], removed: [String])
    do throws(TagWords.Refusal) {
      changes = try TagWords.changes(from: present, to: words)
    } catch {
      return refuse(error.reason)
    }
    let fields =
      changes.added.map { Change.Field.tag($0, true) }
      + changes.removed.map { Change.Field.tag($0, false) }
    guard !fields.isEmpty else { return closeTyping() }
    let left = present.filter { !changes.removed.contains($0) } + changes.added
    let shown = left.map { "#\($0)" }.joined(separator: " ")
    let words =
      left.isEmpty
      ? Text(zh: "标签已清空", en: "no tags now") : Text(zh: "标签：\(shown)", en: "tags: \(shown)")
    return change(subject, fields, saying: words)
  }

  // MARK: Following up

  /// Asks for the due date of a follow-up, or sets it.
  mutating func followUp(_ words: String?) -> [Effect] {
    guard let subject = subjectOrComplaint() else { return [.bell] }
    guard let words else {
      let present = annotation(subject)?.followUp.flatMap { $0.isPending ? $0.due : nil }
      return openPrompt(.dueDate, present ?? "", about: subject)
    }
    return setDueDate(words, of: subject)
  }

  /// Opens a follow-up with the date that a line says; an empty line is one without a date.
  mutating func setDueDate(_ words: String, of subject: AnnotationSubject) -> [Effect] {
    let isEmpty = words.allSatisfy { $0 == " " || $0 == "\u{3000}" }
    var day: CalendarDay?
    if !isEmpty {
      do throws(DueDateError) {
        day = try DueDate.day(of: words, today: annotations.today)
      } catch {
        return refuse(error.reason)
      }
    }
    let known = annotation(subject)?.followUp
    let keepsStatus = known.flatMap { FollowUpStatus(rawValue: $0.status) }?.isPending == true
    let fields: [Change.Field] =
      (keepsStatus ? [] : [.status(FollowUpStatus.open.rawValue)]) + [.due(day?.iso)]
    let words =
      day.map { Text(zh: "待跟进，\($0.iso) 到期", en: "to follow up by \($0.iso)") }
      ?? Text(zh: "待跟进，无到期日", en: "to follow up, without a date")
    return change(subject, fields, saying: words)
  }

  /// Marks a follow-up as done, or as open again.
  mutating func toggleDone() -> [Effect] {
    guard let subject = annotationSubject(), let followUp = annotation(subject)?.followUp else {
      say(Text(zh: "这里没有待跟进的批注", en: "no follow-up here"))
      return [.bell]
    }
    return setStatus(followUp.isPending ? .done : .open, of: subject)
  }

  /// Sets the status that a word names.
  mutating func setStatus(_ word: String?) -> [Effect] {
    let words = FollowUpStatus.allCases.map(\.rawValue)
    guard let word, let status = FollowUpStatus.named(word) else {
      let list = words.joined(separator: " ")
      return refuse(Text(zh: "状态应是 \(list) 之一", en: "the status is one of \(list)"))
    }
    guard let subject = subjectOrComplaint() else { return [.bell] }
    return setStatus(status, of: subject)
  }

  private mutating func setStatus(
    _ status: FollowUpStatus, of subject: AnnotationSubject
  ) -> [Effect] {
    change(
      subject, [.status(status.rawValue)],
      saying: Text(zh: "跟进：\(status.name.zh)", en: "follow-up: \(status.name.en)"))
  }

  /// Asks whom a follow-up is assigned to, or assigns it.
  mutating func assign(_ name: String?) -> [Effect] {
    guard let subject = subjectOrComplaint() else { return [.bell] }
    guard let name else {
      return openPrompt(.assignee, annotation(subject)?.followUp?.assignee ?? "", about: subject)
    }
    return setAssignee(name, of: subject)
  }

  /// Assigns the follow-up of a subject; an empty name takes the assignment back.
  mutating func setAssignee(_ name: String, of subject: AnnotationSubject) -> [Effect] {
    let assignee: String?
    do throws(TagWords.Refusal) {
      assignee = try TagWords.name(in: name)
    } catch {
      return refuse(error.reason)
    }
    let known = annotation(subject)?.followUp
    if assignee == known?.assignee { return closeTyping() }
    let fields: [Change.Field] =
      (known == nil ? [.status(FollowUpStatus.open.rawValue)] : [])
      + [.assignee(assignee)]
    let words =
      assignee.map { Text(zh: "已分派给 \($0)", en: "assigned to \($0)") }
      ?? Text(zh: "不再分派", en: "assigned to nobody")
    return change(subject, fields, saying: words)
  }

  // MARK: Colour, removal, undo

  /// Sets the colour that a word names.
  mutating func setColor(_ word: String?) -> [Effect] {
    guard let word, let color = AnnotationColor.named(word) else {
      let list = AnnotationColor.allCases.map(\.rawValue).joined(separator: " ")
      return refuse(Text(zh: "颜色应是 \(list) 之一", en: "the colour is one of \(list)"))
    }
    guard let subject = subjectOrComplaint() else { return [.bell] }
    return change(
      subject, [.color(color.rawValue)],
      saying: Text(zh: "颜色：\(color.name.zh)", en: "colour: \(color.name.en)"))
  }

  /// Takes the annotation under the cursor away: one, whatever the count.
  mutating func removeAnnotation(count: Int = 1) -> [Effect] {
    guard let placed = presentAnnotation() else { return [.bell] }
    memory.lastChange = .removal
    let only = count > 1 ? Text(zh: "（只此一条）", en: " (this one alone)") : Text(zh: "", en: "")
    return ask(
      .remove(placed.annotation.id),
      saying: Text(zh: "批注已删除\(only.zh)，可撤销", en: "removed\(only.en); undo brings it back"))
  }

  /// Does the last change once more, here.
  mutating func repeatChange() -> [Effect] {
    switch memory.lastChange {
    case .removal: return removeAnnotation()
    case .fields(let fields):
      guard let subject = subjectOrComplaint() else { return [.bell] }
      return change(subject, fields, saying: repetition(of: fields, on: subject))
    case nil:
      say(Text(zh: "还没有可重复的改动", en: "no change to repeat yet"))
      return [.bell]
    }
  }

  /// `已重复：颜色（第三条）`
  private func repetition(of fields: [Change.Field], on subject: AnnotationSubject) -> Text {
    let what = Change(.edit, "", fields).title
    let place = placeName(of: subject)
    return Text(zh: "已重复：\(what.zh)（\(place)）", en: "repeated: \(what.en) (\(place))")
  }

  /// Says why something typed cannot be taken; it stays where it was typed.
  mutating func refuse(_ reason: Text) -> [Effect] {
    say(reason, isError: true)
    return [.bell]
  }
}

/// What `.` does again.
enum RepeatableChange: Sendable {
  case fields([Change.Field])
  case removal
}
