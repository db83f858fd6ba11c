import Glibc

/// Replaces a file as a whole: whoever reads it sees the old bytes or the new ones, also after a
/// power cut. Its folders are made, for this user alone. The answer says whether it was done.
func replaceFile(_ file: Word, with bytes: [UInt8]) -> Bool {
  guard let slash = file.bytes.lastIndex(of: UInt8(ascii: "/")) else { return false }
  makeFolder(Word(bytes: file.bytes[..<slash]))
  return replaceFile(file, with: bytes, mode: 0o600) == 0
}

/// Replaces a file as a whole in a folder that is there; the answer is the error's number, or 0.
/// - Parameter mode: who may do what with the file; the process's mask is taken off.
func replaceFile(_ file: Word, with bytes: [UInt8], mode: mode_t) -> Int32 {
  let draft = Word(bytes: file.bytes + ".\(getpid()).draft".utf8)
  // In a folder that others may write to, a link could wait under this name; a draft that a killed
  // process left goes.
  _ = draft.withPath { unlink($0) }
  let descriptor = draft.withPath { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
  guard descriptor >= 0 else { return errno }
  var failure = bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
  if failure == 0, fsync(descriptor) != 0 { failure = errno }
  if close(descriptor) != 0, failure == 0 { failure = errno }
  if failure == 0, draft.withPath({ from in file.withPath { rename(from, $0) } }) != 0 {
    failure = errno
  }
  if failure != 0 { _ = draft.withPath { unlink($0) } }
  return failure
}

/// Makes a folder and those above it, where they are not there.
private func makeFolder(_ folder: Word) {
  if folder.bytes.isEmpty || exists(folder) { return }
  if let slash = folder.bytes.lastIndex(of: UInt8(ascii: "/")) {
    makeFolder(Word(bytes: folder.bytes[..<slash]))
  }
  _ = folder.withPath { mkdir($0, 0o700) }
}

/// The names in a folder that end in `.json`, without that ending, in order.
func jsonNames(in folder: Word) -> [Word] {
  let ending = Array(".json".utf8)
  return names(in: folder).map(\.bytes)
    .filter { $0.suffix(ending.count) == ending[...] && $0.first != UInt8(ascii: ".") }
    .map { Word(bytes: $0.dropLast(ending.count)) }
}

/// The names in a folder, in order; none where it cannot be read.
func names(in folder: Word) -> [Word] {
  guard let stream = folder.withPath({ opendir($0) }) else { return [] }
  defer { closedir(stream) }
  var names: [Word] = []
  while let entry = readdir(stream) {
    names.append(
      withUnsafePointer(to: &entry.pointee.d_name) { place in
        place.withMemoryRebound(to: CChar.self, capacity: 256) { Word(cString: $0) }
      })
  }
  return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
}
