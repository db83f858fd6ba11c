import BulletinReader

/// Saves the place of reading at most once a second and at the end.
struct PlaceMemory {
  let places: ReadingPlaces
  private let key: String?
  private var pending: BulletinReader.Place?
  private var lastSave = ContinuousClock.now - .seconds(1)

  init(_ places: ReadingPlaces, key: String?) {
    self.places = places
    self.key = key
  }

  /// How long the loop may wait before there is something to save; nil for ever.
  var millisecondsToSave: Int? {
    guard pending != nil else { return nil }
    let rest = lastSave + .seconds(1) - .now
    return max(0, Int(rest / .milliseconds(1)) + 1)
  }

  mutating func moved(to place: BulletinReader.Place) { pending = place }

  mutating func saveIfDue() {
    if pending != nil, ContinuousClock.now - lastSave >= .seconds(1) { save() }
  }

  mutating func save() {
    guard let place = pending else { return }
    pending = nil
    lastSave = .now
    if let key { places.save(place, of: key) }
  }

  func saveLastFile(_ file: Word) {
    if let path = ReadingPlaces.absolutePath(of: file) { places.saveLastFile(path) }
  }
}
