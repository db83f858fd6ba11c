internal import BulletinCore

/// Finds the units that may hold a pattern by looking at bytes alone, so that only those are read
/// scalar by scalar.
struct ByteFilter: Sendable {
  /// The UTF-8 forms of the pattern's scalar that is rarest in the file's beginning.
  private var forms: [[UInt8]] = []
  /// Whether a byte ends one of the forms.
  private var ends = [Bool](repeating: false, count: 256)

  private static let sample = 65_536

  init(_ pattern: SearchPattern, in source: SourceText) {
    var fewest = Int.max
    var best: [[UInt8]] = []
    for index in 0..<min(pattern.count, 16) {
      let candidate = pattern.forms(at: index)
      // A blank may be where two halves of a unit were joined; it proves nothing.
      guard !candidate.contains([0x20]) else { continue }
      set(candidate)
      let count = places(in: 0..<min(Self.sample, source.bytes.count), of: source.bytes.span)
      if count < fewest {
        fewest = count
        best = candidate
      }
    }
    set(best)
  }

  private mutating func set(_ forms: [[UInt8]]) {
    self.forms = forms
    ends = [Bool](repeating: false, count: 256)
    for form in forms { if let last = form.last { ends[Int(last)] = true } }
  }

  private func places(in range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    var count = 0
    var index = range.lowerBound
    while let place = next(in: index..<range.upperBound, of: bytes) {
      count += 1
      index = place + 1
    }
    return count
  }

  /// The next byte that ends one of the forms.
  private func next(in range: Range<Int>, of bytes: Span<UInt8>) -> Int? {
    let ends = ends.span
    var index = range.lowerBound
    while index < range.upperBound {
      if ends[Int(bytes[index])], forms.contains(where: { isForm($0, endingAt: index, bytes) }) {
        return index
      }
      index += 1
    }
    return nil
  }

  private func isForm(_ form: [UInt8], endingAt index: Int, _ bytes: Span<UInt8>) -> Bool {
    let start = index + 1 - form.count
    guard start >= 0 else { return false }
    for offset in form.indices where bytes[start + offset] != form[offset] { return false }
    return true
  }

  /// The hits in the units that begin among lines.
  func hits(of pattern: SearchPattern, in bulletin: Bulletin, lines: Range<Int>) -> [Hit] {
    guard !forms.isEmpty || !pattern.isEmpty else { return [] }
    var hits: [Hit] = []
    var seen: Set<Int> = []
    var line = lines.lowerBound
    let bytes = bulletin.source.bytes.span
    while line < bulletin.roles.count {
      // Behind the block only what goes on with its last unit is of it.
      if line >= lines.upperBound, !goesOn(bulletin.roles[line].role) { break }
      if forms.isEmpty || next(in: bulletin.source.lines[line].bytes, of: bytes) != nil {
        let unit = bulletin.unit(holding: line)
        if lines.contains(unit.line), unit.reading.role != .comment,
          seen.insert(unit.line).inserted
        {
          for range in pattern.hits(in: bulletin.text(of: unit).scalars) {
            hits.append(
              Hit(
                line: Int32(unit.line), offset: Int32(range.lowerBound),
                count: Int32(range.count)))
          }
        }
      }
      line += 1
    }
    return hits.sorted { $0.position < $1.position }
  }

  private func goesOn(_ role: LineRole) -> Bool {
    switch role {
    case .continuation, .caption, .qrCode, .link, .comment: true
    default: false
    }
  }
}
