/// What a record does, by the word that stands under `do`.
public enum RecordAction: String, Sendable, CaseIterable {
  /// Tells of a document, or changes what is told.
  case document
  /// Makes an annotation.
  case annotate
  /// Changes fields of an annotation.
  case edit
  /// Takes an annotation away.
  case remove
  /// Brings an annotation back.
  case restore
  /// Begins a compacted file.
  case compacted
}

/// The place of a record: whose it is, and the how manieth.
public struct RecordPlace: Hashable, Sendable {
  /// The writer, by the name of the file.
  public var writer: String
  /// The number in the writer's files, from 1.
  public var seq: Int

  /// Makes a place.
  public init(writer: String, seq: Int) {
    self.writer = writer
    self.seq = seq
  }
}
