/// A title of the contents found again in the text.
struct TitleMatch {
  var line: Int
  /// Over how many lines it runs there.
  var count: Int
  var entry: Int
  /// From 0 to 1.
  var likeness: Double
}

/// Finds the entries' titles in the body, in order, so that the sum of likenesses is greatest;
/// entries that stand out of order are looked for afterwards, more strictly.
func matchTitles(_ draft: Draft, body: Range<Int>, entries: [PrintedEntry]) -> [TitleMatch] {
  let text = draft.bytes.span
  var titles: [TitleSketch] = []
  for entry in entries { titles.append(TitleSketch(text, entry.title)) }
  let candidates = titleCandidates(draft, body: body, titles: titles)
  var chosen = bestInOrder(candidates, entryCount: entries.count)
  let taken = Set(chosen.map(\.entry))
  for candidate in candidates where candidate.likeness > 0.85 && !taken.contains(candidate.entry) {
    let lines = candidate.line..<candidate.line + candidate.count
    if chosen.allSatisfy({
      !lines.overlaps($0.line..<$0.line + $0.count) && $0.entry != candidate.entry
    }) {
      chosen.append(candidate)
    }
  }
  return chosen
}

/// Every pair of a line and an entry that may be the same title.
private func titleCandidates(_ draft: Draft, body: Range<Int>, titles: [TitleSketch])
  -> [TitleMatch]
{
  let text = draft.bytes.span
  var candidates: [TitleMatch] = []
  var isExpected = true
  for line in body {
    let wasExpected = isExpected
    isExpected =
      draft.isEditorNote(line) || draft.endsArticle(line)
      || isExpected && draft.isFurniture(line) || wasExpected && draft.tokens[line].isComment
    guard draft.looksLikeTitle(line) else { continue }
    var signature = TitleSignature()
    signature.add(text, draft.tokens[line].text)
    // Beyond any print: a text made to be slow.
    if candidates.count >= 20_000 { break }
    let possible = titles.indices.filter { titles[$0].mayMatch(signature) }
    guard !possible.isEmpty else { continue }
    let isBehindNote = isBehindEditorNote(draft, line, body)
    let printings = printings(draft, line, body)
    for entry in possible {
      var best = TitleMatch(line: line, count: 1, entry: entry, likeness: 0)
      for (index, printing) in printings.enumerated() {
        let likeness = titles[entry].likeness(to: printing)
        if likeness > best.likeness + 0.02 {
          best.likeness = likeness
          best.count = index + 1
        }
      }
      if best.likeness > (wasExpected || isBehindNote ? 0.4 : 0.7) { candidates.append(best) }
    }
  }
  return candidates
}

/// Whether a line follows the text of an editor's note, with nothing else between.
private func isBehindEditorNote(_ draft: Draft, _ line: Int, _ body: Range<Int>) -> Bool {
  for above in stride(from: line - 1, through: max(body.lowerBound, line - 12), by: -1) {
    if draft.opensNote(above) { return true }
    if draft.hasFirmLabel(above) || draft.endsArticle(above) { return false }
  }
  return false
}

/// A title on one line, on two, on three.
private func printings(_ draft: Draft, _ line: Int, _ body: Range<Int>) -> [TitleSketch] {
  let text = draft.bytes.span
  var ranges = [draft.tokens[line].text]
  var sketches = [TitleSketch(text, ranges)]
  for next in line + 1..<max(line + 1, min(line + 3, body.upperBound)) {
    let token = draft.tokens[next]
    guard token.length <= 50, token.stops == 0, token.ending != .stop, token.ending != .semicolon,
      !draft.isFurniture(next), !draft.opensNote(next)
    else { break }
    ranges.append(token.text)
    sketches.append(TitleSketch(text, ranges))
  }
  return sketches
}

/// The chain of candidates, lines and entries both rising, with the greatest sum of likenesses.
private func bestInOrder(_ candidates: [TitleMatch], entryCount: Int) -> [TitleMatch] {
  // best[e] is the best chain that uses no entry behind e; candidates come by rising lines.
  var best = [Double](repeating: 0, count: entryCount + 1)
  var chain = [Int](repeating: -1, count: entryCount + 1)
  var previous = [Int](repeating: -1, count: candidates.count)
  var index = 0
  while index < candidates.count {
    // All candidates of one line are weighed against the chains of the lines above.
    let line = candidates[index].line
    let (before, links) = (best, chain)
    while index < candidates.count, candidates[index].line == line {
      let match = candidates[index]
      let sum = before[match.entry] + match.likeness * match.likeness
      previous[index] = links[match.entry]
      for later in match.entry + 1..<entryCount + 1 where sum > best[later] {
        best[later] = sum
        chain[later] = index
      }
      index += 1
    }
  }
  var chosen: [TitleMatch] = []
  var link = chain[entryCount]
  while link >= 0 {
    chosen.append(candidates[link])
    link = previous[link]
  }
  return chosen.reversed()
}
