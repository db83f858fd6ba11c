internal import AnnotationJournal
internal import BulletinCore

/// The text before and after the file was read again, and where places of the one are in the other.
struct TextRenewal {
  private var old: TextPane
  /// The text as it is now.
  private(set) var new: TextPane
  private var carrying: PlaceCarrying

  /// How many units are tried for one that is gone, either way.
  private static let neighbours = 20

  /// Lays two readings beside each other; this compares them.
  init(from old: TextPane, to new: TextPane) {
    (self.old, self.new) = (old, new)
    carrying = PlaceCarrying(from: old.layout.bulletin, to: new.layout.bulletin)
  }

  /// Where the words at a position are now; nil where they are gone.
  ///
  /// A label goes with all that it stands before, whatever number it has now.
  mutating func position(of position: TextPosition) -> TextPosition? {
    let text = old.layout.text(of: position.line)
    guard let first = text.offsets.first, let last = text.offsets.last else { return nil }
    let unit = Int(first)..<Int(last) + 1
    if position.offset < max(1, text.labelCount) {
      guard let start = carrying.start(of: unit), let found = new.position(ofByte: start) else {
        return nil
      }
      let label = new.layout.text(of: found.line).labelCount
      guard label > 0 else { return found }
      return TextPosition(line: found.line, offset: min(position.offset, label - 1))
    }
    let byte = old.byte(of: position)
    let start =
      carrying.start(of: byte..<byte + 1) ?? carrying.start(of: byte..<unit.upperBound)
      ?? carrying.start(of: unit)
    return start.flatMap { new.position(ofByte: $0) }
  }

  /// The same; for words that are gone what stood behind them, else before them.
  mutating func nearest(to position: TextPosition) -> TextPosition? {
    if let found = self.position(of: position) { return found }
    let bulletin = old.layout.bulletin
    for step in [bulletin.line(ofUnitAfter:), bulletin.lineOfUnit(before:)] {
      var line = position.line
      for _ in 0..<Self.neighbours {
        guard let next = step(line) else { break }
        line = next
        if let found = self.position(of: TextPosition(line: line, offset: 0)) { return found }
      }
    }
    return nil
  }
}

extension Bulletin {
  fileprivate func line(ofUnitAfter line: Int) -> Int? { unit(after: line)?.line }
}

extension ReaderState {
  /// Goes on where one read before the file was read again: cursor, top, selection, marks and jumps
  /// stay with their words.
  ///
  /// - Parameters:
  ///   - former: The text as it was.
  ///   - entry: The line of the contents' cursor as it was.
  mutating func goOn(from former: TextPane, contentsAt entry: Int?) {
    guard var pane = text else {
      // A file that is being written may be empty for a moment.
      formerText = former
      leaveText()
      return
    }
    formerText = nil
    var former = former
    var renewal = TextRenewal(from: former, to: pane)
    let height = pane.viewport.height
    let cursor = renewal.nearest(to: former.cursor.position)
    let spot = former.spot(of: former.cursor.position)
    pane.cursor = TextCursor(position: cursor ?? pane.position(of: spot))
    let top = renewal.nearest(to: former.viewport.anchor)
    pane.viewport = former.viewport.moved(to: top ?? pane.cursor.position, height: height)
    pane.keepInSight()
    text = pane
    carrySelection(by: &renewal)
    memory.marks = memory.marks.compactMapValues { renewal.nearest(to: $0) }
    memory.jumps.carry { renewal.position(of: $0) }
    guard panes.focus == .contents, let entry,
      let place = renewal.nearest(to: TextPosition(line: entry, offset: 0))
    else { return }
    contents.put(contents.outline.node(holding: place.line))
  }

  private mutating func carrySelection(by renewal: inout TextRenewal) {
    switch mode {
    case .visual(let selection):
      mode = carried(selection, by: &renewal).map(Mode.visual) ?? .normal
    case .help(var help):
      help.selection = help.selection.flatMap { carried($0, by: &renewal) }
      mode = .help(help)
    case .normal, .prompt, .note: break
    }
    if case .selecting(let start) = pointer {
      pointer = renewal.position(of: start).map(Pointer.selecting) ?? .up
    }
  }

  private func carried(_ selection: Selection, by renewal: inout TextRenewal) -> Selection? {
    renewal.nearest(to: selection.anchor).map { Selection(anchor: $0, byUnit: selection.byUnit) }
  }

  /// Nothing of the text is left to select or hold on to.
  private mutating func leaveText() {
    switch mode {
    case .visual: mode = .normal
    case .help(var help):
      help.selection = nil
      mode = .help(help)
    case .normal, .prompt, .note: break
    }
    pointer = .up
  }
}
