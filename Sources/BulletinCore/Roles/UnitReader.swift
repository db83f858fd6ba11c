/// Joins the lines of an article into text units: what goes on with the unit above, what begins
/// one, and which short lines without a label are headings.
struct UnitReader {
  let lines: Range<Int>
  let runs: LabelRuns?
  let isTranscript: Bool
  let isDocument: Bool
  /// How many labels of each kind have passed: the place of the last one in its run.
  private(set) var passed: [Int]
  private var unit: OpenUnit?

  /// The unit that is being read.
  struct OpenUnit {
    var line: Int
    /// Its last line so far.
    var last: Int
    var length: Int
    var stops: Int
    var balance: Int
    var role: LineRole

    mutating func join(_ token: LineToken, at line: Int) {
      last = line
      length += Int(token.length)
      stops += Int(token.stops)
      balance += Int(token.balance)
    }
  }

  init(_ lines: Range<Int>, runs: LabelRuns?, isTranscript: Bool, isDocument: Bool) {
    self.lines = lines
    self.runs = runs
    self.isTranscript = isTranscript
    self.isDocument = isDocument
    passed = Array(repeating: 0, count: LabelKind.allCases.count)
  }

  mutating func read(_ draft: inout Draft) {
    for line in lines {
      switch draft.role(line) {
      case .caption, .qrCode, .link, .comment: continue
      case .paragraph: readUnlabelled(&draft, line)
      case .continuation: break
      case .item, .part, .chapter, .section, .clause:
        passed[Int(draft.tokens[line].label.rawValue)] += 1
        open(draft, line)
      case .remark: open(draft, line)
      default: unit = nil
      }
    }
  }

  private mutating func open(_ draft: Draft, _ line: Int) {
    let token = draft.tokens[line]
    unit = OpenUnit(
      line: line, last: line, length: Int(token.length), stops: Int(token.stops),
      balance: Int(token.balance), role: draft.role(line))
  }

  private mutating func readUnlabelled(_ draft: inout Draft, _ line: Int) {
    if let open = unit, goesOn(&draft, open, line) {
      draft.assign(.continuation, to: line)
      unit?.join(draft.tokens[line], at: line)
      return
    }
    if isTranscript, draft.isSpeakerForm(line) {
      draft.assign(.speaker, to: line)
    } else if isHeading(&draft, line) {
      draft.assign(isTranscript ? .speaker : .heading, to: line)
    }
    open(draft, line)
  }

  // MARK: continuations

  /// Whether a line without a label goes on with the unit above.
  private mutating func goesOn(_ draft: inout Draft, _ unit: OpenUnit, _ line: Int) -> Bool {
    guard draft.tokens[unit.last].ending == .open else { return false }
    let isNamed = unit.role.isNode || unit.role == .speaker
    if isNamed, unit.stops == 0, unit.length <= 40 { return completesHead(&draft, unit, line) }
    return completesText(&draft, unit, line)
  }

  /// Behind text without an end: cut by a page break, or a paragraph that lost its full stop.
  private mutating func completesText(_ draft: inout Draft, _ unit: OpenUnit, _ line: Int) -> Bool {
    // Nothing ends with a comma, and nothing begins with one.
    if draft.first(line).goesOn || draft.lastPair(unit.last).1.isComma { return true }
    if unit.length <= 16, unit.stops == 0 {
      let seam = draft.seam(unit.last, line)
      return unit.role == .paragraph ? seam.flows : seam.joins
    }
    let token = draft.tokens[line]
    // A paragraph of a few characters, or one that begins with a quantity, is a tail.
    if token.ending == .stop,
      token.length <= 10 || draft.first(line).digit != nil && !draft.beginsWithDate(line)
    {
      return true
    }
    if draft.fillsRows(unit.last) { return true }
    if draft.goesOnCounting(from: unit.line, to: line) { return false }
    let seam = draft.seam(unit.last, line)
    // A heading behind a paragraph that lost its full stop.
    if token.ending == .open, token.length <= 20, !seam.joins, isHeading(&draft, line) {
      return false
    }
    if !seam.joins { draft.doubtfulJoins.append(line) }
    return !seam.ends || seam.joins || draft.isRagged()
  }
}
