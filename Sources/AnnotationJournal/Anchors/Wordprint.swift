internal import Glibc

/// What a passage says, as the set of its pairs of scalars with their weights: rare pairs weigh
/// more than those of set phrases, so that two penalty clauses are told apart by what they punish.
struct Wordprint {
  /// Numbers of the pairs, ascending, repeated as often as they stand.
  var pairs: [Int32] = []
  /// The sum of their weights.
  var weight: Float = 0
}

/// The wordprints of all passages of two editions, and how alike they are.
struct Wordprints {
  private(set) var old: [Wordprint]
  private(set) var new: [Wordprint]
  /// The weight of each pair: the fewer passages it stands in, the more.
  private var weights: [Float]
  /// For each pair the passages of the new edition that have it, as ranges of `holders`.
  private var holderStarts: [Int32]
  private var holders: [Int32]

  init(
    _ oldText: ComparedText, _ oldPassages: [Passage], _ newText: ComparedText,
    _ newPassages: [Passage]
  ) {
    var table = PairTable(capacity: (oldText.count + newText.count) / 2)
    old = oldPassages.map { wordprint(oldText.scalars, $0.bodyRange, &table) }
    new = newPassages.map { wordprint(newText.scalars, $0.bodyRange, &table) }
    var spread = [Int32](repeating: 0, count: table.count)
    for print in old { forEachDistinct(print.pairs) { spread[Int($0)] += 1 } }
    var heldBy = [Int32](repeating: 0, count: table.count + 1)
    for print in new {
      forEachDistinct(print.pairs) {
        spread[Int($0)] += 1
        heldBy[Int($0) + 1] += 1
      }
    }
    let total = Float(oldPassages.count + newPassages.count)
    // A pair that both editions have once is as rare as can be: its spread of 2 weighs in full.
    weights = spread.map { logf(1 + total / (Float(max($0, 2)) * Float(max($0, 2)))) }
    for index in 1..<heldBy.count { heldBy[index] += heldBy[index - 1] }
    holderStarts = heldBy
    holders = [Int32](repeating: 0, count: Int(heldBy.last ?? 0))
    var next = heldBy
    for (passage, print) in new.enumerated() {
      forEachDistinct(print.pairs) {
        holders[Int(next[Int($0)])] = Int32(passage)
        next[Int($0)] += 1
      }
    }
    for index in old.indices { old[index].weight = weight(of: old[index].pairs) }
    for index in new.indices { new[index].weight = weight(of: new[index].pairs) }
  }

  private func weight(of pairs: [Int32]) -> Float {
    pairs.reduce(0) { $0 + weights[Int($1)] }
  }

  /// The weight of what an old and a new passage share.
  func shared(_ oldIndex: Int, _ newIndex: Int) -> Float {
    let (one, other) = (old[oldIndex].pairs, new[newIndex].pairs)
    var sum: Float = 0
    var (i, j) = (0, 0)
    while i < one.count, j < other.count {
      if one[i] == other[j] {
        sum += weights[Int(one[i])]
        i += 1
        j += 1
      } else if one[i] < other[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// What an old passage shares with that part of a new one which does not stem from another old
  /// one, and the weight of that part.
  func sharedAnew(_ oldIndex: Int, _ newIndex: Int, origin: Int?) -> (shared: Float, weight: Float)
  {
    guard let origin else { return (shared(oldIndex, newIndex), new[newIndex].weight) }
    var counts: [Int32: Int] = [:]
    for pair in old[oldIndex].pairs { counts[pair, default: 0] += 1 }
    var result: (shared: Float, weight: Float) = (0, 0)
    let (others, stems) = (new[newIndex].pairs, old[origin].pairs)
    var next = 0
    for pair in others {
      while next < stems.count, stems[next] < pair { next += 1 }
      if next < stems.count, stems[next] == pair {
        next += 1
        continue
      }
      result.weight += weights[Int(pair)]
      if let count = counts[pair], count > 0 {
        counts[pair] = count - 1
        result.shared += weights[Int(pair)]
      }
    }
    return result
  }

  /// The new passages that share most with an old one, by rare pairs alone: at most `limit`.
  ///
  /// - Parameter tally: a row of zeros, one for each new passage; zeros again afterwards.
  func nearest(to oldIndex: Int, limit: Int, tally: inout [Float]) -> [Int] {
    var touched: [Int] = []
    forEachDistinct(old[oldIndex].pairs) { pair in
      let range = Int(holderStarts[Int(pair)])..<Int(holderStarts[Int(pair) + 1])
      guard range.count <= 64 else { return }
      for place in range {
        let passage = Int(holders[place])
        if tally[passage] == 0 { touched.append(passage) }
        tally[passage] += weights[Int(pair)]
      }
    }
    var best: [(index: Int, weight: Float)] = []
    for passage in touched {
      let weight = tally[passage]
      tally[passage] = 0
      if best.count < limit || weight > best[best.count - 1].weight {
        if best.count == limit { best.removeLast() }
        let place = best.firstIndex { $0.weight < weight } ?? best.count
        best.insert((passage, weight), at: place)
      }
    }
    return best.map(\.index)
  }
}

/// The pairs of a range of scalars; punctuation has no part in them.
private func wordprint(_ scalars: [UInt32], _ range: Range<Int>, _ table: inout PairTable)
  -> Wordprint
{
  var print = Wordprint()
  print.pairs.reserveCapacity(range.count)
  var last: UInt32 = 0
  for index in range {
    let scalar = scalars[index]
    if scalar.isMark { continue }
    print.pairs.append(table.number(last, scalar))
    last = scalar
  }
  print.pairs.sort()
  return print
}

/// Calls the body with each value of an ascending list once.
private func forEachDistinct(_ values: [Int32], _ body: (Int32) -> Void) {
  var last: Int32 = -1
  for value in values where value != last {
    body(value)
    last = value
  }
}
