public import AnnotationJournal
public import BulletinCore
public import BulletinScreen

/// How a reader begins.
public struct Opening: Sendable {
  /// What is to be read.
  public var bulletin: Bulletin
  /// The name of its file; shown where there is no masthead.
  public var name: String
  /// The screen.
  public var size: Size
  /// How everything looks, stepped down to what the terminal has.
  public var theme: Theme
  /// Gives the keymap; asked once, when the first key is struck.
  public var keymap: @Sendable () -> Loaded<Keymap>
  /// The language of the interface.
  public var language = Language.chinese
  /// Chinese characters in a row of text at most, where nobody says otherwise.
  public static let standardMeasure = 44
  /// Chinese characters in a row of text, at most.
  public var measure = Opening.standardMeasure
  /// Whether the terminal shows characters of ambiguous width in two cells.
  public var ambiguousWide = false
  /// Whether lines are drawn with ASCII alone.
  public var asciiBorders = false
  /// Where the issue was left; nothing opens it at its first article.
  public var place: Place?
  /// How the panes part the screen.
  public var split = PaneSplit()
  /// The name of the keymap.
  public var keymapName = "vim"
  /// The names of themes to choose from; asked when somebody chooses.
  public var themes: @Sendable () -> [String] = { [] }
  /// The names of keymaps to choose from; asked when somebody chooses.
  public var keymaps: @Sendable () -> [String] = { [] }
  /// Lines typed in earlier readings; asked when the first line is typed.
  public var typedLines: @Sendable () -> TypedLines = { TypedLines() }
  /// Whether the mouse is listened to.
  public var mouse = true
  /// The day on which it is opened, for follow-ups.
  public var today = CalendarDay.today(at: 0)

  /// Makes an opening of what has no default.
  public init(
    bulletin: Bulletin, name: String, size: Size, theme: Theme,
    keymap: @escaping @Sendable () -> Loaded<Keymap>
  ) {
    self.bulletin = bulletin
    self.name = name
    self.size = size
    self.theme = theme
    self.keymap = keymap
  }
}
