internal import BulletinScreen

/// Focus, folding, and how the panes part the screen.
extension ReaderState {
  /// Gives a pane the focus.
  mutating func focus(_ pane: Pane) -> [Effect] { changePanes { $0.focus(pane) } }

  /// Gives the pane of a number the focus, as vim counts windows; the last one where there are fewer.
  mutating func focus(number: Int) -> [Effect] {
    focus(Pane.allCases[min(max(1, number), Pane.allCases.count) - 1])
  }

  /// Moves the focus round.
  mutating func turnFocus(by steps: Int) -> [Effect] { changePanes { $0.turnFocus(by: steps) } }

  /// Moves the focus to the left or right.
  mutating func moveFocus(by steps: Int) -> [Effect] { changePanes { $0.moveFocus(by: steps) } }

  /// Puts a pane away or brings it out; one that something hides comes out.
  mutating func toggle(_ pane: Pane) -> [Effect] {
    let shows = layout.panes[pane] != nil
    if size.columns < 72 { return focus(shows && pane != .text ? .text : pane) }
    return changePanes { $0.toggle(pane, shows: shows) }
  }

  /// Leaves the pane with the focus alone, or brings the others back.
  mutating func toggleFocusMode() -> [Effect] { changePanes { $0.isAlone.toggle() } }

  /// Widens the pane with the focus by columns, or narrows it.
  mutating func widen(by columns: Int) -> [Effect] {
    let layout = layout
    guard layout.panes.count > 1 else { return [.bell] }
    // The text has what the others leave; it grows at the cost of the contents.
    let shownSide: Pane = layout.panes[.contents] == nil ? .annotations : .contents
    let side = panes.focus == .text ? shownSide : panes.focus
    let change = panes.focus == .text ? -columns : columns
    guard let present = layout.panes[side]?.columns else { return [.bell] }
    let width = min(max(12, present + change), max(12, size.columns / 2))
    return changePanes {
      if side == .contents { $0.split.contents = width } else { $0.split.annotations = width }
    }
  }

  /// Gives the panes the widths that the screen's suggests.
  mutating func balancePanes() -> [Effect] {
    changePanes {
      $0.split.contents = nil
      $0.split.annotations = nil
    }
  }

  private mutating func changePanes(_ body: (inout PaneState) -> Void) -> [Effect] {
    let split = panes.split
    body(&panes)
    arrange()
    return panes.split == split ? [] : [.saveSplit(panes.split)]
  }
}

/// Folding; outside the contents it is the place being read that is meant.
extension ReaderState {
  private var foldTarget: OutlineNode? {
    panes.focus == .contents ? contents.cursor : contents.current.flatMap { contents.visible($0) }
  }

  /// Opens a closed branch, closes an open one.
  mutating func toggleFold() -> [Effect] {
    guard let node = foldTarget else { return [.bell] }
    let isOpen = contents.outline.hasChildren(node) && contents.folds.isOpen(node)
    let hasOwn = contents.outline.hasChildren(node)
    contents.fold(node, open: hasOwn ? !isOpen : false)
    return []
  }

  /// Opens or closes the branch of a line.
  mutating func fold(open: Bool) -> [Effect] {
    guard let node = foldTarget else { return [.bell] }
    contents.fold(node, open: open)
    return []
  }

  /// Opens or closes all branches.
  mutating func foldAll(open: Bool) -> [Effect] {
    if open { contents.folds.openAll() } else { contents.folds.closeAll() }
    contents.settle()
    return []
  }
}
