/// A title as it should be shown: Markdown marks gone, lines joined, blanks that only show where a
/// line broke in print taken out, brackets and quotes kept.
///
/// A blank between two Chinese characters is the editors' where the contents print it too, and the
/// printer's where they print none; without an entry it parts the two halves of a headline.
func cleanTitle(_ draft: Draft, _ ranges: [Range<Int>], like entry: [Range<Int>]?) -> String {
  let text = draft.bytes.span
  var lines: [[UInt32]] = []
  for range in ranges { lines.append(scalars(text, range)) }
  let printed = entry.map { ranges in ranges.flatMap { scalars(text, $0) } }
  var title: [UInt32] = []
  for line in lines {
    if let last = title.last, let first = line.first, needsBlank(last, first) { title.append(0x20) }
    title += line
  }
  title = withoutPrintBlanks(title, like: printed)
  var view = String.UnicodeScalarView()
  for scalar in title { if let scalar = Unicode.Scalar(scalar) { view.append(scalar) } }
  return String(view)
}

/// Whether two halves of a text that a line end parted need a blank: words of Latin letters do.
func needsBlank(_ last: UInt32, _ first: UInt32) -> Bool {
  (last.isLatinLetter || last.folded == 0x2C) && (first.isLatinLetter || first.digit != nil)
    || last.digit != nil && first.isLatinLetter
}

/// The scalars of a range, bold marks gone, runs of blanks as one.
private func scalars(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt32] {
  var result: [UInt32] = []
  var index = range.lowerBound
  while index < range.upperBound {
    let (scalar, width) = text.scalar(at: index)
    index += width
    if scalar.isBlank {
      if let last = result.last, last != 0x20 { result.append(0x20) }
    } else if scalar == 0x2A, text.has("*", at: index, before: range.upperBound) {
      index += 1
    } else {
      result.append(scalar)
    }
  }
  if result.last == 0x20 { result.removeLast() }
  return result
}

private func withoutPrintBlanks(_ line: [UInt32], like printed: [UInt32]?) -> [UInt32] {
  var depth = 0
  var kept: [UInt32] = []
  for (index, scalar) in line.enumerated() {
    if scalar.isOpening { depth += 1 } else if scalar.isClosing { depth -= 1 }
    if scalar == 0x20, index > 0, index + 1 < line.count,
      !keepsBlank(line[index - 1], line[index + 1], in: printed, depth: depth)
    {
      continue
    }
    kept.append(scalar)
  }
  return kept
}

private func keepsBlank(_ last: UInt32, _ next: UInt32, in printed: [UInt32]?, depth: Int) -> Bool {
  if next.isOpening && next.folded != 0x28 && next != 0x201C || last.isClosing && last != 0x201D {
    return false
  }
  if next.folded == 0x28 || last.isWideMark || next.isWideMark { return false }
  let isQuoted = next == 0x201C || last == 0x201D
  guard last.isHan && next.isHan || isQuoted else { return true }
  guard let printed else { return depth == 0 }
  return printed.indices.dropFirst().contains { index in
    printed[index] == 0x20 && printed[index - 1].folded == last.folded
      && index + 1 < printed.count && printed[index + 1].folded == next.folded
  }
}

extension UInt32 {
  /// Chinese punctuation, which carries its own room.
  fileprivate var isWideMark: Bool {
    switch self {
    case 0x2014, 0x2015, 0x2026, 0x3001...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20: true
    default: false
    }
  }
}
