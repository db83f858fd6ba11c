internal import AnnotationJournal

/// Doubtful anchors and orphans, and going from annotation to annotation.
extension ReaderState {
  /// Accepts the place that a doubtful anchor proposes.
  mutating func acceptAnchor() -> [Effect] {
    guard let placed = presentAnnotation() else { return [.bell] }
    guard placed.anchor.state == .doubtful || placed.anchor.state == .changed,
      let bytes = placed.bytes
    else {
      say(Text(zh: "这条批注的位置无须确认", en: "this annotation's place is not in doubt"))
      return [.bell]
    }
    return settle(
      .attach(placed.annotation.id, bytes), saying: Text(zh: "已接受新位置", en: "place accepted"))
  }

  /// Moves the current card's annotation to the selection, else to the unit under the text's
  /// cursor.
  mutating func moveAnchor() -> [Effect] {
    guard let placed = presentAnnotation() else { return [.bell] }
    guard placed.bytes == nil || [.doubtful, .changed].contains(placed.anchor.state) else {
      say(
        Text(
          zh: "这条批注的位置没有疑问，不能改放", en: "this annotation's place is not in doubt; it stays"))
      return [.bell]
    }
    guard let bytes = selectedBytes() ?? unitBytes() else { return [.bell] }
    let place = placeName(of: .text(bytes))
    return settle(
      .attach(placed.annotation.id, bytes),
      saying: Text(zh: "批注已移到 \(place)", en: "moved to \(place)"))
  }

  /// Confirms that an annotation's text is gone.
  mutating func leaveOrphan() -> [Effect] {
    guard let placed = presentAnnotation() else { return [.bell] }
    guard placed.awaitsReview else {
      say(Text(zh: "这条批注的原文还在", en: "the text of this annotation is there"))
      return [.bell]
    }
    return settle(
      .leaveOrphan(placed.annotation.id),
      saying: Text(zh: "已确认失锚，原文留在批注中", en: "confirmed: its text is gone, the quote stays"))
  }

  /// Asks for what settles the current card; then the next one to review is current.
  private mutating func settle(_ request: JournalRequest, saying words: Text) -> [Effect] {
    nextToReview = panes.focus == .annotations ? annotationsPane.nextToReview : nil
    return ask(request, saying: words)
  }

  // MARK: Going

  /// Goes so many annotations on (back, if negative).
  mutating func goToAnnotation(_ count: Int) -> [Effect] {
    goToAnnotation(count, Text(zh: "批注", en: "annotation")) { _ in true }
  }

  /// Goes so many open follow-ups on.
  mutating func goToFollowUp(_ count: Int) -> [Effect] {
    goToAnnotation(count, Text(zh: "待跟进的批注", en: "open follow-up")) {
      $0.annotation.followUp?.isPending == true
    }
  }

  /// Goes to the next annotation that meets a condition, or as far as there are any.
  private mutating func goToAnnotation(
    _ count: Int, _ name: Text, _ fits: (PlacedAnnotation) -> Bool
  ) -> [Effect] {
    guard let cursor = text?.cursor.position, var byte = text.mutate({ $0.byte(of: cursor) }) else {
      return [.bell]
    }
    var found: PlacedAnnotation?
    for _ in 0..<abs(count) {
      guard let next = annotations.next(from: byte, forward: count > 0, fits),
        let start = next.bytes?.lowerBound
      else { break }
      found = next
      byte = start
    }
    guard let found else {
      say(
        count > 0
          ? Text(zh: "后面没有\(name.zh)了", en: "no further \(name.en)")
          : Text(zh: "前面没有\(name.zh)了", en: "no earlier \(name.en)"))
      return [.bell]
    }
    return show(found)
  }

  /// Goes to the next doubtful anchor or orphan. An orphan has no place in the text: the annotations
  /// pane shows it.
  mutating func goToDoubtful(_ count: Int) -> [Effect] {
    let queue = annotations.reviewQueue
    guard !queue.isEmpty else {
      say(Text(zh: "没有待确认或失锚的批注", en: "nothing to review"))
      return [.bell]
    }
    let current = panes.focus == .annotations ? annotationsPane.current : nil
    let here: Int
    if let current, let index = queue.firstIndex(where: { $0.annotation.id == current }) {
      here = index
    } else {
      let cursor = text?.cursor.position
      let byte = cursor.flatMap { cursor in text.mutate { $0.byte(of: cursor) } } ?? 0
      let before = queue.prefix { ($0.bytes?.lowerBound ?? .max) <= byte }.count
      here = count > 0 ? before - 1 : before
    }
    let target = min(max(0, here + count), queue.count - 1)
    guard target != here else {
      say(
        count > 0
          ? Text(zh: "后面没有待确认的批注了", en: "nothing further to review")
          : Text(zh: "前面没有待确认的批注了", en: "nothing earlier to review"))
      return [.bell]
    }
    return show(queue[target])
  }

  /// Shows an annotation: its card, and its text where it has a place.
  private mutating func show(_ placed: PlacedAnnotation) -> [Effect] {
    annotationsPane.go(to: placed.annotation.id)
    guard let start = placed.bytes?.lowerBound else { return focus(.annotations) }
    if panes.focus == .annotations, !placed.awaitsReview { panes.focus(.text) }
    return jump(toByte: start)
  }

  /// Sorts the cards as a word says, else in the order that follows.
  mutating func sortAnnotations(_ word: String?) -> [Effect] {
    guard let order = word.map(AnnotationOrder.init) ?? annotationsPane.order.next else {
      let list = AnnotationOrder.allCases.map(\.rawValue).joined(separator: " ")
      return refuse(Text(zh: "排序应是 \(list) 之一", en: "the order is one of \(list)"))
    }
    annotationsPane.sort(by: order)
    say(order.name)
    return []
  }

  /// Goes to the text of the current card.
  mutating func openAnnotation() -> [Effect] {
    guard let placed = presentAnnotation() else { return [.bell] }
    guard let start = placed.bytes?.lowerBound else {
      say(Text(zh: "这条批注的原文已不在", en: "the text of this annotation is gone"))
      return [.bell]
    }
    panes.focus(.text)
    arrange()
    return jump(toByte: start)
  }

  private mutating func jump(toByte byte: Int) -> [Effect] {
    guard let position = text?.position(ofByte: byte) else { return [.bell] }
    jump(to: position, landing: .beginning)
    return []
  }
}
