/// How an old passage became a new one, scalar by scalar. Offsets are those of the compared texts.
struct PassageDiff {
  let old: Passage
  let new: Passage
  /// The offset in the new text of each scalar of the old body; -1 where it is gone.
  private let images: [Int32]
  /// The offset in the old text of each scalar of the new body; -1 where it is new.
  private let sources: [Int32]
  /// Whether each scalar of the old and new body belongs to the label of an item.
  private let isOldLabel: [Bool]
  private let isNewLabel: [Bool]
  private let oldText: [UInt32]
  private let newText: [UInt32]
  /// The marks of either body.
  let oldMarks: [MeaningMark]
  let newMarks: [MeaningMark]
  /// The lengths of the old marks by the places of their first scalars in the new text.
  let carriedMarks: [Int: Int]

  init(_ oldText: ComparedText, _ old: Passage, _ newText: ComparedText, _ new: Passage) {
    (self.old, self.new) = (old, new)
    (self.oldText, self.newText) = (oldText.scalars, newText.scalars)
    let isOldLabel = itemLabels(oldText.scalars, old.bodyRange)
    let isNewLabel = itemLabels(newText.scalars, new.bodyRange)
    // Labels of items take no part: 二 of (二) shall not draw the text behind it along.
    let kept = old.bodyRange.indices.filter { !isOldLabel[$0 - old.body] }
    let others = new.bodyRange.indices.filter { !isNewLabel[$0 - new.body] }
    var images = [Int32](repeating: -1, count: old.bodyRange.count)
    var sources = [Int32](repeating: -1, count: new.bodyRange.count)
    let found = scalarImages(
      of: kept.map { oldText.scalars[$0] }[...], in: others.map { newText.scalars[$0] }[...])
    for (index, image) in found.enumerated() where image >= 0 {
      let place = others[Int(image)]
      images[kept[index] - old.body] = Int32(place)
      sources[place - new.body] = Int32(kept[index])
    }
    (self.images, self.sources) = (images, sources)
    (self.isOldLabel, self.isNewLabel) = (isOldLabel, isNewLabel)
    oldMarks = meaningMarks(in: oldText.scalars, old.bodyRange)
    newMarks = meaningMarks(in: newText.scalars, new.bodyRange)
    var carriedMarks: [Int: Int] = [:]
    for mark in oldMarks where images[mark.range.lowerBound - old.body] >= 0 {
      carriedMarks[Int(images[mark.range.lowerBound - old.body])] = mark.range.count
    }
    self.carriedMarks = carriedMarks
  }

  /// The offset of an old scalar in the new text; -1 where it is gone.
  @inline(__always)
  func image(_ index: Int) -> Int { Int(images[index - old.body]) }

  /// Whether an old scalar is gone that is no part of a label.
  func isGone(_ index: Int) -> Bool { image(index) < 0 && !isOldLabel[index - old.body] }

  /// Whether a scalar was put into the new body and is no part of a label.
  func isAdded(_ index: Int) -> Bool { isFresh(index) && !isNewLabel[index - new.body] }

  /// Whether a scalar of the new body does not stem from the old one.
  func isFresh(_ index: Int) -> Bool { sources[index - new.body] < 0 }

  /// How many scalars of the range, labels of items left out, there are and survive.
  func survival(_ range: Range<Int>) -> (length: Int, kept: Int) {
    var (length, kept) = (0, 0)
    for index in range where !isOldLabel[index - old.body] {
      length += 1
      if image(index) >= 0 { kept += 1 }
    }
    return (length, kept)
  }

  // MARK: Carrying ends across

  /// Where a part of the old body stands in the new one; nil where nothing of it is left.
  func range(of range: Range<Int>) -> Range<Int>? {
    if range == old.bodyRange { return new.bodyRange }
    guard let first = range.first(where: { image($0) >= 0 }),
      let last = range.last(where: { image($0) >= 0 })
    else { return nil }
    let start = self.start(range.lowerBound, first)
    let end = self.end(range.upperBound, last)
    return start < end ? start..<end : nil
  }

  private func start(_ index: Int, _ first: Int) -> Int {
    if index == old.body, first > index { return new.body }
    if opensSentence(oldText, index, old.body) { return sentenceStart(image(first), index) }
    // A rewritten beginning lies behind what stood before it; what was put before a word in the
    // middle of a sentence is no part of it.
    let before = image(index - 1)
    return first > index && before >= 0 ? before + 1 : image(first)
  }

  /// Where the sentence that an offset of the new body stands in begins, as far as it is new; its
  /// label counts where the old one was marked with its label.
  private func sentenceStart(_ place: Int, _ index: Int) -> Int {
    var start = place
    while start > new.body, isFresh(start - 1) {
      let last = newText[start - 1]
      if last.endsSentence || last.endsItem || last == 0x3A { break }
      if isNewLabel[start - 1 - new.body], !isOldLabel[index - old.body] { break }
      start -= 1
    }
    return start
  }

