/// What a set of records says. The same records make the same annotations in whatever order, in
/// whatever files and however often they come.
public struct Journal: Sendable {
  /// The highest clock or number of a record: the highest whole number that every reader of JSON
  /// has exactly (2⁵³ − 1). A line with a higher one is damaged.
  public static let highestNumber = 1 << 53 - 1

  /// The bytes that records point into.
  var chunks: [[UInt8]] = []
  var records: [StoredRecord] = []
  var registers: [Register] = []
  /// The registers of those entities that have very many.
  var wideRegisters: [WideField: Int32] = [:]
  /// Parallel to `ids`.
  var entities: [Entity] = []
  var ids = NameTable()
  /// The documents that targets name, whether or not a record tells of them.
  var targets = NameTable()
  var fields = NameTable()
  var writers = NameTable()
  /// Parallel to `writers`.
  var ledgers: [Ledger] = []
  /// For each entity that was touched since somebody began to look: whether it was shown before.
  var touched: [Int32: Bool]?

  /// The highest clock of all records.
  public internal(set) var highestClock = 0
  /// How many records are of a newer version: kept, not understood.
  public internal(set) var newerRecords = 0
  /// How many records of this version have a word under `do` that it does not know.
  public internal(set) var unknownRecords = 0

  /// Makes an empty journal.
  public init() {
    for field in KnownField.allCases { _ = fields.add(field.rawValue) }
  }

  /// How many records there are, each counted once.
  public var recordCount: Int { records.count }
}

/// The fields that this version knows, in the order of their numbers in `Journal.fields`.
enum KnownField: String, CaseIterable {
  case target, note, color
  case status = "followUp.status"
  case due = "followUp.due"
  case assignee = "followUp.assignee"
  case orphanedIn, removed
  case identity, edition, path, title

  /// The number in every journal.
  var index: Int32 { Self.indices[self] ?? -1 }

  private static let indices = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, Int32($0)) })
}
