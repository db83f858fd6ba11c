/// The value of a field as the journal has it: JSON, byte for byte.
public struct FieldValue: Hashable, Sendable {
  /// JSON without a line feed.
  public let json: [UInt8]

  /// Takes JSON over as it is; nil where the bytes are no JSON value on one line.
  public init?(json: [UInt8]) {
    var index = 0
    guard json.span.skipJSONValue(&index), index == json.count else { return nil }
    self.json = json
  }

  init(trusted json: some Sequence<UInt8>) { self.json = Array(json) }

  /// A text.
  public init(_ text: String) {
    var json: [UInt8] = []
    json.appendJSON(text)
    self.json = json
  }

  /// A text, or null for nil.
  public init(_ text: String?) { self = text.map { FieldValue($0) } ?? .null }

  /// Clears the field.
  public static let null = FieldValue(trusted: "null".utf8)
  /// What a tag that is there has.
  public static let yes = FieldValue(trusted: "true".utf8)

  /// The text, if it is one.
  public var text: String? { json.span.jsonText(0..<json.count) }
  /// Whether it clears the field.
  public var isNull: Bool { self == .null }
}
