import AnnotationJournal
import BulletinReader
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
    added = try TagName.read(.tag, of: arguments, isNew: true)
    removed = try TagName.read(.untag, of: arguments, isNew: false)
    if added.contains(where: removed.contains) { throw .usage(.conflict(.tag, .untag)) }
    color = try arguments.annotationColor()
    status = try Self.status(arguments)
    if let words = try arguments.text(.due) {
      due = words == "none" ? .none : .some(try arguments.day(.due, words, today))
    }
    if let words = try arguments.text(.assignee) {
      let name = try Self.assignee(words)
      assignee = name == "none" ? .none : .some(name)
    }
    if case .none = status {
      // Without a follow-up there is nothing that they could belong to.
      if due.isSome { throw .usage(.conflict(.status, .due)) }
      if assignee.isSome { throw .usage(.conflict(.status, .assignee)) }
    }
  }

  /// The name that words of the command line say, as the reader's prompt takes them.
  private static func assignee(_ words: String) throws(Failure) -> String {
    let name: String?
    do throws(TagWords.Refusal) {
      name = try TagWords.name(in: words)
    } catch {
      throw .usage(.badName(.assignee, error))
    }
    guard let name else { throw .usage(.missingValue(.assignee)) }
    return name
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
  static func read(
    _ option: Option, of arguments: Arguments, isNew: Bool
  ) throws(Failure) -> [String] {
    var names: [String] = []
    for word in arguments.words(option) {
      let name = try read(word, isNew: isNew, from: option.name)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// A tag without the signs that stand before it, `#` and `＃`.
  ///
  /// - Parameters:
  ///   - isNew: whether it is to be given: then it has no blanks, and nothing that would not show.
  ///     A journal may hold others, which can be looked for and taken away.
  ///   - place: where it was written, for the message.
  static func read(_ word: Word, isNew: Bool, from place: String) throws(Failure) -> String {
    guard let text = String(validating: word.bytes, as: UTF8.self) else {
      throw .usage(.badTag(place, word.text))
    }
    let name = text.unicodeScalars.drop { $0 == "#" || $0 == "＃" }
    let isFit =
      !isNew
      || name.allSatisfy { !$0.properties.isWhitespace && VisibleSign.sign(for: $0) == nil }
    guard !name.isEmpty, isFit else { throw .usage(.badTag(place, text)) }
    return String(name)
  }
}

extension Arguments {
  /// The colour of an annotation. `--color` also says whether to use colours, as with every
  /// command.
  func annotationColor() throws(Failure) -> AnnotationColor? {
    var found: AnnotationColor?
    for word in words(.color) {
      let name = word.text.lowercased()
      if let color = AnnotationColor(rawValue: name) {
        found = color
      } else if ReaderSettings.ColorChoice(rawValue: name) == nil {
        throw .usage(.badChoice(.color, word.text, AnnotationColor.allCases.map(\.rawValue)))
      }
    }
    return found
  }

  /// The name that `--assignee` looks for, without the `@` before it. A journal may hold names that
  /// nobody is given any more.
  func assignee() throws(Failure) -> String? {
    try text(.assignee).map { String($0.drop { $0 == "@" || $0 == "＠" }) }
  }

  /// A date that an option says.
  func day(_ option: Option, _ words: String, _ today: CalendarDay) throws(Failure) -> CalendarDay {
    do throws(DueDateError) {
      return try DueDate.day(of: words, today: today)
    } catch {
      throw .usage(.badDate(option, error))
    }
  }
}
