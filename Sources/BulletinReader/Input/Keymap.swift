public import BulletinScreen

/// Which keys call which command, context by context.
public struct Keymap: Sendable {
  /// The name that `--keymap` takes.
  public let name: String
  /// Whether Alt is part of its keys outside text fields; else Alt with a key is Esc and that key.
  public let usesAlt: Bool
  private let trees: [KeyContext: KeyTree]

  init(name: String, trees: [KeyContext: KeyTree]) {
    self.name = name
    self.trees = trees
    usesAlt = trees[.global]?.branches.contains { $0.key.modifiers.contains(.alt) } ?? false
  }

  /// A keymap without keys, for when no file can be read.
  public static let empty = Keymap(name: "empty", trees: [:])

  /// What a key sequence leads to.
  public enum Lookup: Equatable, Sendable {
    /// A command, which runs.
    case call(CommandCall)
    /// A command that takes the next key as its argument, or one of the longer sequences.
    case awaitsCharacter(CommandCall, [KeyFollower])
    /// Longer sequences begin so.
    case prefix([KeyFollower])
    /// Nothing.
    case unbound
  }

  /// Looks keys up in a context and in those it falls back on; the nearer context decides.
  public func lookup(_ keys: [Key], in context: KeyContext) -> Lookup {
    let found = branches(of: keys, in: context)
    switch end(keys, found) {
    case .call(let call) where call.awaitsCharacter:
      return .awaitsCharacter(call, followers(of: found))
    case .call(let call): return .call(call)
    case .prefix: return .prefix(followers(of: found))
    case .unbound: return .unbound
    }
  }

  /// What a key sequence leads to, whatever may follow it.
  enum End: Equatable {
    case call(CommandCall)
    case prefix
    case unbound
  }

  /// Looks keys up and spares the list of what may follow, which is long where much is bound.
  func end(of keys: [Key], in context: KeyContext) -> End {
    end(keys, branches(of: keys, in: context))
  }

  /// What lies behind keys, the nearer context's first.
  private func branches(of keys: [Key], in context: KeyContext) -> [KeyTree] {
    var found = context.chain.compactMap { trees[$0] }
    for key in keys {
      var below: [KeyTree] = []
      for tree in found where !tree.isEnd {
        guard let branch = tree[key] else { continue }
        below.append(branch)
        if branch.isEnd { break }
      }
      found = below
    }
    return found
  }

  private func end(_ keys: [Key], _ found: [KeyTree]) -> End {
    for tree in found {
      switch tree.binding {
      case .call(let call): return .call(call)
      case .nothing: return .unbound
      case nil where !keys.isEmpty && tree.leadsOn: return .prefix
      case nil: continue
      }
    }
    return .unbound
  }

  /// What may follow, each key once with the nearer context's sense of it, in the order in which the
  /// commands are listed; what leads on to further keys stands last.
  private func followers(of trees: [KeyTree]) -> [KeyFollower] {
    var followers: [KeyFollower] = []
    var seen: Set<Key> = []
    for tree in trees {
      for (key, branch) in tree.branches where seen.insert(key).inserted {
        switch branch.binding {
        case .call(let call): followers.append(KeyFollower(key: key, call: call))
        case .nothing: break
        case nil: followers.append(KeyFollower(key: key, call: nil))
        }
      }
    }
    let places = followers.map { $0.call.flatMap { Keymap.places[$0.command] } ?? .max }
    return followers.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { followers[$0] }
  }

  /// Where each command stands in the list of them.
  private static let places = Dictionary(
    uniqueKeysWithValues: Command.allCases.enumerated().map { ($1, $0) })
}

extension Keymap {
  /// All keys with their commands, context by context, in the order of the file.
  public var bindings: [KeyBinding] { KeyContext.allCases.flatMap { bindings(in: $0) } }

  /// The keys of one context, without those of the contexts it falls back on, and without those
  /// that other keys take away wherever they would count.
  public func bindings(in context: KeyContext) -> [KeyBinding] {
    var bindings: [KeyBinding] = []
    let places = KeymapConflicts.counted(context)
    trees[context]?.forEach { keys, call in
      guard places.contains(where: { reaches(call, by: keys, in: $0) }) else { return }
      bindings.append(KeyBinding(keys: KeyNotation.text(keys), call: call, context: context))
    }
    return bindings
  }

  /// The keys that call `command` without an argument in a context, the nearer context's first;
  /// those that a nearer context binds to something else left out.
  public func keys(for command: Command, in context: KeyContext) -> [String] {
    sequences(for: command, in: context).map { KeyNotation.text($0) }
  }

  /// The first of these keys as one says it: `Ctrl-x Ctrl-c`.
  func spokenKeys(for command: Command, in context: KeyContext) -> String? {
    sequences(for: command, in: context).first.map { $0.map(\.spoken).joined(separator: " ") }
  }

  /// The first of these keys where it is a sign that types itself: `:`, but not a letter.
  func sign(for command: Command, in context: KeyContext) -> String? {
    guard let keys = sequences(for: command, in: context).first, keys.count == 1,
      let sign = keys[0].typed, sign.isASCII, !sign.properties.isAlphabetic
    else { return nil }
    return String(Character(sign))
  }

  private func sequences(for command: Command, in context: KeyContext) -> [[Key]] {
    let wanted = CommandCall(command)
    var found: [[Key]] = []
    for place in context.chain {
      trees[place]?.forEach { keys, call in
        if call == wanted, reaches(call, by: keys, in: context) { found.append(keys) }
      }
    }
    return found
  }
}

// MARK: What is reached

extension Keymap {
  /// Whether keys lead to a call in a context.
  func reaches(_ call: CommandCall, by keys: [Key], in context: KeyContext) -> Bool {
    end(of: keys, in: context) == .call(call)
  }

  /// All that keys lead to in a context.
  func calls(in context: KeyContext) -> Set<CommandCall> {
    var calls: Set<CommandCall> = []
    for place in context.chain {
      forEach(in: place) { keys, call in
        if reaches(call, by: keys, in: context) { calls.insert(call) }
      }
    }
    return calls
  }

  /// Calls `body` with the keys of one context, reached or not.
  func forEach(in context: KeyContext, _ body: ([Key], CommandCall) -> Void) {
    trees[context]?.forEach(body)
  }

  /// The first longer keys that begin so and lead to a command in a context.
  func continuation(of keys: [Key], in context: KeyContext) -> (keys: [Key], call: CommandCall)? {
    var found: (keys: [Key], call: CommandCall)?
    for place in context.chain {
      trees[place]?.branch(keys[...])?.forEach { rest, call in
        if found == nil, !rest.isEmpty, reaches(call, by: keys + rest, in: context) {
          found = (keys + rest, call)
        }
      }
    }
    return found
  }
}

extension Key {
  /// The key as one says it: `Ctrl-j`, `Alt-Enter`, `Esc`.
  fileprivate var spoken: String {
    let prefixes: [(Modifiers, String)] = [(.control, "Ctrl-"), (.alt, "Alt-"), (.shift, "Shift-")]
    let held = prefixes.filter { modifiers.contains($0.0) }.map(\.1).joined()
    let name = KeyNotation.text(Key(code))
    return held + (name.count > 1 ? String(name.dropFirst().dropLast()) : name)
  }
}
