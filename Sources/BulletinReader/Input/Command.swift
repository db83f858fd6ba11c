/// What a user can ask for; the raw value is the name in keymap files and in the palette.
///
/// A command is one case here, one row in `CommandTable`, which tells what it is for, and what it
/// does to the reader's state. Help and hints list commands in the order of the cases.
public enum Command: String, CaseIterable, Sendable {
  // Moving
  case rowDown = "row-down"
  case rowUp = "row-up"
  case nextCharacter = "next-character"
  case previousCharacter = "previous-character"
  case nextWord = "next-word"
  case previousWord = "previous-word"
  case rowStart = "row-start"
  case rowEnd = "row-end"
  case nextSentence = "next-sentence"
  case previousSentence = "previous-sentence"
  case nextParagraph = "next-paragraph"
  case previousParagraph = "previous-paragraph"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case goToTop = "go-to-top"
  case goToBottom = "go-to-bottom"
  case goToPercent = "go-to-percent"

  // Regions
  case nextClause = "next-clause"
  case previousClause = "previous-clause"
  case nextArticle = "next-article"
  case previousArticle = "previous-article"
  case nextEditorNote = "next-editor-note"
  case previousEditorNote = "previous-editor-note"
  case nextSection = "next-section"
  case previousSection = "previous-section"
  case nextAnnotation = "next-annotation"
  case previousAnnotation = "previous-annotation"
  case nextFollowUp = "next-follow-up"
  case previousFollowUp = "previous-follow-up"
  case nextFigure = "next-figure"
  case previousFigure = "previous-figure"
  case nextReference = "next-reference"
  case previousReference = "previous-reference"
  case nextDoubtful = "next-doubtful"
  case previousDoubtful = "previous-doubtful"
  case goToClause = "go-to-clause"
  case goToPage = "go-to-page"
  case goToHeading = "go-to-heading"
  case openEntry = "open-entry"
  case followReference = "follow-reference"
  case openAnnotation = "open-annotation"

  // Selecting
  case selectCharacters = "select-characters"
  case selectUnits = "select-units"
  case selectClause = "select-clause"
  case selectArticle = "select-article"
  case selectSentence = "select-sentence"
  case selectParagraph = "select-paragraph"
  case selectQuotation = "select-quotation"
  case swapSelectionEnds = "swap-selection-ends"
  case copy = "copy"

  // Annotating
  case annotate = "annotate"
  case editNote = "edit-note"
  case tag = "tag"
  case followUp = "follow-up"
  case toggleDone = "toggle-done"
  case setStatus = "set-status"
  case assign = "assign"
  case setColor = "set-color"
  case removeAnnotation = "remove-annotation"
  case undo = "undo"
  case redo = "redo"
  case repeatChange = "repeat-change"
  case acceptAnchor = "accept-anchor"
  case moveAnchor = "move-anchor"
  case leaveOrphan = "leave-orphan"
  case sortAnnotations = "sort-annotations"
  case resumeNote = "resume-note"
  case saveAgain = "save-again"
  case export = "export"

  // Searching
  case search = "search"
  case searchBackward = "search-backward"
  case searchWord = "search-word"
  case nextHit = "next-hit"
  case previousHit = "previous-hit"
  case filter = "filter"

  // Places
  case setMark = "set-mark"
  case goToMark = "go-to-mark"
  case jumpBack = "jump-back"
  case jumpForward = "jump-forward"
  case swapPlaces = "swap-places"
  case showPlace = "show-place"

  // Folding
  case toggleFold = "toggle-fold"
  case openFold = "open-fold"
  case closeFold = "close-fold"
  case openAllFolds = "open-all-folds"
  case closeAllFolds = "close-all-folds"

  // Panes
  case focusNext = "focus-next"
  case focusPrevious = "focus-previous"
  case focusLeft = "focus-left"
  case focusRight = "focus-right"
  case focusContents = "focus-contents"
  case focusText = "focus-text"
  case focusAnnotations = "focus-annotations"
  case toggleContents = "toggle-contents"
  case toggleText = "toggle-text"
  case toggleAnnotations = "toggle-annotations"
  case toggleFocusMode = "toggle-focus-mode"
  case centreRow = "centre-row"
  case widenPane = "widen-pane"
  case narrowPane = "narrow-pane"
  case balancePanes = "balance-panes"

  // Typing
  case accept = "accept"
  case complete = "complete"
  case completeBackward = "complete-backward"
  case olderEntry = "older-entry"
  case newerEntry = "newer-entry"
  case caretLeft = "caret-left"
  case caretRight = "caret-right"
  case caretWordLeft = "caret-word-left"
  case caretWordRight = "caret-word-right"
  case caretStart = "caret-start"
  case caretEnd = "caret-end"
  case deleteBefore = "delete-before"
  case deleteAfter = "delete-after"
  case deleteWord = "delete-word"
  case killToStart = "kill-to-start"
  case killToEnd = "kill-to-end"
  case yank = "yank"
  case breakLine = "break-line"
  case undoTyping = "undo-typing"
  case redoTyping = "redo-typing"
  case editExternally = "edit-externally"
  case discardNote = "discard-note"

  // Session
  case palette = "palette"
  case help = "help"
  case theme = "theme"
  case keymap = "keymap"
  case width = "width"
  case set = "set"
  case reload = "reload"
  case redraw = "redraw"
  case suspend = "suspend"
  case cancel = "cancel"
  case close = "close"
}

extension Command {
  /// What the table says about it.
  public var entry: CommandEntry { CommandTable.entry(for: self) }

  /// The command of a name, letters in either case.
  public static func named(_ name: String) -> Command? { Command(rawValue: name.lowercased()) }
}
