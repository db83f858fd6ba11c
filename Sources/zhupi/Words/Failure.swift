import BulletinCore
import BulletinReader
import BulletinTerminal

/// All that can end the program before it is done; the wording is in `ErrorText`.
enum Failure: Error {
  /// The command line makes no sense.
  case usage(UsageFault)
  /// A file cannot be opened; the number is the system's.
  case cannotOpen(Word, errno: Int32)
  /// A folder stands where a file is wanted.
  case isFolder(Word)
  /// A file was opened and cannot be read.
  case cannotRead(Word, errno: Int32)
  /// The bytes of a file are no text.
  case content(Word, CoreError)
  /// A keymap, theme or configuration file is wrong.
  case settings(SettingsProblem)
  /// No article of the number; there are `count`.
  case noArticle(Word, Int, count: Int)
  /// No clause of the number.
  case noClause(Word, Int)
  /// The reader of our output is gone, which is no error of anybody's.
  case outputClosed
  /// Standard output takes no more.
  case cannotWrite(errno: Int32)
  /// The terminal cannot be used.
  case terminal(TerminalError)

  /// The status to exit with, after sysexits(3).
  var status: Int32 {
    switch self {
    case .outputClosed: 0
    case .noArticle, .noClause: 1
    case .usage: 2
    case .content, .settings: 65
    case .cannotOpen, .isFolder: 66
    case .terminal: 73
    case .cannotRead, .cannotWrite: 74
    }
  }
}

/// What can be wrong with a command line.
enum UsageFault: Equatable {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  /// The option exists and is none of this command; nil is opening the reader.
  case foreignOption(Option, command: String?)
  case missingValue(Option)
  case needlessValue(Option)
  case badNumber(Option, String, ClosedRange<Int>)
  case badChoice(Option, String, [String])
  case badSize(String)
  /// The keys of `--keys` cannot be read from the character on, counted from 0.
  case badKeys(String, at: Int)
  case missingOperand(command: String)
  case needlessOperand(String, command: String)
  /// A theme or keymap of that name is not there.
  case unknownSetting(Option, String, nearest: String?)
}
