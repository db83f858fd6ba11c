/// What a record is to say, before it has a number and a clock.
public struct Change: Equatable, Sendable {
  /// What it does.
  public var action: RecordAction
  /// The annotation or document that it is about.
  public var id: String
  /// The fields that it gives a value, in the order in which they are written.
  public var fields: [Field]
  /// The record that it takes back.
  public var undoes: RecordPlace?

  /// A field and its value.
  public struct Field: Equatable, Sendable {
    /// Such as `note` or `tag.算力`.
    public var name: String
    /// The value; null clears.
    public var value: FieldValue

    /// Makes a field.
    public init(_ name: String, _ value: FieldValue) {
      self.name = name
      self.value = value
    }

    /// The target.
    public static func target(_ target: Target) -> Field {
      Field(KnownField.target.rawValue, FieldValue(trusted: target.json))
    }
    /// The note; nil clears.
    public static func note(_ text: String?) -> Field { known(.note, text) }
    /// The name of the colour; nil clears.
    public static func color(_ name: String?) -> Field { known(.color, name) }
    /// A tag, there or not.
    public static func tag(_ name: String, _ isThere: Bool) -> Field {
      Field("tag." + name, isThere ? .yes : .null)
    }
    /// The state of the follow-up; nil ends it.
    public static func status(_ word: String?) -> Field { known(.status, word) }
    /// The date of the follow-up; nil clears.
    public static func due(_ date: String?) -> Field { known(.due, date) }
    /// Who is to follow up; nil clears.
    public static func assignee(_ name: String?) -> Field { known(.assignee, name) }
    /// The edition in which the text is gone; nil clears.
    public static func orphanedIn(_ edition: String?) -> Field { known(.orphanedIn, edition) }
    /// What a document is recognised by.
    public static func identity(_ text: String?) -> Field { known(.identity, text) }
    /// The edition of a document.
    public static func edition(_ name: String?) -> Field { known(.edition, name) }
    /// Where a document's file is.
    public static func path(_ path: String?) -> Field { known(.path, path) }
    /// The title of a document.
    public static func title(_ text: String?) -> Field { known(.title, text) }
    /// Whether the annotation is taken away.
    static func removed(_ isRemoved: Bool) -> Field {
      Field(KnownField.removed.rawValue, isRemoved ? .yes : .null)
    }

    private static func known(_ field: KnownField, _ text: String?) -> Field {
      Field(field.rawValue, FieldValue(text))
    }
  }

  /// Makes a change.
  public init(
    _ action: RecordAction, _ id: String, _ fields: [Field], undoes: RecordPlace? = nil
  ) {
    self.action = action
    self.id = id
    self.fields = fields
    self.undoes = undoes
  }

  /// Makes a document known.
  public static func document(_ id: String, _ fields: [Field]) -> Change {
    Change(.document, id, fields)
  }
  /// Makes an annotation.
  public static func annotate(_ id: String, _ fields: [Field]) -> Change {
    Change(.annotate, id, fields)
  }
  /// Changes fields of an annotation.
  public static func edit(_ id: String, _ fields: [Field]) -> Change { Change(.edit, id, fields) }
  /// Takes an annotation away.
  public static func remove(_ id: String) -> Change { Change(.remove, id, [.removed(true)]) }
  /// Brings an annotation back.
  public static func restore(_ id: String) -> Change { Change(.restore, id, [.removed(false)]) }

  /// The line of the record, with its line feed.
  func line(seq: Int, clock: Int, at: String, by author: String) -> [UInt8] {
    var line = Array("{\"v\":1,\"seq\":".utf8)
    line.appendJSON(seq)
    line += ",\"clock\":".utf8
    line.appendJSON(clock)
    line += ",\"at\":".utf8
    line.appendJSON(at)
    line += ",\"by\":".utf8
    line.appendJSON(author)
    line += ",\"do\":\"\(action.rawValue)\",\"id\":".utf8
    line.appendJSON(id)
    if let undoes {
      line += ",\"undoes\":[".utf8
      line.appendJSON(undoes.writer)
      line += ",\(undoes.seq)]".utf8
    }
    line += ",\"set\":{".utf8
    for (index, field) in fields.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      line.appendJSON(field.name)
      line.append(UInt8(ascii: ":"))
      line += field.value.json
    }
    line += "}}\n".utf8
    return line
  }
}
