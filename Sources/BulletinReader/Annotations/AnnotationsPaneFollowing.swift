internal import AnnotationJournal
internal import BulletinCore
internal import BulletinScreen

/// Between the annotations pane and the rest of what the reader shows.
extension ReaderState {
  /// Brings the annotations pane to the size of its part of the screen, and to the place being read
  /// unless it has the focus.
  ///
  /// - Parameter keymap: What review keys are taken from; without one those known before stay.
  mutating func arrangeAnnotations(keymap: Keymap? = nil) {
    annotationsPane.take(annotations)
    var page = annotationsPane.page
    if let body = layout.body(of: .annotations) {
      (page.columns, page.rows) = (max(1, body.columns - 2), body.rows)
    }
    page.language = setup.language
    page.ambiguousWide = ambiguousWide
    page.signs = signs
    page.outside = placesOutside
    if let keymap, annotations.awaitsReview, page.reviewKeys.isEmpty {
      page.reviewKeys = keymap.reviewKeys
    }
    annotationsPane.set(page)
    guard panes.focus != .annotations, let byte = cursorByte() else { return }
    annotationsPane.follow(byte: byte)
  }

  /// Has the review keys taken anew, another keymap being in force.
  mutating func forgetReviewKeys() {
    var page = annotationsPane.page
    page.reviewKeys = []
    annotationsPane.set(page)
  }

  /// The byte of the source under the cursor; nothing in an empty file.
  private mutating func cursorByte() -> Int? {
    guard let position = text?.cursor.position else { return nil }
    return text.mutate { $0.byte(of: position) }
  }

  /// The id of the annotation whose highlight is the stronger one: that of the current card while
  /// the annotations have the focus, else the innermost under the cursor.
  mutating func emphasizedAnnotation() -> String? {
    if panes.focus == .annotations { return annotationsPane.current }
    return cursorByte().flatMap { annotations.innermost(at: $0) }?.annotation.id
  }
}

extension AnnotationList {
  /// Whether a doubtful annotation or an orphan is among them.
  var awaitsReview: Bool { tally.doubtful > 0 || placedCount < placed.count }
}

extension Keymap {
  /// The keys of reviewing in the annotations pane, the first for each command; those that are bound
  /// to nothing left out.
  var reviewKeys: [ReviewKey] {
    let commands: [(Command, Bool)] = [
      (.acceptAnchor, false), (.moveAnchor, true), (.leaveOrphan, true),
    ]
    return commands.compactMap { command, worksOnOrphans in
      keys(for: command, in: .annotations).first.map {
        ReviewKey(key: $0, word: command.entry.hint, worksOnOrphans: worksOnOrphans)
      }
    }
  }
}
