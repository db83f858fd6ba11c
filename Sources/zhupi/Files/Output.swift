import BulletinScreen
import Glibc

/// Text on its way out: gathered in a buffer and written in large pieces.
struct Output {
  /// Where it goes; nil keeps it here.
  private let descriptor: Int32?
  /// What a terminal would obey is written as signs.
  private let showsSigns: Bool
  private var buffer: [UInt8] = []
  /// What is gathered and not written yet: in memory all there is.
  var bytes: [UInt8] { buffer }
  private static let limit = 128 * 1024

  /// Makes an output to a descriptor, which stays open.
  init(to descriptor: Int32, isTerminal: Bool) {
    self.descriptor = descriptor
    showsSigns = isTerminal
    buffer.reserveCapacity(Output.limit + 4_096)
  }

  /// Makes an output that is kept in memory.
  init() {
    descriptor = nil
    showsSigns = false
  }

  /// Adds bytes as they are.
  mutating func write(bytes: [UInt8]) throws(Failure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Output.limit { try flush() }
  }

  /// Adds a path byte by byte; on a terminal as text, its control characters as signs.
  mutating func write(path: Word) throws(Failure) {
    if showsSigns {
      try write(scalars: path.text.unicodeScalars)
    } else {
      try write(bytes: path.bytes)
    }
  }

  /// Adds a text of our own as it is.
  mutating func write(_ text: String) throws(Failure) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Output.limit { try flush() }
  }

  /// Adds one ASCII character.
  mutating func write(ascii character: UInt8) { buffer.append(character) }

  /// Adds a whole number in decimal.
  mutating func write(_ number: Int) {
    if number < 0 { buffer.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = buffer.count
    repeat {
      buffer.append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
      rest /= 10
    } while rest > 0
    buffer[start...].reverse()
  }

  /// Adds text of a file; on a terminal, its control characters show as signs.
  mutating func write(scalars: some Sequence<Unicode.Scalar>) throws(Failure) {
    for scalar in scalars {
      let value = scalar.value
      if value >= 0x20, value < 0x7F {
        buffer.append(UInt8(truncatingIfNeeded: value))
      } else if showsSigns, let sign = VisibleSign.sign(for: scalar) {
        write(sign)
      } else {
        write(scalar)
      }
    }
    if buffer.count >= Output.limit { try flush() }
  }

  /// Adds a line end.
  mutating func endLine() throws(Failure) {
    buffer.append(0x0A)
    if buffer.count >= Output.limit { try flush() }
  }

  /// Adds one character as it is.
  mutating func write(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    func byte(_ bits: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: bits) }
    switch value {
    case ..<0x80: buffer.append(byte(value))
    case ..<0x800:
      buffer.append(byte(0xC0 | value >> 6))
      buffer.append(byte(0x80 | value & 0x3F))
    case ..<0x10000:
      buffer.append(byte(0xE0 | value >> 12))
      buffer.append(byte(0x80 | value >> 6 & 0x3F))
      buffer.append(byte(0x80 | value & 0x3F))
    default:
      buffer.append(byte(0xF0 | value >> 18))
      buffer.append(byte(0x80 | value >> 12 & 0x3F))
      buffer.append(byte(0x80 | value >> 6 & 0x3F))
      buffer.append(byte(0x80 | value & 0x3F))
    }
  }

  /// Writes what is gathered; what is kept in memory stays.
  mutating func flush() throws(Failure) {
    guard let descriptor else { return }
    let failure = buffer.withUnsafeBytes { writeAll($0, to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
    if failure == EPIPE { throw .outputClosed }
    if failure != 0 { throw .cannotWrite(errno: failure) }
  }
}

/// Gives closed standard descriptors to `/dev/null`, the wrong way round: a file opened later would
/// else be taken for output. Writing and reading fail as on a closed one.
func reserveStandardDescriptors() {
  for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
    // The lowest free number, which is this one.
    _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
  }
}

/// Writes all bytes to a descriptor; the answer is the error's number, or 0.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
  var rest = bytes[...]
  while !rest.isEmpty {
    let piece = UnsafeRawBufferPointer(rebasing: rest)
    let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
    if count < 0, errno == EAGAIN {
      var place = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&place, 1, -1)
    } else if count < 0, errno != EINTR {
      return errno
    }
    rest = rest.dropFirst(max(0, count))
  }
  return 0
}
