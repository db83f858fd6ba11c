/// Where one came from: the places left by jumps, to go back and forth in.
struct JumpList: Equatable, Sendable {
  private var places: [TextPosition] = []
  /// The place to go back from; the number of places while one is at none of them.
  private var index = 0

  private static let kept = 100

  /// Keeps the place that a jump leaves; a place on the same line moves to the end.
  mutating func leave(_ place: TextPosition) {
    places.removeAll { $0.line == place.line }
    places.append(place)
    if places.count > Self.kept { places.removeFirst() }
    index = places.count
  }

  /// The place before, `place` being where one is; nothing at the list's start.
  mutating func back(from place: TextPosition) -> TextPosition? {
    guard index > 0 else { return nil }
    if index == places.count {
      // Where one is becomes the last place, to come forward to again.
      leave(place)
      index = places.count - 1
      guard index > 0 else { return nil }
    }
    index -= 1
    return places[index]
  }

  /// The place after; nothing at the list's end.
  mutating func forward() -> TextPosition? {
    guard index + 1 < places.count else { return nil }
    index += 1
    return places[index]
  }

  /// Takes all places over to another text; those that are gone there are forgotten.
  mutating func carry(_ body: (TextPosition) -> TextPosition?) {
    let carried = places.map(body)
    index = carried.prefix(index).count { $0 != nil }
    places = carried.compactMap { $0 }
  }

  /// The place that the last jump left.
  var last: TextPosition? { places.last }
}
