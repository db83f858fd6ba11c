/// The share of the first scalars that stand in the second in the same order (longest common
/// subsequence), from 0 to 1. For short stretches: time is the product of the lengths.
func shareInOrder(_ one: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>) -> Double {
  guard !one.isEmpty, !other.isEmpty else { return one.isEmpty && other.isEmpty ? 1 : 0 }
  var row = [Int32](repeating: 0, count: other.count + 1)
  for scalar in one {
    var diagonal: Int32 = 0
    for (column, candidate) in other.enumerated() {
      let above = row[column + 1]
      row[column + 1] = scalar == candidate ? diagonal + 1 : max(above, row[column])
      diagonal = above
    }
  }
  return Double(row[other.count]) / Double(max(one.count, other.count))
}

/// The stretch of a text that is most like the wanted scalars, and how alike: 1 less the edits a
/// scalar (Sellers, The Theory and Computation of Evolutionary Distances, 1980).
func mostAlike(_ wanted: ArraySlice<UInt32>, in text: [UInt32], _ window: Range<Int>)
  -> (range: Range<Int>, likeness: Double)?
{
  guard !wanted.isEmpty, !window.isEmpty else { return nil }
  let length = wanted.count
  // For each prefix of the wanted scalars: the fewest edits that end at this scalar of the text,
  // and where that stretch begins.
  var edits = (0...length).map { Int32($0) }
  var starts = [Int32](repeating: Int32(window.lowerBound), count: length + 1)
  var best = (edits: Int32(length), start: window.lowerBound, end: window.lowerBound)
  for index in window {
    var diagonal = (edits: edits[0], start: Int32(index))
    edits[0] = 0
    starts[0] = Int32(index + 1)
    for (column, scalar) in wanted.enumerated() {
      let above = (edits: edits[column + 1], start: starts[column + 1])
      var next = diagonal.edits + (scalar == text[index] ? 0 : 1)
      var start = diagonal.start
      if above.edits + 1 < next { (next, start) = (above.edits + 1, above.start) }
      if edits[column] + 1 < next { (next, start) = (edits[column] + 1, starts[column]) }
      diagonal = above
      edits[column + 1] = next
      starts[column + 1] = start
    }
    if edits[length] < best.edits { best = (edits[length], Int(starts[length]), index + 1) }
  }
  guard best.end > best.start else { return nil }
  return (best.start..<best.end, 1 - Double(best.edits) / Double(length))
}
