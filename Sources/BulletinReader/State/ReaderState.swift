internal import BulletinCore
internal import BulletinScreen

/// What the reader is doing: the whole truth, a value. Commands change it, painters show it.
struct ReaderState: Sendable {
  /// What is read.
  private(set) var bulletin: Bulletin
  /// How one reads.
  var setup: ReaderSetup
  /// The screen.
  private(set) var size: Size
  /// Whether characters of ambiguous width take two cells.
  private(set) var ambiguousWide: Bool
  /// Which panes show.
  var panes: PaneState
  /// The text; nothing where the file has none.
  var text: TextPane?
  /// The text as it was before the file became empty; nil while it has any.
  var formerText: TextPane?
  /// The contents.
  var contents: ContentsPane
  /// The annotations as the journal has them.
  var annotations: AnnotationList
  /// The same as they were before the last change.
  var annotationsBefore: AnnotationList
  /// Their cards.
  var annotationsPane = AnnotationsPane()
  /// Notes that were typed and not saved.
  var drafts: [AnnotationSubject: NoteDraft] = [:]
  /// What notes were written to that are on the disk where they may be lost.
  var unsavedNotes: [AnnotationSubject] = []
  /// Tags that the journal knows beside those of this document.
  var knownTags: [String] = []
  /// The headings that what is typed may mean.
  var headings: HeadingSearch?
  /// Whether a theme shows that is only being chosen.
  var isPreviewing = false
  /// The annotation to be looked at next, once the journal has settled the present one.
  var nextToReview: String?
  /// What to say once the journal has made the change that it was asked for.
  var awaited: Text?
  /// What places outside the articles are called.
  private(set) var placesOutside: PlacesOutside
  /// The facts about the article in the annotations pane.
  var facts = ArticleFacts()
  /// The search in force.
  var search: SearchState?
  /// Jumps, marks, and lines typed before.
  var memory = ReaderMemory()
  /// What keys mean.
  var mode = Mode.normal
  /// What the mouse does while its button is down.
  var pointer = Pointer.up
  /// What a command said.
  var message: Message?
  /// The remark on the input method.
  var inputNotice = InputNotice.unneeded
  /// The keys that go on with a draft; nil where they are not known, or there are none.
  var resumeKeys: String?
}

/// How one reads: what the configuration says, and `:set` changes.
struct ReaderSetup: Sendable {
  /// The name of the file.
  let name: String
  /// The language of the interface.
  var language: Language
  /// Chinese characters in a row of text.
  var measure: Int
  /// The name of the theme in use.
  var theme: String
  /// The name of the keymap in use.
  var keymap: String
  /// The themes and keymaps to choose from.
  let themes: @Sendable () -> [String]
  let keymaps: @Sendable () -> [String]
  /// The same for arguments.
  var names: ArgumentNames { ArgumentNames(themes: themes, keymaps: keymaps) }
  /// Whether the mouse is listened to.
  var mouse: Bool
  /// Whether lines are drawn with ASCII alone.
  let asciiBorders: Bool
  /// Lines typed in earlier readings.
  let typedLines: @Sendable () -> TypedLines
}

/// What the reader remembers of the way here.
struct ReaderMemory: Sendable {
  /// Where jumps came from.
  var jumps = JumpList()
  /// Marks by their letter.
  var marks: [Unicode.Scalar: TextPosition] = [:]
  /// Lines typed before.
  var prompts = PromptHistory()
  /// What `.` does again.
  var lastChange: RepeatableChange?
  /// Rows that half a page has, where a count has said so.
  var halfPage: Int?
}

extension ReaderState {
  init(_ opening: Opening) {
    bulletin = opening.bulletin
    placesOutside = PlacesOutside(opening.bulletin)
    setup = ReaderSetup(
      name: opening.name, language: opening.language, measure: max(8, opening.measure),
      theme: opening.theme.name, keymap: opening.keymapName, themes: opening.themes,
      keymaps: opening.keymaps, mouse: opening.mouse, asciiBorders: opening.asciiBorders,
      typedLines: opening.typedLines)
    size = opening.size
    ambiguousWide = opening.ambiguousWide
    panes = PaneState(split: opening.split)
    if opening.split.hidden.contains(.text) { panes.turnFocus(by: 1) }
    contents = ContentsPane(opening.bulletin)
    annotations = AnnotationList(today: opening.today)
    annotationsBefore = annotations
    openText(at: opening.place)
    arrange()
  }

