import AnnotationJournal
import BulletinScreen

/// What a command line says about an annotation.
struct AnnotationArguments {
  /// A value of a follow-up: not mentioned, taken away, or this one.
  enum Choice<Value> {
    case unsaid
    case none
    case some(Value)

    /// Something is wanted.
    var isSome: Bool { if case .some = self { true } else { false } }
  }

  private var note: String?
  private var added: [String] = []
  private var removed: [String] = []
  private var color: AnnotationColor?
  private var status = Choice<FollowUpStatus>.unsaid
  private var due = Choice<CalendarDay>.unsaid
  private var assignee = Choice<String>.unsaid

  /// Reads the options.
  init(_ arguments: Arguments, today: CalendarDay) throws(Failure) {
    note = try arguments.text(.note)
    added = try TagName.read(.tag, of: arguments)
    removed = try TagName.read(.untag, of: arguments)
    if added.contains(where: removed.contains) { throw .usage(.conflict(.tag, .untag)) }
    color = try arguments.choice(.color, of: AnnotationColor.self)
    status = try Self.status(arguments)
    if let words = try arguments.text(.due) {
      due = words == "none" ? .none : .some(try arguments.day(.due, words, today))
    }
    if let name = try arguments.text(.assignee) {
      if name.isEmpty { throw .usage(.missingValue(.assignee)) }
      assignee = name == "none" ? .none : .some(name)
    }
  }

  private static func status(_ arguments: Arguments) throws(Failure) -> Choice<FollowUpStatus> {
    if arguments.has(.followUp), arguments.has(.status) {
      throw .usage(.conflict(.followUp, .status))
    }
    if arguments.has(.followUp) { return .some(.open) }
    guard let word = arguments.word(.status)?.text else { return .unsaid }
    if word == "none" { return .none }
    guard let status = FollowUpStatus(rawValue: word) else {
      let names = FollowUpStatus.allCases.map(\.rawValue) + ["none"]
      throw .usage(.badChoice(.status, word, names))
    }
    return .some(status)
  }

  /// The fields to write for an annotation that has this follow-up.
  ///
  /// A date or a name opens a follow-up where there is none. Without a follow-up no date or name is
  /// left over for the next one.
  func fields(of followUp: FollowUp?) -> [Change.Field] {
    var fields: [Change.Field] = []
    if let note { fields.append(.note(note.isEmpty ? nil : note)) }
    fields += added.map { .tag($0, true) } + removed.map { .tag($0, false) }
    if let color { fields.append(.color(color.rawValue)) }
    switch status {
    case .none:
      return fields + [.status(nil), .due(nil), .assignee(nil)]
    case .some(let status): fields.append(.status(status.rawValue))
    case .unsaid:
      if followUp == nil, due.isSome || assignee.isSome {
        fields.append(.status(FollowUpStatus.open.rawValue))
      }
    }
    switch due {
    case .unsaid: break
    case .none: fields.append(.due(nil))
    case .some(let day): fields.append(.due(day.iso))
    }
    switch assignee {
    case .unsaid: break
    case .none: fields.append(.assignee(nil))
    case .some(let name): fields.append(.assignee(name))
    }
    return fields
  }
}

/// The names of tags on the command line.
enum TagName {
  /// The tags of an option, each once, in their order.
  static func read(_ option: Option, of arguments: Arguments) throws(Failure) -> [String] {
    var names: [String] = []
    for word in arguments.words(option) {
      let name = try read(word)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// A tag without the signs that stand before it, `#` and `＃`. It has no blanks, and nothing that
  /// would not show.
  static func read(_ word: Word) throws(Failure) -> String {
    guard let text = String(validating: word.bytes, as: UTF8.self) else {
      throw .usage(.badTag(word.text))
    }
    let name = text.unicodeScalars.drop { $0 == "#" || $0 == "＃" }
    let isFit = name.allSatisfy {
      !$0.properties.isWhitespace && VisibleSign.sign(for: $0) == nil
    }
    guard !name.isEmpty, isFit else { throw .usage(.badTag(text)) }
    return String(name)
  }
}

extension Arguments {
  /// A date that an option says.
  func day(_ option: Option, _ words: String, _ today: CalendarDay) throws(Failure) -> CalendarDay {
    do throws(DueDateError) {
      return try DueDate.day(of: words, today: today)
    } catch {
      throw .usage(.badDate(option, error))
    }
  }
}
