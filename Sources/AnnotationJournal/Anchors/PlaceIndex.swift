/// Where each pair of neighbouring scalars stands in a text: made once, then a quote is found in
/// the time that its rarest pair takes.
struct PlaceIndex: Sendable {
  let text: [UInt32]
  private let table: PairTable
  /// For each pair its places, ascending, as ranges of `places`.
  private let starts: [Int32]
  private let places: [Int32]

  init(_ text: [UInt32]) {
    self.text = text
    var table = PairTable(capacity: text.count / 2)
    var numbers: [Int32] = []
    numbers.reserveCapacity(text.count)
    for index in text.indices.dropLast() {
      numbers.append(table.number(text[index], text[index + 1]))
    }
    var starts = [Int32](repeating: 0, count: table.count + 1)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
    var next = starts
    var places = [Int32](repeating: 0, count: numbers.count)
    for (place, number) in numbers.enumerated() {
      places[Int(next[Int(number)])] = Int32(place)
      next[Int(number)] += 1
    }
    self.table = table
    self.starts = starts
    self.places = places
  }

  /// The places of the pair that begins at an offset of another text.
  private func holders(_ wanted: ArraySlice<UInt32>, _ index: Int) -> ArraySlice<Int32> {
    guard let number = table.known(wanted[index], wanted[index + 1]) else { return [] }
    return places[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
  }

  /// Where the scalars stand, overlapping places included, at most `limit`; none for no scalars.
  func places(of wanted: ArraySlice<UInt32>, limit: Int = 200) -> [Int] {
    guard wanted.count >= 2 else {
      guard let scalar = wanted.first else { return [] }
      return Array(text.indices.lazy.filter { text[$0] == scalar }.prefix(limit))
    }
    var rarest = wanted.startIndex
    var fewest = Int.max
    for index in wanted.indices.dropLast() {
      let count = holders(wanted, index).count
      if count == 0 { return [] }
      if count < fewest { (rarest, fewest) = (index, count) }
    }
    var found: [Int] = []
    for place in holders(wanted, rarest) {
      let start = Int(place) - (rarest - wanted.startIndex)
      guard start >= 0, start + wanted.count <= text.count,
        text[start..<start + wanted.count].elementsEqual(wanted)
      else { continue }
      found.append(start)
      if found.count == limit { break }
    }
    return found
  }

  /// Where something like the scalars may begin: the offsets that most of its rare pairs agree on
  /// to within 32, the likeliest first.
  func likelyStarts(of wanted: ArraySlice<UInt32>, limit: Int) -> [Int] {
    var votes: [Int: Int] = [:]
    guard wanted.count >= 2 else { return [] }
    for index in wanted.indices.dropLast() {
      let holders = holders(wanted, index)
      guard holders.count <= 24 else { continue }
      for place in holders {
        let start = Int(place) - (index - wanted.startIndex)
        votes[start >> 5, default: 0] += 1
      }
    }
    let best = votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
    return best.map { max(0, $0.key << 5) }
  }
}
