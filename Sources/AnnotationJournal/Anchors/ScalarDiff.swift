/// Which scalars of an old text are which of a new one: for each the offset of its image, or -1
/// where it is gone. Images ascend.
///
/// What both have once is fixed first (patience); between these, Myers' shortest edit script
/// (An O(ND) Difference Algorithm, 1986), bounded, so that the cost stays near linear. Matches too
/// short to mean anything amid changes are given up, and an insertion is laid so that it begins and
/// ends with a sentence where it can.
func scalarImages(of old: ArraySlice<UInt32>, in new: ArraySlice<UInt32>) -> [Int32] {
  var diff = ScalarDiff(old: Array(old), new: Array(new))
  diff.match(0..<diff.old.count, 0..<diff.new.count, depth: 0)
  diff.giveUpIslands()
  diff.layBySentences()
  return diff.images
}

/// A difference in the making.
struct ScalarDiff {
  let old: [UInt32]
  let new: [UInt32]
  var images: [Int32]

  /// The length of the pieces that patience looks for, in scalars.
  private let pieceLength = 8
  /// The longest edit script that is looked for, in scalars.
  private let editLimit = 640

  init(old: [UInt32], new: [UInt32]) {
    self.old = old
    self.new = new
    images = Array(repeating: -1, count: old.count)
  }

  /// Matches two ranges: equal ends, then by unique pieces where the rest is long, then by Myers.
  mutating func match(_ oldRange: Range<Int>, _ newRange: Range<Int>, depth: Int) {
    var (i, j) = (oldRange.lowerBound, newRange.lowerBound)
    while i < oldRange.upperBound, j < newRange.upperBound, old[i] == new[j] {
      images[i] = Int32(j)
      i += 1
      j += 1
    }
    var (k, l) = (oldRange.upperBound, newRange.upperBound)
    while k > i, l > j, old[k - 1] == new[l - 1] {
      k -= 1
      l -= 1
      images[k] = Int32(l)
    }
    guard i < k, j < l else { return }
    if k - i + l - j > 200, depth < 4 {
      let anchors = uniquePieces(i..<k, j..<l)
      if !anchors.isEmpty { return match(between: anchors, i..<k, j..<l, depth: depth) }
    }
    matchShortest(i..<k, j..<l)
  }

  private mutating func match(
    between anchors: [(old: Int, new: Int)], _ oldRange: Range<Int>, _ newRange: Range<Int>,
    depth: Int
  ) {
    var (i, j) = (oldRange.lowerBound, newRange.lowerBound)
    for anchor in anchors where anchor.old >= i && anchor.new >= j {
      match(i..<anchor.old, j..<anchor.new, depth: depth + 1)
      (i, j) = (anchor.old, anchor.new)
      while i < oldRange.upperBound, j < newRange.upperBound, old[i] == new[j] {
        images[i] = Int32(j)
        i += 1
        j += 1
      }
    }
    match(i..<oldRange.upperBound, j..<newRange.upperBound, depth: depth + 1)
  }

  /// Pieces that stand once in either range, in an order that both share.
  private func uniquePieces(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [(
    old: Int, new: Int
  )] {
    let places = uniquePlaces(old, oldRange)
    let others = uniquePlaces(new, newRange)
    var pairs: [(old: Int, new: Int)] = []
    for (piece, place) in places where place >= 0 {
      guard let other = others[piece], other >= 0,
        old[place..<place + pieceLength] == new[other..<other + pieceLength]
      else { continue }
      pairs.append((place, other))
    }
    pairs.sort { $0.old < $1.old }
    return longestAscending(pairs.map(\.new)).map { pairs[$0] }
  }

  /// The offset of each piece by its hash; -1 for what stands twice.
  private func uniquePlaces(_ text: [UInt32], _ range: Range<Int>) -> [UInt64: Int] {
    guard range.count >= pieceLength else { return [:] }
    var places: [UInt64: Int] = [:]
    places.reserveCapacity(range.count)
    for start in range.lowerBound...range.upperBound - pieceLength {
      let hash = contentHash(text, start..<start + pieceLength)
      places[hash] = places[hash] == nil ? start : -1
    }
    return places
  }

  /// Myers' greedy search; where the script grows too long, the range counts as rewritten.
  private mutating func matchShortest(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    let (n, m) = (oldRange.count, newRange.count)
    let limit = min(n + m, editLimit)
    let (a, b) = (oldRange.lowerBound, newRange.lowerBound)
    var furthest = [Int32](repeating: 0, count: 2 * limit + 3)
    var trace: [[Int32]] = []
    for edits in 0...limit {
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let at = diagonal + limit + 1
        let isDown =
          diagonal == -edits || diagonal != edits && furthest[at - 1] < furthest[at + 1]
        var x = Int(isDown ? furthest[at + 1] : furthest[at - 1] + 1)
        var y = x - diagonal
        while x < n, y < m, old[a + x] == new[b + y] {
          x += 1
          y += 1
        }
        furthest[at] = Int32(x)
        if x >= n, y >= m {
          walkBack(trace, edits, limit, n, m, from: (a, b))
          return
        }
      }
      trace.append(Array(furthest[limit + 1 - edits...limit + 1 + edits]))
    }
  }

