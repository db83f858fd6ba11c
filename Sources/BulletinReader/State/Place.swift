/// Where an issue was left, in terms of the file, so that it holds for any screen.
public struct Place: Hashable, Sendable {
  /// A character of the file.
  public struct Spot: Hashable, Sendable {
    /// The line of the file, from 1.
    public var line: Int
    /// The byte in that line as decoded to UTF-8, from 0.
    public var byte: Int
    /// What one reads from there on, a few words without blanks, by which it is found again in a
    /// file that was changed; empty where they are not known.
    public var words: String
    /// The same of what stands before it.
    public var wordsBefore: String

    /// Makes a spot; one that lies outside the file is moved inside when it is used.
    public init(line: Int, byte: Int, words: String = "", wordsBefore: String = "") {
      (self.line, self.byte) = (line, byte)
      (self.words, self.wordsBefore) = (words, wordsBefore)
    }
  }

  /// The character under the cursor.
  public var cursor: Spot
  /// The text at the top of the text pane.
  public var top: Spot

  /// Makes a place.
  public init(cursor: Spot, top: Spot) {
    self.cursor = cursor
    self.top = top
  }
}
