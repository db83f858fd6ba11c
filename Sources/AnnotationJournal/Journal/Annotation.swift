/// An annotation as the records that are known together make it.
public struct Annotation: Equatable, Sendable {
  /// Its ULID.
  public let id: String
  /// Where it belongs; nil where no record that is known says so.
  public let target: Target?
  /// What was written to the text.
  public let note: String?
  /// The name of the colour.
  public let color: String?
  /// In the order of their scalars.
  public let tags: [String]
  /// What is to be done about the text.
  public let followUp: FollowUp?
  /// The edition in which somebody said that its text is gone.
  public let orphanedIn: String?
  /// It was taken away, and not brought back.
  public let isRemoved: Bool
  /// Who made it.
  public let author: String
  /// When it was made: `2026-11-20T08:00:00.123Z`.
  public let created: String
  /// When it was last changed, by the record that is last in the order.
  public let modified: String
  /// Fields that this version does not know, by name.
  public let unknownFields: [String: FieldValue]
}

/// Work that a text calls for.
public struct FollowUp: Equatable, Sendable {
  /// `open`, `waiting`, `done`, `dropped`, or a word of a newer version.
  public let status: String
  /// A date such as `2026-12-01`.
  public let due: String?
  /// Who is to do it.
  public let assignee: String?
}

/// A bulletin, or another text, as the journal knows it.
public struct JournalDocument: Equatable, Sendable {
  /// Its ULID.
  public let id: String
  /// Title and 总第N期 of the masthead, where both are there.
  public let identity: String?
  /// The edition that was annotated last.
  public let edition: String?
  /// Where its file was last seen.
  public let path: String?
  /// Its title, for people.
  public let title: String?
}
