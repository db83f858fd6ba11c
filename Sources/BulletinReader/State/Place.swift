/// Where an issue was left, in terms of the file, so that it holds for any screen.
public struct Place: Hashable, Sendable {
  /// A character of the file.
  public struct Spot: Hashable, Sendable {
    /// The line of the file, from 1.
    public var line: Int
    /// The byte in that line as decoded to UTF-8, from 0.
    public var byte: Int

    /// Makes a spot; one that lies outside the file is moved inside when it is used.
    public init(line: Int, byte: Int) {
      self.line = line
      self.byte = byte
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
