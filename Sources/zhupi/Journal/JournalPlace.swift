import AnnotationJournal

/// Where a journal is, and how it names the files that were annotated.
struct JournalPlace: Hashable, Sendable {
  /// The journal's folder; it need not be there.
  let folder: Word
  /// The folder that holds `.zhupi/journal`, by its real path: files below it are named from there,
  /// so that a library can be carried elsewhere. Nil for a journal that lies by itself.
  let library: Word?

  /// The journal in a folder.
  init(_ folder: Word) {
    self.folder = folder
    let real = folder.realPathOfAny
    let isOfLibrary =
      DiskPath(bytes: real.bytes).name.elementsEqual("journal".utf8)
      && DiskPath(bytes: real.parent.bytes).name.elementsEqual(".zhupi".utf8)
    library = isOfLibrary ? real.parent.parent : nil
  }

  /// How the journal names a file: by the path from the library on, else by its real path. Nil for
  /// standard input.
  func name(of file: Word) -> String? {
    if file.isStandardInput { return nil }
    let real = file.realPathOfAny
    return (library.flatMap { real.path(below: $0) } ?? real).text
  }

  /// The path of a file that the journal names; shorter where it lies below the working folder.
  func file(named name: String) -> Word {
    let word = Word(name)
    guard word.bytes.first != UInt8(ascii: "/") else { return word }
    guard let library else { return word }
    let path = library.appending(name)
    return Word(".").realPath.flatMap { path.path(below: $0) } ?? path
  }
}

/// Tells which journal belongs to a path.
struct JournalFinder: Sendable {
  /// The journal that options, variables or the configuration name: of every path.
  private let named: JournalPlace?
  /// The journal of paths that no library holds.
  private let own: JournalPlace?

  /// Looks up what was said about the journal: the option, `$ZHUPI_JOURNAL`, the configuration.
  init(_ invocation: Invocation, _ configuration: Configuration) throws(Failure) {
    let environment = invocation.environment
    if let word = invocation.arguments.word(.journal), word.bytes.isEmpty {
      throw .usage(.missingValue(.journal))
    }
    let folder =
      invocation.arguments.word(.journal) ?? environment.journal
      ?? configuration.journal.flatMap { Word(expanding: $0, home: environment.home) }
    named = folder.map { JournalPlace($0.absolutePath) }
    own = environment.dataFolder.map { JournalPlace($0.appending("journal")) }
  }

  /// The journal of a file or folder: the one that was named, else the nearest `.zhupi/journal` of
  /// this user in its folder or above it, else the user's own.
  /// - Parameter path: nil, like standard input, stands for the working folder.
  func journal(of path: Word?) throws(Failure) -> JournalPlace {
    if let named { return named }
    let file = path.flatMap { $0.isStandardInput ? nil : $0 } ?? Word(".")
    let real = file.realPathOfAny
    var folder = real.isFolder ? real : real.parent
    while true {
      let journal = folder.appending(".zhupi/journal")
      if journal.isOwnFolder { return JournalPlace(journal) }
      if folder.parent == folder { break }
      folder = folder.parent
    }
    guard let own else { throw .noJournal }
    return own
  }
}
