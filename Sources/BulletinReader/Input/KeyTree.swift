internal import BulletinScreen

/// The bindings of one context as a tree of keys: `]` leads to `a`, `c` and so on.
struct KeyTree: Sendable {
  /// What a key sequence that ends here is bound to.
  enum Binding: Equatable, Sendable {
    case call(CommandCall)
    /// Bound to nothing on purpose, so that no other context's binding counts.
    case nothing
  }

  var binding: Binding?
  /// The keys that may follow, in the order of the file.
  private(set) var branches: [(key: Key, tree: KeyTree)] = []
  /// Where each key stands among the branches.
  private var places: [Key: Int] = [:]

  /// Whether keys end here, so that nothing below counts.
  ///
  /// A command that waits for a character lets longer sequences live: `'` and `''`.
  var isEnd: Bool {
    switch binding {
    case nil: false
    case .nothing: true
    case .call(let call): !call.awaitsCharacter
    }
  }

  /// Whether a key may follow that is not bound to nothing.
  var leadsOn: Bool { branches.contains { $0.tree.binding != .nothing } }

  subscript(key: Key) -> KeyTree? { places[key].map { branches[$0].tree } }

  /// What lies behind some keys.
  func branch(_ keys: ArraySlice<Key>) -> KeyTree? {
    guard let key = keys.first else { return self }
    return self[key]?.branch(keys.dropFirst())
  }

  private mutating func append(_ key: Key, _ tree: KeyTree) {
    places[key] = branches.count
    branches.append((key, tree))
  }

  /// What stood in the way of a binding.
  enum Conflict {
    /// The same keys were bound before.
    case twice
    /// The first keys of the sequence are bound, so that the rest is never read.
    case unreachable(behind: Int)
    /// Longer sequences begin with these keys, and are now never read.
    case hides
  }

  /// Binds `keys`; says what of the same file it contradicts.
  mutating func bind(_ keys: ArraySlice<Key>, to binding: Binding, depth: Int = 0) -> Conflict? {
    guard let key = keys.first else {
      let conflict: Conflict? = self.binding != nil ? .twice : nil
      self.binding = binding
      return conflict ?? (isEnd && !branches.isEmpty ? .hides : nil)
    }
    if isEnd { return .unreachable(behind: depth) }
    guard let place = places[key] else {
      var tree = KeyTree()
      let conflict = tree.bind(keys.dropFirst(), to: binding, depth: depth + 1)
      append(key, tree)
      return conflict
    }
    return branches[place].tree.bind(keys.dropFirst(), to: binding, depth: depth + 1)
  }

  /// Lays the bindings of a file over those of the file that it extends.
  mutating func overlay(_ upper: KeyTree) {
    if upper.isEnd {
      self = upper
      return
    }
    if let binding = upper.binding { self.binding = binding }
    if isEnd, !upper.branches.isEmpty { binding = nil }
    for (key, tree) in upper.branches {
      if let place = places[key] {
        branches[place].tree.overlay(tree)
      } else {
        append(key, tree)
      }
    }
  }

  /// Calls `body` with every key sequence that ends in a command, in the order of the file.
  func forEach(_ body: ([Key], CommandCall) -> Void, after keys: [Key] = []) {
    if case .call(let call) = binding { body(keys, call) }
    if isEnd { return }
    for (key, tree) in branches { tree.forEach(body, after: keys + [key]) }
  }
}
