import AnnotationJournal
import BulletinCore
import BulletinReader
import BulletinScreen
import BulletinTerminal

/// All that can end the program before it is done; the wording is in `ErrorText`.
enum Failure: Error {
  /// The command line makes no sense.
  case usage(UsageFault)
  /// A file cannot be opened; the number is the system's.
  case cannotOpen(Word, errno: Int32)
  /// A folder stands where a file is wanted.
  case isFolder(Word)
  /// A pipe or a device stands where a file is wanted that can be read at once.
  case isNoFile(Word)
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
  /// A place in a file that leads nowhere.
  case place(Word, PlaceError)
  /// No such words in a file.
  case noQuote(Word, String)
  /// The words stand in several places, on these lines.
  case severalQuotes(Word, String, lines: [Int])
  /// The words have no so manieth place; there are `count`.
  case noQuoteNumber(Word, Int, count: Int)
  /// Something is wrong with the journal in the folder.
  case journal(Word, JournalError)
  /// There is no folder that a journal could be in.
  case noJournal
  /// No annotation has an id that begins so.
  case unknownAnnotation(String)
  /// These ids begin so.
  case ambiguousAnnotation(String, [String])
  /// No annotation has the tag.
  case unknownTag(String, nearest: String?)
  /// A tag would get the name of another.
  case tagIsTaken(String, by: String)
  /// The reader of our output is gone, which is no error of anybody's.
  case outputClosed
  /// A bulletin or a file of the journal stands where something would be written.
  case notOverwritten(Word, isOfJournal: Bool)
  /// A file is there already, and the reader's export in a form would write over it.
  case alreadyThere(Word, ExportFormat)
  /// A file cannot be made.
  case cannotCreate(Word, errno: Int32)
  /// The user's editor is not there, or said that it failed.
  case editorFailed(String, status: Int32, isTextTaken: Bool)
  /// A text stands in a file that no reader took back from the user's editor.
  case textLeftByEditor(Word)
  /// Standard output takes no more.
  case cannotWrite(errno: Int32)
  /// The terminal cannot be used.
  case terminal(TerminalError)

  /// The status to exit with, after sysexits(3).
  var status: Int32 {
    switch self {
    case .outputClosed: 0
    case .noArticle, .noClause, .noQuote, .noQuoteNumber, .unknownAnnotation, .unknownTag,
      .tagIsTaken:
      1
    case .usage, .severalQuotes, .ambiguousAnnotation: 2
    case .place(_, let error): error.status
    case .journal(_, let error): error.status
    case .content, .settings: 65
    case .cannotOpen, .isFolder, .isNoFile: 66
    case .terminal, .noJournal, .notOverwritten: 73
    case .cannotCreate, .alreadyThere: 73
    case .editorFailed, .textLeftByEditor: 1
    case .cannotRead, .cannotWrite: 74
    }
  }
}

extension PlaceError {
  /// Nothing there is 1, no place at all a matter of usage.
  fileprivate var status: Int32 { if case .malformed = self { 2 } else { 1 } }
}

extension JournalError {
  fileprivate var status: Int32 {
    switch self {
    case .cannotCreate: 73
    case .cannotLock, .cannotRead, .cannotWrite, .notSaved, .gone, .numbersExhausted,
      .compactionDiffers:
      74
    case .locked: 75
    case .notAllowed: 77
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
  /// The keys of `--keys` cannot be read.
  case badKeys(String, KeyNotationError)
  /// The value of an option is no UTF-8, and would not be kept as it is.
  case notText(Option)
  case badDate(Option, DueDateError)
  /// A word that cannot be a tag, and where it was written.
  case badTag(String, String)
  /// The value of an option cannot be somebody's name.
  case badName(Option, TagWords.Refusal)
  /// `$ZHUPI_NOW` is no moment.
  case badClock(String)
  /// Two options that exclude each other.
  case conflict(Option, Option)
  /// An option makes sense with another one alone.
  case needs(Option, Option)
  /// One of the options must be there.
  case missingOneOf([Option], command: String)
  /// A command has no such part.
  case unknownPart(String, command: String, parts: [String])
  case missingOperand(command: String)
  case needlessOperand(String, command: String)
  /// A theme or keymap of that name is not there.
  case unknownSetting(Option, String, among: [String])
}
