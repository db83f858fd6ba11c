/// What is known of a bulletin's lines while they are being read: the tokens stay, the roles are
/// filled in family by family. Lines are named by their index.
struct Draft {
  let bytes: [UInt8]
  let tokens: [LineToken]
  var roles: [RoledLine]
  /// Lines behind text without an end of which the wording does not say whether they go on with it.
  var doubtfulJoins: [Int] = []
  private var wording: Wording?
  private var row: PrintedRow??
  private var ragged: Bool?

  init(_ source: SourceText) {
    bytes = source.bytes
    let text = source.bytes.span
    var tokens: [LineToken] = []
    tokens.reserveCapacity(source.lines.count)
    for line in source.lines { tokens.append(lex(text, line)) }
    roles = tokens.map { RoledLine($0.isComment ? .comment : .paragraph) }
    self.tokens = tokens
    if tokens.contains(where: \.isComment) { closeComments() }
  }

  /// Comments that run over lines: from `<!--` to the line with `-->`.
  private mutating func closeComments() {
    var isOpen = false
    for line in tokens.indices where isOpen || tokens[line].isComment {
      roles[line] = RoledLine(.comment)
      if begins(line, with: "<!--") { isOpen = true }
      if isOpen, contains(line, "-->") { isOpen = false }
    }
  }

  /// How the bulletin puts words together; read when it is first asked for.
  mutating func knownWording() -> Wording {
    if let wording { return wording }
    let made = Wording(bytes.span)
    wording = made
    return made
  }

  /// Whether lines break off all over the file; found when it is first asked for.
  mutating func isRagged() -> Bool {
    if let ragged { return ragged }
    let found = findsRagged()
    ragged = found
    return found
  }

  /// The printed row that cut paragraphs fill; found when it is first asked for.
  mutating func knownRow() -> PrintedRow? {
    if let row { return row }
    let found = PrintedRow(self)
    row = .some(found)
    return found
  }
}

extension Draft {
  func role(_ line: Int) -> LineRole { roles[line].role }

  mutating func assign(_ role: LineRole, to line: Int, number: Int32 = -1, minor: UInt16 = 0) {
    roles[line] = RoledLine(role, number: number, minor: minor)
  }

  /// The first scalar of a line's text.
  func first(_ line: Int) -> UInt32 {
    let token = tokens[line]
    return token.start < token.end ? bytes.span.scalar(at: Int(token.start)).value : 0
  }

  /// A line's text as a string, marks around it gone.
  func string(_ line: Int) -> String { bytes.span.string(tokens[line].text) }

  /// Whether a line begins with the words, blanks at its head passed over.
  func begins(_ line: Int, with words: StaticString) -> Bool {
    bytes.span.has(words, at: Int(tokens[line].start), before: Int(tokens[line].end))
  }

  /// Whether a line has the words anywhere.
  func contains(_ line: Int, _ words: StaticString) -> Bool {
    bytes.span.find(words, in: tokens[line].text) != nil
  }

  /// Whether a line's label is its own beyond doubt, whatever stands around it.
  func hasFirmLabel(_ line: Int) -> Bool {
    tokens[line].label != .none && tokens[line].form == .firm
  }

  /// The next line in the range that is running text or could be, furniture passed over.
  func nextText(after line: Int, before end: Int) -> Int? {
    var index = line + 1
    while index < end {
      switch roles[index].role {
      case .caption, .qrCode, .link, .comment: index += 1
      default: return index
      }
    }
    return nil
  }
}
