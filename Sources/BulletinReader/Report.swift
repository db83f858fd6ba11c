/// What can be told of a session besides its frame.
public struct Report: Equatable, Sendable {
  /// What keys go to: `contents`, `text`, `annotations`, `help`.
  public let focus: String
  /// `normal`, `visual`, `visual-unit`, `prompt`, `note`.
  public let mode: String
  /// The line of the file that the cursor stands in, from 1; nothing in an empty file.
  public let line: Int?
  /// The article being read, from 1.
  public let article: Int?
  /// The label of the clause being read: `第五条`.
  public let clause: String?
  /// What the message line says; empty where it says nothing.
  public let message: String
}
