import BulletinCore
import BulletinReader
import Glibc

/// Which files are read, and how much of them.
struct ReadingLimits: Sendable {
  /// Whether pipes and devices are read too, which may never end and never say anything.
  var takesStreams = true
  /// How many bytes are read at most.
  var largest = SourceText.largestFile + 1

  /// What somebody names is read however it comes.
  static let named = ReadingLimits()
  /// What is read without being named must not keep anybody waiting.
  static let regular = ReadingLimits(takesStreams: false)
  /// Settings that nobody names on the command line; one byte more than their parser takes, so that
  /// it says what is too much.
  static let settings = ReadingLimits(
    takesStreams: false, largest: LinedJSONParser.largestFile + 1)
  /// Settings that the command line names, however they come.
  static let namedSettings = ReadingLimits(largest: settings.largest)
}

/// Reads a whole file, or standard input to its end, as far as the limits go.
func readFile(_ file: Word, _ limits: ReadingLimits = .named) throws(Failure) -> [UInt8] {
  try read(file, limits) { _ in nil }
}

/// Reads a file as the source of a bulletin.
func readSource(
  _ file: Word, encoding: TextEncoding?, _ limits: ReadingLimits = .named
) throws(Failure) -> SourceText {
  let bytes = try read(file, limits) { SourceText.fault(inBeginning: $0, encoding: encoding) }
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

/// Whether a folder has that name, if only for a link that leads nowhere.
func isListed(_ file: Word) -> Bool {
  var status = stat()
  return file.withPath { lstat($0, &status) } == 0
}

/// Reads a file; `fault` may say of what has come of a stream that the rest is not worth waiting for.
private func read(
  _ file: Word, _ limits: ReadingLimits, _ fault: ([UInt8]) -> CoreError?
) throws(Failure) -> [UInt8] {
  if file.isStandardInput { return try readAll(from: STDIN_FILENO, of: file, limits, fault) }
  // A pipe without a writer would be waited for already when it is opened.
  let waiting = limits.takesStreams ? 0 : O_NONBLOCK
  let descriptor = file.withPath { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | waiting) }
  guard descriptor >= 0 else { throw .cannotOpen(file, errno: errno) }
  defer { close(descriptor) }
  return try readAll(from: descriptor, of: file, limits, fault)
}

/// Reads to the end. The size is a hint: files of `/proc` say 0, and files grow while one reads.
private func readAll(
  from descriptor: Int32, of file: Word, _ limits: ReadingLimits, _ fault: ([UInt8]) -> CoreError?
) throws(Failure) -> [UInt8] {
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .cannotOpen(file, errno: errno) }
  if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder(file) }
  let isRegular = status.st_mode & S_IFMT == S_IFREG
  guard isRegular || limits.takesStreams else { throw .isNoFile(file) }
  let expected = isRegular ? max(0, Int(status.st_size)) : 0
  if expected > SourceText.largestFile { throw .content(file, .tooLarge(bytes: expected)) }
  var bytes: [UInt8] = []
  // One byte of room beyond the size tells the end without growing.
  var capacity = min(max(expected + 1, 65_536), limits.largest)
  while true {
    guard isRoom(for: capacity) else { throw .content(file, .tooLarge(bytes: capacity)) }
    let had = bytes.count
    let (more, error) = readPiece(descriptor, capacity - had)
    if error != 0 { throw error == EISDIR ? .isFolder(file) : .cannotRead(file, errno: error) }
    if had == 0 { bytes = more } else { bytes += more }
    if bytes.count < capacity || capacity == limits.largest { return bytes }
    if !isRegular, let fault = fault(bytes) { throw .content(file, fault) }
    capacity = min(capacity * 2, limits.largest)
  }
}

/// Whether there is memory to read so many bytes and go on: an array without it ends the program.
private func isRoom(for count: Int) -> Bool {
  guard count > 1 << 24 else { return true }
  let trial = mmap(
    nil, count * 2, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
  guard let trial, trial != UnsafeMutableRawPointer(bitPattern: -1) else { return false }
  munmap(trial, count * 2)
  return true
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
