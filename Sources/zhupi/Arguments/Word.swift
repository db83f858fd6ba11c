import Glibc

/// A word of the command line as the shell gave it; file names need not be valid UTF-8.
struct Word: Hashable, Sendable {
  /// The bytes without the final NUL.
  let bytes: [UInt8]

  /// Makes a word of bytes, such as those of an environment variable.
  init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// Makes a word of a C string.
  init(cString text: UnsafePointer<CChar>) {
    bytes = UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
  }

  /// Makes a word of text.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// The word as text; what is no UTF-8 shows as U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The word as text where it is UTF-8.
  var utf8: String? { String(validating: bytes, as: UTF8.self) }

  /// Standard input, where a file is expected.
  var isStandardInput: Bool { bytes == [UInt8(ascii: "-")] }

  /// Calls `body` with the word as the system wants a path.
  func withPath<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    let path = bytes.map { CChar(bitPattern: $0) } + [0]
    return path.withUnsafeBufferPointer { buffer in
      // An array with its NUL is never empty.
      buffer.baseAddress.map(body) ?? "".withCString(body)
    }
  }

  /// The path of something in the folder that this word names.
  func appending(_ name: String) -> Word {
    Word(bytes: bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name.utf8)
  }

  /// The words behind the program's name.
  static func ofCommandLine() -> [Word] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { Word(cString: $0) }
    }
  }
}
