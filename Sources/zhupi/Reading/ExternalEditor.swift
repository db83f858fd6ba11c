import Glibc

/// The user's editor on a note.
enum ExternalEditor {
  /// The editor where no variable names one.
  static let standard = "vi"

  /// Opens `$VISUAL` or `$EDITOR`, else `vi`, on a text and gives back what was saved.
  ///
  /// The value may have arguments (`emacs -nw`), parted by blanks; no shell reads it.
  static func edit(_ text: String, _ environment: Environment) -> Result<String, Failure> {
    do throws(Failure) {
      return .success(try edited(text, environment))
    } catch {
      return .failure(error)
    }
  }

  private static func edited(_ text: String, _ environment: Environment) throws(Failure) -> String {
    guard let folder = environment.stateFolder else { throw .noJournal }
    let file = folder.appending("note-\(getpid()).md")
    guard replaceFile(file, with: Array(text.utf8)) else { throw .cannotCreate(file, errno: errno) }
    defer { _ = file.withPath { unlink($0) } }
    let words = (environment.editor?.text ?? standard).split(separator: " ").map(String.init)
    let status = ChildProgram.run(words.map { Word($0) } + [file])
    guard status == 0 else { throw .editorFailed(words.first ?? standard, status: status) }
    let bytes = try readFile(file)
    // Editors end the last line; the note need not.
    let body = bytes.last == 0x0A && !text.hasSuffix("\n") ? bytes.dropLast() : bytes[...]
    return String(decoding: body, as: UTF8.self)
  }
}