  private func end(_ index: Int, _ last: Int) -> Int {
    if last == index - 1 { return image(last) + 1 }
    if index == old.end { return new.end }
    return image(index) >= 0 ? image(index) : image(last) + 1
  }

  // MARK: Insertions

  /// Whether what was added at the offset is a sentence or an item of its own, which leaves the
  /// others as they were; a proviso (但) does not.
  func isOwnSentence(_ index: Int) -> Bool {
    var start = index
    while start > new.body, isFresh(start - 1), index - start < Self.longest { start -= 1 }
    var end = index + 1
    while end < new.end, isFresh(end), end - index < Self.longest { end += 1 }
    while end > start + 1, isNewLabel[end - 1 - new.body] { end -= 1 }
    guard isInsertion(start..<end) else { return false }
    let first = newText[start]
    if first.endsItem { return end < new.end && newText[end].endsSentence }
    let isOpen = start == new.body || opensSentence(newText, start, new.body)
    let isClosed = end == new.end || newText[end - 1].endsSentence || newText[end - 1].endsItem
    return isOpen && isClosed && first != 0x4F46
  }

  /// Whether the sentence or item that holds the offset is new, and nearly nothing old was given up
  /// for it: what stood beside it may have been amended too.
  func isInNewSentence(_ index: Int) -> Bool {
    var start = index
    while start > new.body, !endsUnit(start - 1), index - start < Self.longest { start -= 1 }
    var end = index + 1
    while end < new.end, !endsUnit(end - 1), end - index < Self.longest { end += 1 }
    while start < index, isNewLabel[start - new.body] { start += 1 }
    guard newText[start] != 0x4F46 else { return false }  // 但
    let kept = (start..<end).count { !isFresh($0) && !newText[$0].isMark }
    guard kept * 8 <= end - start else { return false }
    let given = self.given(around: start..<end).prefix(Self.longest)
    return given.count { !isOldLabel[$0 - old.body] } * 4 <= end - start
  }

  /// The old scalars between those that stand nearest on either side of a stretch of the new body.
  private func given(around range: Range<Int>) -> Range<Int> {
    let head = max(new.body, range.lowerBound - Self.longest)..<range.lowerBound
    let tail = range.upperBound..<min(new.end, range.upperBound + Self.longest)
    let before = head.last { !isFresh($0) }.flatMap(oldIndex) ?? old.body - 1
    let behind = tail.first { !isFresh($0) }.flatMap(oldIndex) ?? old.end
    return before + 1..<max(before + 1, behind)
  }

  private func endsUnit(_ index: Int) -> Bool {
    newText[index].endsSentence || newText[index].endsItem
  }

  /// How far a sentence is looked for, in scalars: a text without marks shall cost no more.
  private static let longest = 1_200

  /// Whether a scalar of the new body belongs to the label of an item.
  func isLabel(_ index: Int) -> Bool { isNewLabel[index - new.body] }

  /// Whether nothing old was given up for a stretch of the new body.
  private func isInsertion(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    let behind = range.upperBound
    let first = before < new.body ? old.body - 1 : oldIndex(of: before)
    let next = behind >= new.end ? old.end : oldIndex(of: behind)
    guard let first, let next else { return false }
    return (first + 1..<max(first + 1, next)).allSatisfy { !isGone($0) }
  }

  private func oldIndex(of index: Int) -> Int? {
    isFresh(index) ? nil : Int(sources[index - new.body])
  }
}

/// Whether a sentence, an item or the text behind an item's label begins at the offset.
private func opensSentence(_ text: [UInt32], _ index: Int, _ start: Int) -> Bool {
  guard index > start else { return true }
  let last = text[index - 1]
  if last.endsSentence || last.endsItem { return true }
  guard last.closesQuote, index - 2 >= start else { return false }
  return text[index - 2].endsSentence || chineseNumeral(text[index - 2]) != nil
}

/// Marks the scalars that belong to the label of an item: (一) behind ； or ： or 。
private func itemLabels(_ text: [UInt32], _ range: Range<Int>) -> [Bool] {
  var isLabel = [Bool](repeating: false, count: range.count)
  for index in range {
    let isFree =
      index == range.lowerBound || text[index - 1].endsSentence || text[index - 1].endsItem
      || text[index - 1] == 0x3A
    guard isFree, let label = FlatLabel.item(text, at: index) else { continue }
    for place in index..<min(label.end, range.upperBound) {
      isLabel[place - range.lowerBound] = true
    }
  }
  return isLabel
}
