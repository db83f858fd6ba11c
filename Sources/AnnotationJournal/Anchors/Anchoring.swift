/// Finds the targets of annotations again in the present text of their document.
///
/// Where the edition is the present one, the place is known. Else the kept edition is compared with
/// the present text, once for all anchors of that edition, and they are carried across the
/// difference; only what this loses is looked for by its words. The answer depends on the texts and
/// the targets alone.
public struct Anchoring {
  /// The text that anchors are found in.
  public let present: PresentText
  private let bounds = AnchoringBounds()

  /// Prepares to anchor in a text; costs nothing until a target of another edition comes.
  public init(_ present: PresentText) { self.present = present }

  /// Finds targets again.
  ///
  /// - Parameters:
  ///   - targets: what annotations of this document are attached to.
  ///   - kept: the UTF-8 of an edition that the journal kept; nil where it is not there.
  /// - Returns: one anchor for each target, in their order.
  public func anchors(for targets: [Target], kept: (Edition) -> [UInt8]?) -> [Anchor] {
    var anchors = [Anchor](repeating: .orphaned, count: targets.count)
    var others: [Edition: [Int]] = [:]
    for (index, target) in targets.enumerated() {
      if target.edition == present.edition {
        anchors[index] = unchanged(target)
      } else {
        others[target.edition, default: []].append(index)
      }
    }
    guard !others.isEmpty else { return anchors }
    var search = AmendedText(present, bounds)
    for (edition, indices) in others.sorted(by: { $0.key < $1.key }) {
      let old = kept(edition).map(NormalizedText.init(kept:))
      search.lay(old.flatMap { $0.edition == edition ? $0 : nil })
      for index in indices { anchors[index] = search.anchor(targets[index]) }
    }
    return anchors
  }

  private func unchanged(_ target: Target) -> Anchor {
    let range = target.position.clamped(to: 0..<present.normalized.count)
    return range == target.position ? Anchor(.exact, range, confidence: 1) : .orphaned
  }
}

/// The bounds that anchoring goes by, in shares from 0 to 1.
struct AnchoringBounds: Sendable {
  /// How much of an anchor inside a passage must survive to be `changed`, and to be shown at all.
  var certain = 0.6
  var likely = 0.35
  /// The same for an anchor that is a whole passage, whose place its passage proves.
  var certainWhole = 0.3
  var likelyWhole = 0.15
  /// What makes a quote found elsewhere certain: its length in scalars, and the likeness of both
  /// its surroundings; from the second length on it needs none.
  var length = 12
  var surroundings = 0.75
  var ampleLength = 30
  /// The length from which a whole unit needs neither.
  var unitLength = 6
  /// What makes a place found by its words worth showing.
  var shownSurroundings = 0.5
}
