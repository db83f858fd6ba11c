/// A JSON value that knows its line, so that a complaint about it can name the place.
///
/// Members keep their order and their doubles; `JSONDecoder` gives neither lines nor doubles.
public struct LinedJSON: Equatable, Sendable {
  /// What stands there.
  public let content: Content
  /// The line where it begins, from 1.
  public let line: Int

  /// The six kinds of JSON values.
  public indirect enum Content: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([LinedJSON])
    case object([Member])
  }

  /// One `"key": value` of an object.
  public struct Member: Equatable, Sendable {
    /// The key, escapes resolved.
    public let key: String
    /// The line of the key, from 1.
    public let line: Int
    /// What the key stands for.
    public let value: LinedJSON
  }

  /// Makes a value that begins on the 1-based line given.
  public init(_ content: Content, line: Int) {
    self.content = content
    self.line = line
  }
}

extension LinedJSON {
  /// The members of an object; nothing for other values.
  public var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }

  /// The text of a string; nothing for other values.
  public var string: String? {
    if case .string(let string) = content { string } else { nil }
  }

  /// The truth of a Boolean; nothing for other values.
  public var bool: Bool? {
    if case .bool(let bool) = content { bool } else { nil }
  }

  /// The value under a key of an object, the last where the key stands twice.
  public subscript(key: String) -> LinedJSON? {
    members?.last { $0.key == key }?.value
  }
}
