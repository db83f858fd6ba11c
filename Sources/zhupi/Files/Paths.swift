import AnnotationJournal
import Glibc

extension Word {
  /// A path as people write it, `~` and `~/` being the user's home; nil where there is no home.
  init?(expanding path: String, home: Word?) {
    guard path == "~" || path.hasPrefix("~/") else {
      self.init(path)
      return
    }
    guard let home else { return nil }
    self = path == "~" ? home : home.appending(String(path.dropFirst(2)))
  }

  /// The path with every link followed, as the system names what is there; nil where nothing is.
  var realPath: Word? {
    withPath { realpath($0, nil) }.map { path in
      defer { free(path) }
      return Word(cString: path)
    }
  }

  /// The path from the root on; links and `..` stay as they are.
  var absolutePath: Word {
    if bytes.first == UInt8(ascii: "/") { return self }
    guard let folder = Word(".").realPath else { return self }
    return bytes == [UInt8(ascii: ".")] ? folder : folder.appending(text: bytes)
  }

  /// The real path of what need not be there: of the nearest folder above it that is, with the rest
  /// of the names behind it.
  var realPathOfAny: Word {
    var rest: [ArraySlice<UInt8>] = []
    var folder = DiskPath(bytes: absolutePath.bytes)
    while true {
      if let real = Word(bytes: folder.bytes).realPath {
        return rest.reversed().reduce(real) { $0.appending(text: Array($1)) }
      }
      rest.append(folder.name)
      if folder.parent == folder { return absolutePath }
      folder = folder.parent
    }
  }

  /// The folder that holds it.
  var parent: Word { Word(bytes: DiskPath(bytes: bytes).parent.bytes) }

  /// The path from a folder to what lies below it; nil for anything else. Both are real paths.
  func path(below folder: Word) -> Word? {
    let slash = UInt8(ascii: "/")
    let start = folder.bytes.last == slash ? folder.bytes : folder.bytes + [slash]
    guard bytes.starts(with: start), bytes.count > start.count else { return nil }
    return Word(bytes: bytes[start.count...])
  }

  /// Whether there is a folder of that name.
  var isFolder: Bool {
    var status = stat()
    return withPath { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a pipe or a device is called so.
  var isStream: Bool {
    var status = stat()
    guard withPath({ stat($0, &status) }) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Whether there is a folder of that name and this user owns it.
  var isOwnFolder: Bool {
    var status = stat()
    return withPath { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid()
  }

  /// Whether this user may write to what is there.
  var isWritable: Bool { withPath { access($0, W_OK) } == 0 }

  /// The path of something in the folder that this word names.
  func appending(text name: [UInt8]) -> Word {
    Word(bytes: DiskPath(bytes: bytes).appending(name).bytes)
  }
}
