internal import BulletinCore

/// A place where the pattern was found.
struct Hit: Hashable, Sendable {
  /// The index of the first line of its unit.
  let line: Int32
  /// The first scalar in the unit's text.
  let offset: Int32
  /// How many scalars it has.
  let count: Int32

  /// Where it begins.
  var position: TextPosition { TextPosition(line: Int(line), offset: Int(offset)) }
  /// Its scalars in the unit's text.
  var range: Range<Int> { Int(offset)..<Int(offset) + Int(count) }
}

/// All places of a pattern, found block by block: those around the cursor when they are needed,
/// the others as time allows. No block is searched twice.
struct HitIndex: Sendable {
  private let bulletin: Bulletin
  private let pattern: SearchPattern
  /// The hits of each block of lines; nothing where it was not searched.
  private var blocks: [[Hit]?]
  private var searchedBlocks = 0
  /// The first block that may not have been searched.
  private var firstLeft = 0
  private let filter: ByteFilter
  /// Hits found so far.
  private(set) var total = 0

  /// Lines in a block.
  private static let blockLines = 256

  init(_ pattern: SearchPattern, in bulletin: Bulletin) {
    self.bulletin = bulletin
    self.pattern = pattern
    filter = ByteFilter(pattern, in: bulletin.source)
    let count = (bulletin.roles.count + Self.blockLines - 1) / Self.blockLines
    blocks = Array(repeating: nil, count: count)
  }

  /// Whether all hits are known.
  var isComplete: Bool { searchedBlocks == blocks.count }

  /// The hits in the block of a line, searched for if need be.
  private mutating func hits(inBlock block: Int) -> [Hit] {
    if let hits = blocks[block] { return hits }
    let start = block * Self.blockLines
    let lines = start..<min(start + Self.blockLines, bulletin.roles.count)
    let hits = filter.hits(of: pattern, in: bulletin, lines: lines)
    blocks[block] = hits
    searchedBlocks += 1
    total += hits.count
    return hits
  }

  /// Searches blocks that are left until about so many bytes are done.
  mutating func extend(bytes: Int) {
    var done = 0
    while firstLeft < blocks.count, done < bytes {
      if blocks[firstLeft] == nil {
        _ = hits(inBlock: firstLeft)
        let start = firstLeft * Self.blockLines
        let end = min(start + Self.blockLines, bulletin.roles.count) - 1
        let lines = bulletin.source.lines
        done += Int(lines[end].end) - Int(lines[start].start)
      }
      firstLeft += 1
    }
  }
}

extension HitIndex {
  /// The hits in a unit.
  mutating func hits(in line: Int) -> ArraySlice<Hit> {
    guard !blocks.isEmpty else { return [] }
    let hits = hits(inBlock: line / Self.blockLines)
    let first = (hits.lastIndex(in: hits.indices) { $0.line < line } ?? -1) + 1
    let end = (hits.lastIndex(in: hits.indices) { $0.line <= line } ?? -1) + 1
    return hits[first..<end]
  }

  /// The first hit behind a position, or the last before it; nothing up to the file's edge.
  mutating func hit(behind position: TextPosition) -> Hit? {
    var block = position.line / Self.blockLines
    while block < blocks.count {
      let hits = hits(inBlock: block)
      let before = hits.lastIndex(in: hits.indices) { $0.position <= position } ?? -1
      if before + 1 < hits.count { return hits[before + 1] }
      block += 1
    }
    return nil
  }

  /// The last hit before a position; nothing up to the file's start.
  mutating func hit(before position: TextPosition) -> Hit? {
    var block = min(position.line / Self.blockLines, blocks.count - 1)
    while block >= 0 {
      let hits = hits(inBlock: block)
      if let index = hits.lastIndex(in: hits.indices, where: { $0.position < position }) {
        return hits[index]
      }
      block -= 1
    }
    return nil
  }

  /// Which one a hit is, from 1; nothing while a block before it was not searched.
  func number(of hit: Hit) -> Int? {
    let block = Int(hit.line) / Self.blockLines
    guard blocks.indices.contains(block) else { return nil }
    var count = 0
    for earlier in blocks[..<block] {
      guard let earlier else { return nil }
      count += earlier.count
    }
    guard let hits = blocks[block] else { return nil }
    return hits.firstIndex(of: hit).map { count + $0 + 1 }
  }

  /// Whether a hit is known among lines.
  func hasHit(in lines: Range<Int>) -> Bool {
    guard !lines.isEmpty else { return false }
    let range = lines.lowerBound / Self.blockLines...(lines.upperBound - 1) / Self.blockLines
    for block in range where blocks.indices.contains(block) {
      guard let hits = blocks[block], let first = hits.first, let last = hits.last else { continue }
      guard Int(first.line) < lines.upperBound, Int(last.line) >= lines.lowerBound else { continue }
      let index = hits.lastIndex(in: hits.indices) { Int($0.line) < lines.upperBound }
      if let index, Int(hits[index].line) >= lines.lowerBound { return true }
    }
    return false
  }
}
