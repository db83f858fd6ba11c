/// What the numbering of records tells.
extension Journal {
  /// Numbers that are missing or stand for two records, by writer and number.
  public var numberingProblems: [JournalProblem] {
    ledgers.indices.flatMap { index in
      let name = writers.text(Int32(index))
      let ledger = ledgers[index]
      let gaps = ledger.gaps.map { JournalProblem(name, .gap($0)) }
      return gaps + farClocks(of: Int32(index), name)
        + ledger.repeatedNumbers.sorted().map { JournalProblem(name, .repeated($0)) }
    }.sorted { $0.file < $1.file }
  }

  /// The first record of a writer whose clock is beyond what changes, one by one, lead to.
  private func farClocks(of writer: Int32, _ name: String) -> [JournalProblem] {
    guard highestClock > Self.plausibleClock else { return [] }
    let first = records.first { $0.writer == writer && $0.clock > Self.plausibleClock }
    return first.map { [JournalProblem(name, .farClock(number: $0.seq))] } ?? []
  }

  /// A billion changes a day for seven hundred years.
  private static let plausibleClock = 1 << 48

  /// Whether a number of the writer stands for two records: two machines write under one name.
  public func hasRepeats(writer: String) -> Bool {
    writers.find(writer).map { !ledgers[Int($0)].repeats.isEmpty } ?? false
  }

  /// The highest number of a writer; 0 before the first.
  func highestNumber(of writer: String) -> Int {
    writers.find(writer).map { ledgers[Int($0)].highest } ?? 0
  }

  /// The line of the record that has a number of a writer.
  func line(at place: RecordPlace) -> ArraySlice<UInt8>? {
    writers.find(place.writer).flatMap { ledgers[Int($0)].records[place.seq] }.map(line)
  }
}

extension Ledger {
  /// Missing numbers that no compaction accounts for.
  fileprivate var gaps: [ClosedRange<Int>] {
    var gaps: [ClosedRange<Int>] = []
    var expected = through + 1
    for number in records.keys.filter({ $0 > through }).sorted() {
      if number > expected { gaps.append(expected...(number - 1)) }
      expected = number + 1
    }
    return gaps
  }
}
