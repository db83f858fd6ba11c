/// Chooses which lines of an article begin with a label, all together: of every kind the chain of
/// candidates that counts best, so that one garbled or missing label leaves the others alone.
///
/// A candidate has a weight (how much it looks like a label where it stands), a link has one too
/// (how well a number follows the one before). The heaviest chain is found in one pass: a link
/// reaches over at most `reach` candidates of the same kind.
struct LabelRuns {
  private struct Candidate {
    var line: Int
    var number: Int32
    var minor: UInt16
    /// The weight of the heaviest chain that ends here.
    var sum: Float
    var previous: Int32
  }

  /// The lines that begin with a label of a kind, in order, by the kind's raw value.
  private(set) var lines: [[Int]]
  private static let reach = 16

  init(_ draft: Draft, in range: Range<Int>) {
    var chains = [Chain](repeating: Chain(), count: LabelKind.allCases.count)
    var above: Int?
    for line in range {
      let role = draft.role(line)
      if role == .caption || role == .qrCode || role == .link || role == .comment { continue }
      let token = draft.tokens[line]
      if role == .paragraph, token.label != .none {
        let weight = LabelRuns.weight(draft, line, above: above)
        chains[Int(token.label.rawValue)].add(token, line, weight)
      }
      above = role == .paragraph ? line : nil
    }
    lines = chains.map { $0.lines() }
  }

  private struct Chain {
    var candidates: [Candidate] = []
    /// The heaviest chain so far, wherever it ends.
    var best: Float = 0
    var bestEnd: Int32 = -1

    mutating func add(_ token: LineToken, _ line: Int, _ weight: Float) {
      var sum = best + LabelRuns.opening(token.number)
      var previous = bestEnd
      let from = max(0, candidates.count - LabelRuns.reach)
      for index in from..<candidates.count {
        let linked = candidates[index].sum + LabelRuns.link(candidates[index], token)
        if linked > sum {
          sum = linked
          previous = Int32(index)
        }
      }
      sum += weight
      candidates.append(
        Candidate(
          line: line, number: token.number, minor: token.minor, sum: sum, previous: previous))
      if sum > best {
        best = sum
        bestEnd = Int32(candidates.count - 1)
      }
    }

    func lines() -> [Int] {
      var lines: [Int] = []
      var index = bestEnd
      while index >= 0 {
        lines.append(candidates[Int(index)].line)
        index = candidates[Int(index)].previous
      }
      return lines.reversed()
    }
  }

  /// How well a number follows another of its kind.
  private static func link(_ from: Candidate, _ to: LineToken) -> Float {
    switch to.number - from.number {
    case 1: to.minor == 0 ? 2 : 0
    case 0:
      if to.minor == from.minor + 1 { 2 } else { to.minor > from.minor ? 0.5 : -2.5 }
    case 2: 0.5
    case 3, 4: -0.5
    case 5...: -2.5
    default: -.infinity
    }
  }

  /// How well a number opens a run.
  private static func opening(_ number: Int32) -> Float {
    switch number {
    case 1: -0.5
    case 2: -1.5
    case 3: -2.5
    default: -3.5
    }
  }

  /// How much a line's head looks like a label where it stands.
  private static func weight(_ draft: Draft, _ line: Int, above: Int?) -> Float {
    let token = draft.tokens[line]
    let isCutOff = above.map { draft.breaksOff($0) } ?? false
    let form: Float
    switch (token.label, token.form) {
    case (.clause, .firm): form = isCutOff ? 4.5 : 6
    case (.clause, .glued): form = isCutOff ? -1 : 2
    case (.part, .firm), (.chapter, .firm), (.section, .firm), (.division, .firm):
      form = token.length <= 45 ? 6 : 1
    case (.part, .glued), (.chapter, .glued), (.section, .glued), (.division, .glued):
      form = token.length <= 30 && token.stops == 0 && token.ending == .open ? 3 : -3
    case (_, .reference): form = isCutOff ? -5 : -3
    case (.decimal2, .spaced), (.decimal3, .spaced): form = isCutOff ? -2 : 1
    case (_, .firm): form = (token.label == .digit ? 3 : 4) - (isCutOff ? 2.5 : 0)
    case (_, .spaced): form = isCutOff ? -3 : -0.5
    case (.han, .bare): form = isCutOff ? -6 : -3
    case (_, .bare), (_, .glued): form = isCutOff ? -5 : -1
    }
    return form
  }
}

extension Draft {
  /// Whether a line is running text that stops without an end: what follows may go on with it.
  func breaksOff(_ line: Int) -> Bool {
    let token = tokens[line]
    return token.ending == .open && (token.length > 30 || token.stops > 0)
  }

  /// Gives the lines that begin with labels their first roles: 编 to 条 their own, others `item`.
  mutating func assignLabels(_ runs: LabelRuns) {
    for (kind, lines) in zip(LabelKind.allCases, runs.lines) {
      for line in lines {
        let token = tokens[line]
        assign(kind.role, to: line, number: token.number, minor: token.minor)
      }
    }
  }
}

extension LabelKind {
  fileprivate var role: LineRole {
    switch self {
    case .part: .part
    case .chapter: .chapter
    case .section: .section
    case .clause: .clause
    default: .item
    }
  }
}
