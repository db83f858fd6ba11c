/// One of the three parts of the screen.
public enum Pane: String, CaseIterable, Sendable {
  case contents
  case text
  case annotations
}

/// How the panes part the screen, as it is remembered.
public struct PaneSplit: Hashable, Sendable {
  /// Columns of the contents; nothing leaves it to the screen's width.
  public var contents: Int?
  /// Columns of the annotations; nothing leaves it to the screen's width.
  public var annotations: Int?
  /// The panes that are put away.
  public var hidden: Set<Pane>

  /// Makes a split; without arguments the one of a first opening.
  public init(contents: Int? = nil, annotations: Int? = nil, hidden: Set<Pane> = []) {
    self.contents = contents
    self.annotations = annotations
    self.hidden = hidden
  }
}

/// Which panes show, and which one has the focus.
struct PaneState: Equatable, Sendable {
  /// Widths and hidden panes.
  var split = PaneSplit()
  /// The pane that keys go to.
  private(set) var focus = Pane.text
  /// Whether the pane with the focus stands alone.
  var isAlone = false
  /// Which of contents and annotations stands beside the text where there is room for one.
  private(set) var side = Pane.contents

  /// Gives a pane the focus, which brings it out where it was put away.
  mutating func focus(_ pane: Pane) {
    split.hidden.remove(pane)
    focus = pane
    if pane != .text { side = pane }
  }

  /// Moves the focus round the panes that are not put away.
  mutating func turnFocus(by steps: Int) {
    let panes = Pane.allCases.filter { !split.hidden.contains($0) }
    guard !panes.isEmpty else { return }
    let index = panes.firstIndex(of: focus) ?? 0
    focus(panes[((index + steps) % panes.count + panes.count) % panes.count])
  }

  /// Moves the focus to the left or right, no further than the last pane.
  mutating func moveFocus(by steps: Int) {
    let panes = Pane.allCases.filter { !split.hidden.contains($0) }
    guard let index = panes.firstIndex(of: focus) else { return }
    focus(panes[min(max(0, index + steps), panes.count - 1)])
  }

  /// Puts a pane away, or brings it out again; the last one stays.
  mutating func toggle(_ pane: Pane, shows: Bool) {
    isAlone = false
    guard shows else {
      split.hidden.remove(pane)
      guard pane != .text else { return }
      side = pane
      // Where there is room for one of them, the focus goes with it.
      if focus != .text { focus = pane }
      return
    }
    guard split.hidden.count < Pane.allCases.count - 1 else { return }
    split.hidden.insert(pane)
    if side == pane, pane != .text { side = pane == .contents ? .annotations : .contents }
    if focus == pane {
      focus = [.text, .contents, .annotations].first { !split.hidden.contains($0) } ?? .text
    }
  }
}
