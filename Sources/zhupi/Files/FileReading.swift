import BulletinCore
import Glibc

/// Reads a whole file, or standard input to its end.
func readFile(_ file: Word) throws(Failure) -> [UInt8] {
  if file.isStandardInput { return try readAll(from: STDIN_FILENO, of: file) }
  let descriptor = file.withPath { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
  guard descriptor >= 0 else { throw .cannotOpen(file, errno: errno) }
  defer { close(descriptor) }
  return try readAll(from: descriptor, of: file)
}

/// Reads a file as the source of a bulletin.
func readSource(_ file: Word, encoding: TextEncoding?) throws(Failure) -> SourceText {
  let bytes = try readFile(file)
  do throws(CoreError) {
    return try SourceText(bytes, encoding: encoding)
  } catch {
    throw .content(file, error)
  }
}

/// Whether there is anything of that name.
func exists(_ file: Word) -> Bool {
  file.withPath { access($0, F_OK) } == 0
}

/// Reads to the end. The size is a hint: files of `/proc` say 0, and files grow while one reads.
private func readAll(from descriptor: Int32, of file: Word) throws(Failure) -> [UInt8] {
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .cannotOpen(file, errno: errno) }
  if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder(file) }
  let isRegular = status.st_mode & S_IFMT == S_IFREG
  let expected = isRegular ? min(max(0, Int(status.st_size)), 1 << 32) : 0
  var bytes: [UInt8] = []
  // One byte of room beyond the size tells the end without growing.
  var capacity = max(expected + 1, 65_536)
  while true {
    let had = bytes.count
    let (more, error) = readPiece(descriptor, capacity - had)
    if error != 0 { throw error == EISDIR ? .isFolder(file) : .cannotRead(file, errno: error) }
    if had == 0 { bytes = more } else { bytes += more }
    if bytes.count < capacity { return bytes }
    capacity *= 2
  }
}

/// Reads until `count` bytes are there or the input ends; the number is that of an error, or 0.
private func readPiece(_ descriptor: Int32, _ count: Int) -> (bytes: [UInt8], errno: Int32) {
  var failure: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    while filled < count, let start = buffer.baseAddress {
      let got = read(descriptor, start + filled, min(count - filled, 1 << 30))
      if got < 0, errno == EINTR { continue }
      if got < 0 { failure = errno }
      if got <= 0 { break }
      filled += got
    }
  }
  return (bytes, failure)
}
