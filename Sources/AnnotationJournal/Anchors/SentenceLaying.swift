/// Laying a difference as a reader would: by whole sentences.
extension ScalarDiff {
  /// Lays insertions and deletions so that they begin with a sentence where they can: whether 。X or
  /// X。 was put behind a sentence is one to a diff, but not to a reader.
  mutating func layBySentences() {
    layInsertions()
    layDeletions()
  }

  private mutating func layInsertions() {
    for index in stride(from: old.count - 1, to: 0, by: -1) {
      let (last, next) = (Int(images[index - 1]), Int(images[index]))
      guard last >= 0, next > last + 1, !ends(old[index - 1]) else { continue }
      // New last + 1..<next was put between old index - 1 and index.
      if let steps = insertionForward(index, last, next) {
        for step in 0..<steps { images[index + step] = Int32(last + 1 + step) }
      } else if let steps = insertionBack(index, last, next) {
        for step in 1...steps { images[index - step] = Int32(next - step) }
      }
    }
  }

  /// How far an insertion may move on until a sentence ends before it.
  private func insertionForward(_ index: Int, _ last: Int, _ next: Int) -> Int? {
    var steps = 0
    while steps < next - last - 1, index + steps < old.count,
      Int(images[index + steps]) == next + steps, new[last + 1 + steps] == old[index + steps]
    {
      steps += 1
      if ends(old[index + steps - 1]) { return steps }
    }
    return nil
  }

  /// How far an insertion may move back until a sentence ends before it.
  private func insertionBack(_ index: Int, _ last: Int, _ next: Int) -> Int? {
    var steps = 0
    while steps < next - last - 1, index - 1 - steps >= 0,
      Int(images[index - 1 - steps]) == last - steps,
      new[next - 1 - steps] == old[index - 1 - steps]
    {
      steps += 1
      if index - steps == 0 || ends(old[index - 1 - steps]) { return steps }
    }
    return nil
  }

  private mutating func layDeletions() {
    var index = 1
    while index < old.count {
      guard images[index] < 0, images[index - 1] >= 0 else {
        index += 1
        continue
      }
      let start = index
      while index < old.count, images[index] < 0 { index += 1 }
      guard index < old.count, images[index] == images[start - 1] + 1, !ends(old[start - 1]) else {
        continue
      }
      if let steps = stepsForward(start, index) {
        for step in 0..<steps {
          images[start + step] = images[index + step]
          images[index + step] = -1
        }
      } else if let steps = stepsBack(start, index) {
        for step in 1...steps {
          images[index - step] = images[start - step]
          images[start - step] = -1
        }
      }
    }
  }

  /// How far a deletion may move on until a sentence ends before it.
  private func stepsForward(_ start: Int, _ end: Int) -> Int? {
    var steps = 0
    while start + steps < end, end + steps < old.count, old[start + steps] == old[end + steps],
      images[end + steps] == images[start - 1] + 1 + Int32(steps)
    {
      steps += 1
      if ends(old[start + steps - 1]) { return steps }
    }
    return nil
  }

  /// How far a deletion may move back until a sentence ends before it.
  private func stepsBack(_ start: Int, _ end: Int) -> Int? {
    var steps = 0
    while start - steps > 0, end - steps > start, old[start - 1 - steps] == old[end - 1 - steps],
      images[start - 1 - steps] == images[start - 1] - Int32(steps)
    {
      steps += 1
      if start - steps == 0 || ends(old[start - 1 - steps]) { return steps }
    }
    return nil
  }

  /// Whether a sentence, an item or a clause's 【heading】 ends with the scalar.
  private func ends(_ scalar: UInt32) -> Bool {
    scalar.endsSentence || scalar.endsItem || scalar == 0x5D
  }
}
