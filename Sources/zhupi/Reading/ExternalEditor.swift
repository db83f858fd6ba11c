import Glibc

/// The user's editor on a note.
enum ExternalEditor {
  /// The editor where no variable names one.
  static let standard = "vi"

  /// What came of an edit. Its file stays until somebody removes it, so that a program that dies
  /// meanwhile loses no word.
  struct Outcome {
    /// What the editor saved; nil where the note is to stay as it is.
    var text: String?
    /// What went wrong, which may be so with a text too.
    var failure: Failure?
    /// Where the text stands; nil where there is no file, or one that cannot be read.
    fileprivate var file: Word?

    /// Removes the file, once its text is kept elsewhere.
    func removeFile() { _ = file?.withPath { unlink($0) } }
  }

  /// Opens `$VISUAL` or `$EDITOR`, else `vi`, on a text and gives back what was saved.
  ///
  /// The value may have arguments (`emacs -nw`), parted by blanks; no shell reads it. What was saved
  /// counts also where the editor ended badly after that; an empty file then does not.
  static func edit(_ text: String, _ environment: Environment) -> Outcome {
    guard let folder = environment.stateFolder else { return Outcome(failure: .noJournal) }
    let file = freeName(in: folder)
    guard replaceFile(file, with: Array(text.utf8)) else {
      return Outcome(failure: .cannotCreate(file, errno: errno))
    }
    let words = (environment.editor?.text ?? standard).split(separator: " ").map(String.init)
    let status = ChildProgram.run(words.map { Word($0) } + [file])
    let name = words.first ?? standard
    do throws(Failure) {
      let bytes = try readFile(file, .regular)
      let saved = note(of: bytes, instead: text)
      if status == 0 { return Outcome(text: saved, file: file) }
      let isTaken = saved != text && !saved.isEmpty
      return Outcome(
        text: isTaken ? saved : nil,
        failure: .editorFailed(name, status: status, isTextTaken: isTaken), file: file)
    } catch {
      let failed = Failure.editorFailed(name, status: status, isTextTaken: false)
      return Outcome(failure: status == 0 ? error : failed)
    }
  }

  /// Editors end the last line; the note need not.
  private static func note(of bytes: [UInt8], instead text: String) -> String {
    let body = bytes.last == 0x0A && !text.hasSuffix("\n") ? bytes.dropLast() : bytes[...]
    return String(decoding: body, as: UTF8.self)
  }
}

// MARK: Files

extension ExternalEditor {
  private static let prefix = "note-"
  private static let ending = ".md"

  /// A name that no text left behind stands under, by a program of the same number.
  private static func freeName(in folder: Word) -> Word {
    var name = folder.appending("\(prefix)\(getpid())\(ending)")
    var count = 1
    while exists(name) {
      count += 1
      name = folder.appending("\(prefix)\(getpid())-\(count)\(ending)")
    }
    return name
  }

  /// A text that a program which runs no longer did not take back; nil where there is none.
  static func textLeft(_ environment: Environment) -> Word? {
    guard let folder = environment.stateFolder else { return nil }
    return names(in: folder).first { isLeft($0.text) }.map { folder.appending(text: $0.bytes) }
  }

  private static func isLeft(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(ending),
      let number = pid_t(name.dropFirst(prefix.count).prefix { $0.isASCII && $0.isNumber })
    else { return false }
    return number == getpid() || kill(number, 0) != 0 && errno == ESRCH
  }
}
