import BulletinCore
import BulletinReader
import BulletinScreen
import Glibc

/// Remembers between runs where each issue was left, which file was read last, the panes, and lines
/// that were typed.
///
/// Each issue has a small file of its own in the state folder, so that readers of different issues
/// do not disturb each other. What cannot be read or written is as if it had never been there.
struct ReadingPlaces: Sendable {
  /// The state folder; nil where there is none, and nothing is remembered.
  private let folder: Word?

  /// Makes a memory in a folder.
  init(folder: Word?) { self.folder = folder }

  /// What an issue is remembered by: its masthead, or for a document its path.
  static func key(of bulletin: Bulletin, path: Word?) -> String? {
    if let masthead = bulletin.masthead, let title = masthead.title,
      masthead.date != nil || masthead.totalIssue != nil
    {
      let numbers = [masthead.issue, masthead.totalIssue].map { $0.map(String.init) ?? "" }
      return ([title, masthead.date ?? ""] + numbers).joined(separator: " ")
    }
    return path?.text
  }

  /// Where an issue was left.
  func place(of key: String) -> Place? {
    guard let json = read(file(of: key)), json["issue"]?.string == key else { return nil }
    func spot(_ name: String) -> Place.Spot? {
      guard let line = json[name]?["line"]?.whole, let byte = json[name]?["byte"]?.whole else {
        return nil
      }
      return Place.Spot(
        line: line, byte: byte, words: json[name]?["words"]?.string ?? "",
        wordsBefore: json[name]?["before"]?.string ?? "")
    }
    guard let cursor = spot("cursor"), let top = spot("top") else { return nil }
    return Place(cursor: cursor, top: top)
  }

  /// Remembers where an issue is being read.
  func save(_ place: Place, of key: String) {
    func spot(_ spot: Place.Spot) -> String {
      let words = FrameJSON.quoted(spot.words)
      let before = FrameJSON.quoted(spot.wordsBefore)
      return """
        {"line":\(spot.line),"byte":\(spot.byte),"words":\(words),"before":\(before)}
        """
    }
    let text = """
      {"issue":\(FrameJSON.quoted(key)),"cursor":\(spot(place.cursor)),"top":\(spot(place.top))}

      """
    write(Array(text.utf8), to: file(of: key))
  }

  /// The file that was read last.
  var lastFile: Word? {
    guard let file = folder?.appending("last-file"), exists(file),
      let bytes = try? readFile(file, .settings), !bytes.isEmpty
    else { return nil }
    return Word(bytes: bytes)
  }

  /// Remembers the file being read, by its absolute path.
  func saveLastFile(_ path: Word) {
    if path != lastFile { write(path.bytes, to: folder?.appending("last-file")) }
  }

  /// The widths of panes and those that are hidden; nil where nobody has changed them yet.
  var split: PaneSplit? {
    guard let json = read(folder?.appending("panes.json")) else { return nil }
    let hidden = (json["hidden"]?.strings ?? []).compactMap(Pane.init)
    return PaneSplit(
      contents: json["contents"]?.whole, annotations: json["annotations"]?.whole,
      hidden: Set(hidden))
  }

  /// Remembers the panes.
  func save(_ split: PaneSplit) {
    let hidden = Pane.allCases.filter(split.hidden.contains).map { "\"\($0.rawValue)\"" }
    let contents = split.contents.map(String.init) ?? "null"
    let annotations = split.annotations.map(String.init) ?? "null"
    let text = """
      {"contents":\(contents),"annotations":\(annotations),"hidden":[\(hidden.joined(separator: ","))]}

      """
    write(Array(text.utf8), to: folder?.appending("panes.json"))
  }

  /// Lines typed into the palette and searched for.
  var typedLines: TypedLines {
    let json = read(folder?.appending("history.json"))
    return TypedLines(
      commands: json?["commands"]?.strings ?? [], searches: json?["searches"]?.strings ?? [])
  }

  /// Remembers lines that were typed now, behind those that are remembered by then: other readers
  /// remember theirs.
  func save(_ newer: TypedLines) {
    let lines = typedLines.adding(newer)
    func list(_ lines: [String]) -> String { lines.map(FrameJSON.quoted).joined(separator: ",") }
    let text = """
      {"commands":[\(list(lines.commands))],"searches":[\(list(lines.searches))]}

      """
    write(Array(text.utf8), to: folder?.appending("history.json"))
  }

  /// The absolute path of a file, links followed.
  static func absolutePath(of file: Word) -> Word? {
    file.withPath { realpath($0, nil) }.map { path in
      defer { free(path) }
      return Word(cString: path)
    }
  }

  /// `places/HASH.json`, the hash being FNV-1a of the key.
  private func file(of key: String) -> Word? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return folder?.appending("places").appending(String(hash, radix: 16) + ".json")
  }

  private func read(_ file: Word?) -> LinedJSON? {
    guard let file, exists(file), let bytes = try? readFile(file, .settings) else { return nil }
    return try? LinedJSONParser.parse(bytes)
  }

  private func write(_ bytes: [UInt8], to file: Word?) {
    if let file { _ = replaceFile(file, with: bytes) }
  }
}

extension LinedJSON {
  /// The strings of a list.
  fileprivate var strings: [String] {
    if case .array(let elements) = content { elements.compactMap(\.string) } else { [] }
  }

  /// A number that is whole and no smaller than 0.
  fileprivate var whole: Int? {
    guard case .number(let number) = content, (0...1e15).contains(number) else { return nil }
    return Int(exactly: number)
  }
}
