import BulletinCore
import BulletinReader

/// What the reader has open: a bulletin and where it came from.
struct OpenDocument {
  /// Where a bulletin comes from.
  enum Origin: Equatable {
    /// A file, by the path as it was given.
    case file(Word)
    case standardInput
    /// The bulletin that comes with the program.
    case sample
  }

  /// Where it came from.
  let origin: Origin
  /// The file as it was before it was read; nil for what comes from elsewhere.
  let seen: SeenFile?
  /// What was read.
  let bulletin: Bulletin
  /// What its place is remembered by; nil where it is not.
  let key: String?

  /// Reads a file or standard input.
  init(
    _ file: Word, encoding: TextEncoding?, _ limits: ReadingLimits = .named
  ) throws(Failure) {
    seen = file.isStandardInput ? nil : SeenFile(file)
    bulletin = Bulletin(try readSource(file, encoding: encoding, limits))
    origin = file.isStandardInput ? .standardInput : .file(file)
    let path = file.isStandardInput ? nil : ReadingPlaces.absolutePath(of: file)
    key = ReadingPlaces.key(of: bulletin, path: path)
  }

  /// The built-in sample in the form it has.
  private init(sample: SourceText) {
    seen = nil
    bulletin = Bulletin(sample)
    origin = .sample
    key = ReadingPlaces.key(of: bulletin, path: nil)
  }

  /// The built-in sample.
  static func sample() -> OpenDocument { OpenDocument(sample: SourceText(SampleBulletin.text)) }

  /// The file; nil for what comes from elsewhere.
  var file: Word? { if case .file(let file) = origin { file } else { nil } }

  /// The same document in another reading of its file, which must not keep the reader waiting.
  func readAgain(encoding: TextEncoding?) throws(Failure) -> OpenDocument? {
    guard let file else { return nil }
    return try OpenDocument(file, encoding: encoding, .regular)
  }

  /// Its name where the masthead gives none.
  var name: String {
    switch origin {
    case .file(let file):
      Word(bytes: file.bytes.split(separator: UInt8(ascii: "/")).last ?? []).text
    case .standardInput: "-"
    case .sample: "zhupi"
    }
  }
}