  /// Makes the text pane, where it was left or at the first article.
  private mutating func openText(at place: Place?) {
    let frame = layout.textFrame(measure: setup.measure)
    let layout = TextLayout(
      bulletin, width: frame.measure.columns, ambiguousWide: ambiguousWide)
    guard let first = layout.firstUnit else { return text = nil }
    var pane = TextPane(
      layout: layout, at: TextPosition(line: first, offset: 0), height: frame.pane.rows)
    if place == nil, let article = bulletin.articles.first { pane.open(article) }
    if let place {
      pane.cursor.position = pane.position(of: place.cursor)
      pane.viewport = Viewport(anchor: pane.position(of: place.top), height: frame.pane.rows)
      pane.keepInSight()
    }
    text = pane
  }

  /// Takes a new reading of the file; one reads on where one was.
  mutating func replace(_ bulletin: Bulletin) {
    let former = text ?? formerText
    let entry = contents.cursor.map(contents.outline.line)
    let filter = contents.filter?.words
    self.bulletin = bulletin
    placesOutside = PlacesOutside(bulletin)
    contents = ContentsPane(bulletin)
    if let filter { contents.setFilter(filter) }
    // Bytes of the old text are none of the new one's; the journal gives them anew.
    drafts = drafts.filter { $0.key.outlastsText }
    unsavedNotes = unsavedNotes.filter(\.outlastsText)
    annotations = AnnotationList(today: annotations.today)
    annotationsBefore = annotations
    facts = ArticleFacts()
    search = search.map {
      var again = SearchState($0.pattern.words, isBackward: $0.isBackward, in: bulletin)
      again.isShown = $0.isShown
      return again
    }
    openText(at: nil)
    if let former { goOn(from: former, contentsAt: entry) }
    arrange()
  }

  /// Where everything stands on the screen.
  var layout: PaneLayout { PaneLayout(size, panes, measure: setup.measure) }

  /// Brings the panes to the sizes that screen and split give them.
  mutating func arrange() {
    let layout = layout
    let frame = layout.textFrame(measure: setup.measure)
    text?.resize(
      width: frame.measure.columns, height: frame.pane.rows, ambiguousWide: ambiguousWide)
    contents.height = layout.body(of: .contents)?.rows ?? max(0, size.rows - 4)
    followText()
  }

  /// Takes another size of the screen.
  mutating func resize(_ size: Size) {
    self.size = size
    arrange()
  }

  /// Takes the terminal's word on how wide ambiguous characters are.
  mutating func set(ambiguousWide: Bool) {
    self.ambiguousWide = ambiguousWide
    arrange()
  }

  /// Brings the contents to the place being read.
  mutating func followText() {
    contents.follow(line: text?.cursor.position.line, takesCursor: panes.focus != .contents)
    guard panes.focus != .annotations, annotations.placedCount > 0,
      let cursor = text?.cursor.position, let byte = text.mutate({ $0.byte(of: cursor) })
    else { return }
    annotationsPane.follow(byte: byte)
    arrangeAnnotations()
  }

  /// Where keys are read.
  var context: KeyContext {
    switch mode {
    case .prompt: .prompt
    case .help: .help
    case .note: .note
    case .visual where panes.focus == .text: .visual
    case .normal, .visual:
      switch panes.focus {
      case .contents: .contents
      case .text: .text
      case .annotations: .annotations
      }
    }
  }

  /// Says something beside what is said already.
  mutating func add(_ words: String) { message = joined(words) }

  /// What is said already, with something beside it.
  private func joined(_ words: String) -> Message {
    guard let said = message else { return Message(words: words) }
    let separator = Text(zh: "；", en: "; ")(setup.language)
    return Message(words: said.words + separator + words, isError: said.isError)
  }

  /// What the message line says: what a command said, and the remark on the input method.
  var shownMessage: Message? {
    inputNotice.words.map { joined($0(setup.language)) } ?? message
  }

  /// Says something in the interface's language.
  mutating func say(_ text: Text, isError: Bool = false) {
    message = Message(words: text(setup.language), isError: isError)
  }
}