  /// Writes the images of the diagonal steps, from the end to the beginning.
  private mutating func walkBack(
    _ trace: [[Int32]], _ edits: Int, _ limit: Int, _ n: Int, _ m: Int, from origin: (Int, Int)
  ) {
    var (x, y) = (n, m)
    for step in stride(from: edits, to: 0, by: -1) {
      let row = trace[step - 1]
      // The row holds the diagonals -(step - 1)...(step - 1).
      func reached(_ diagonal: Int) -> Int {
        let at = diagonal + step - 1
        return at >= 0 && at < row.count ? Int(row[at]) : -1
      }
      let diagonal = x - y
      let isDown =
        diagonal == -step || diagonal != step && reached(diagonal - 1) < reached(diagonal + 1)
      let before = isDown ? diagonal + 1 : diagonal - 1
      let beforeX = reached(before)
      let beforeY = beforeX - before
      let startX = isDown ? beforeX : beforeX + 1
      while x > startX {
        x -= 1
        y -= 1
        images[origin.0 + x] = Int32(origin.1 + y)
      }
      (x, y) = (beforeX, beforeY)
    }
    while x > 0, y > 0 {
      x -= 1
      y -= 1
      images[origin.0 + x] = Int32(origin.1 + y)
    }
  }

  /// Gives up matches of at most three scalars between changes that are at least as long: two texts
  /// always share a 的 or a comma.
  mutating func giveUpIslands() {
    var index = 0
    var lastOld = 0
    var lastNew = 0
    while index < old.count {
      guard images[index] >= 0 else {
        index += 1
        continue
      }
      let start = index
      while index + 1 < old.count, images[index + 1] == images[index] + 1 { index += 1 }
      index += 1
      let length = index - start
      let before = max(start - lastOld, Int(images[start]) - lastNew)
      var next = index
      while next < old.count, images[next] < 0 { next += 1 }
      let nextNew = next < old.count ? Int(images[next]) : new.count
      let behind = max(next - index, nextNew - Int(images[index - 1]) - 1)
      if length <= 3, length <= before, length <= behind, !isMarkOnly(start..<index) || length == 1
      {
        for place in start..<index { images[place] = -1 }
      } else {
        lastOld = index
        lastNew = Int(images[index - 1]) + 1
      }
    }
  }

  private func isMarkOnly(_ range: Range<Int>) -> Bool { range.allSatisfy { old[$0].isMark } }
}

/// The indices of a longest ascending subsequence of different values (Fredman 1975).
func longestAscending(_ values: [Int]) -> [Int] {
  var tails: [Int] = []
  var previous = [Int](repeating: -1, count: values.count)
  for (index, value) in values.enumerated() {
    var low = 0
    var high = tails.count
    while low < high {
      let middle = (low + high) / 2
      if values[tails[middle]] < value { low = middle + 1 } else { high = middle }
    }
    if low > 0 { previous[index] = tails[low - 1] }
    if low == tails.count { tails.append(index) } else { tails[low] = index }
  }
  var chain: [Int] = []
  var index = tails.last ?? -1
  while index >= 0 {
    chain.append(index)
    index = previous[index]
  }
  return chain.reversed()
}

/// A hash of some scalars (FNV-1a over 32-bit words).
func contentHash(_ scalars: [UInt32], _ range: Range<Int>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for index in range { hash = (hash ^ UInt64(scalars[index])) &* 0x100_0000_01B3 }
  return hash
}
