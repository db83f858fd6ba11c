import Glibc

/// Finds the files of a folder that may be texts.
enum TextFiles {
  /// How deep folders may stand in each other.
  private static let greatestDepth = 64

  /// The `.txt` and `.md` files and those without an ending in a folder and below it, in the order
  /// of their names. Hidden ones are left out, and folders reached through links, which may go
  /// round in a ring.
  static func below(_ folder: Word) -> [Word] { files(in: folder, depth: 0) }

  private static func files(in folder: Word, depth: Int) -> [Word] {
    guard depth <= greatestDepth, let stream = folder.withPath({ opendir($0) }) else { return [] }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      names.append(withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
    }
    closedir(stream)
    var found: [Word] = []
    let shown = names.filter { $0.first != UInt8(ascii: ".") }
    for name in shown.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let path = folder.appending(text: name)
      switch kind(of: path) {
      case S_IFDIR: found += files(in: path, depth: depth + 1)
      case S_IFREG where mayBeText(name): found.append(path)
      case S_IFLNK where mayBeText(name) && kind(behind: path) == S_IFREG: found.append(path)
      default: break
      }
    }
    return found
  }

  private static func kind(of path: Word) -> mode_t {
    var status = stat()
    return path.withPath { lstat($0, &status) } == 0 ? status.st_mode & S_IFMT : 0
  }

  private static func kind(behind link: Word) -> mode_t {
    var status = stat()
    return link.withPath { stat($0, &status) } == 0 ? status.st_mode & S_IFMT : 0
  }

  private static func mayBeText(_ name: [UInt8]) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return true }
    let ending = String(decoding: name[dot...], as: UTF8.self).lowercased()
    return ending == ".txt" || ending == ".md"
  }
}
