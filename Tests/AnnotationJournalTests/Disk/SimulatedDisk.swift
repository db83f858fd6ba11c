import AnnotationJournal
import Glibc

/// A disk that remembers what is only in the cache, and loses it in a crash in any way that a real
/// one might: dropped, cut at any byte, or zeros in its place; names likewise, each by itself.
final class SimulatedDisk {
  final class Node {
    let number: UInt64
    var bytes: [UInt8] = []
    /// From here on bytes are only in the cache.
    var cachedFrom = 0
    /// What failed syncs dropped: it is shown, and never gets onto the medium.
    var lost: [Range<Int>] = []
    var modified: Int64 = 0

    init(number: UInt64) { self.number = number }
  }

  private enum NameChange {
    case link(DiskPath, Node)
    case unlink(DiskPath)
    case rename(DiskPath, DiskPath, Node)
  }

  private(set) var names: [DiskPath: Node] = [:]
  private var lastingNames: [DiskPath: Node] = [:]
  /// In the order of their making. Each machine has a cache of its own.
  private var pendingChanges: [(folder: DiskPath, machine: Int, change: NameChange)] = []
  /// Folders last at once: what is tried here is files.
  var folders: Set<DiskPath> = []
  var locks: [UInt64: Int32] = [:]
  /// Every process that runs, to be ended by a crash.
  var processes: [SimulatedProcess] = []
  var random: SeededRandom
  var fault: ArmedFault?
  /// The fault that struck last strikes all calls in a row. Then syncs that fail throw nothing
  /// away: a program that can do nothing at all cannot leave word of the loss for others either.
  var isInOutage = false
  /// Called before each call is carried out.
  var meanwhile: ((SimulatedProcess) -> Void)?
  /// What happened, for looking into a seed that fails; nil keeps nothing.
  var trace: [String]?
  private(set) var time: Int64 = 1_700_000_000_000
  private(set) var calls = 0
  private var lastNumber: UInt64 = 0
  private var lastDescriptor: Int32 = 2

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  func countCall() {
    calls += 1
    time += 1
  }

  func nextDescriptor() -> Int32 {
    lastDescriptor += 1
    return lastDescriptor
  }

  func wait(_ milliseconds: Int) { time += Int64(milliseconds) }

  func makeFile(_ path: DiskPath, on machine: Int) -> Node {
    lastNumber += 1
    let node = Node(number: lastNumber)
    node.modified = time
    names[path] = node
    pendingChanges.append((path.parent, machine, .link(path, node)))
    return node
  }

  func append(_ bytes: ArraySlice<UInt8>, to node: Node) {
    node.bytes += bytes
    node.modified = time
  }

  func unlink(_ path: DiskPath, on machine: Int) {
    names[path] = nil
    pendingChanges.append((path.parent, machine, .unlink(path)))
  }

  func rename(_ from: DiskPath, to path: DiskPath, on machine: Int) {
    guard let node = names.removeValue(forKey: from) else { return }
    names[path] = node
    pendingChanges.append((path.parent, machine, .rename(from, path, node)))
  }

  /// Syncs a file. A sync that fails may have thrown away what it had to write, from some byte on.
  func sync(_ node: Node, fails: Bool) {
    if fails, isInOutage { return }
    let end = node.bytes.count
    if fails, node.cachedFrom < end {
      let count = end - node.cachedFrom
      let written = [0, random.below(count + 1), count][random.below(3)]
      if written < count { node.lost.append(node.cachedFrom + written..<end) }
    }
    node.cachedFrom = end
  }

  /// Syncs the names in a folder. A sync that fails may have thrown away those that this machine
  /// had to write; what another machine wrote is not its to lose.
  func syncNames(in folder: DiskPath, of machine: Int, fails: Bool) {
    if fails, isInOutage { return }
    let isLost = fails && random.once(in: 2)
    for pending in pendingChanges where pending.folder == folder && !isLost {
      apply(pending.change)
    }
    pendingChanges.removeAll { $0.folder == folder && (!isLost || $0.machine == machine) }
  }

  private func apply(_ change: NameChange) {
    switch change {
    case .link(let path, let node): lastingNames[path] = node
    case .unlink(let path): lastingNames[path] = nil
    case .rename(let from, let path, let node):
      lastingNames[from] = nil
      lastingNames[path] = node
    }
  }

  /// The power goes: every process ends, and what was not synced has the fate that chance gives it.
  func crash() {
    trace?.append("crash")
    for process in processes { process.die() }
    processes = []
    locks = [:]
    let keepsNames = random.below(3)
    for pending in pendingChanges where keepsNames == 1 || keepsNames == 2 && random.once(in: 2) {
      apply(pending.change)
    }
    pendingChanges = []
    names = lastingNames
    for node in Set(names.values.map(ObjectIdentifier.init)).compactMap(node) { lose(node) }
  }

  private func node(_ identity: ObjectIdentifier) -> Node? {
    names.values.first { ObjectIdentifier($0) == identity }
  }

  private func lose(_ node: Node) {
    var least = node.cachedFrom
    while let last = node.lost.last, last.upperBound == least {
      least = last.lowerBound
      node.lost.removeLast()
    }
    for index in node.lost.joined() { node.bytes[index] = 0 }
    for index in least..<node.cachedFrom { node.bytes[index] = 0 }
    let most = node.cachedFrom < node.bytes.count ? node.bytes.count : least
    let manner = random.below(4)
    let cut = manner == 0 ? least : manner == 1 ? most : least + random.below(most - least + 1)
    let end = manner == 3 ? most : cut
    for index in cut..<end { node.bytes[index] = 0 }
    node.bytes = Array(node.bytes[..<end])
    node.cachedFrom = end
    node.lost = []
  }
}

/// What goes wrong, and at which call, counted from now.
struct ArmedFault {
  enum Kind: CaseIterable {
    case io, noSpace, quota, interrupted, noAccess
    /// A write writes a part; the next one the rest.
    case shortWrite
    /// A write writes a part; there is no space for the rest.
    case fullInside
    case crashBefore, crashInside, crashAfter
    case killBefore, killInside, killAfter

    /// The system's number of the error that the call answers with.
    var code: Int32? {
      switch self {
      case .io: EIO
      case .noSpace: ENOSPC
      case .quota: EDQUOT
      case .interrupted: EINTR
      case .noAccess: EACCES
      default: nil
      }
    }
  }

  var kind: Kind
  /// How many calls go well before.
  var callsLeft: Int
  /// The only calls that count; nil counts all.
  var call: DiskCall?
  /// How many calls in a row fail so.
  var length = 1
  /// More than one call fails.
  let isOutage: Bool

  init(kind: Kind, callsLeft: Int, call: DiskCall? = nil, length: Int = 1) {
    self.kind = kind
    self.callsLeft = callsLeft
    self.call = call
    self.length = length
    isOutage = length > 1
  }
}

/// The calls that change what is on the medium.
enum DiskCall: CaseIterable { case write, sync, syncFolder, rename, unlink }
