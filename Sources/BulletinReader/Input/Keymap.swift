public import BulletinScreen

/// Which keys call which command, context by context.
public struct Keymap: Sendable {
  /// The name that `--keymap` takes.
  public let name: String
  private let trees: [KeyContext: KeyTree]

  init(name: String, trees: [KeyContext: KeyTree]) {
    self.name = name
    self.trees = trees
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
    for tree in found {
      switch tree.binding {
      case .call(let call) where call.awaitsCharacter:
        return .awaitsCharacter(call, followers(of: found))
      case .call(let call): return .call(call)
      case .nothing: return .unbound
      case nil where !keys.isEmpty && tree.leadsOn: return .prefix(followers(of: found))
      case nil: continue
      }
    }
    return .unbound
  }

  /// What may follow, each key once, the nearer context's sense of it.
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
    return followers
  }
}

/// A key that may follow those typed so far, for the hint line.
public struct KeyFollower: Equatable, Sendable {
  /// The key.
  public let key: Key
  /// The command it leads to; nothing where further keys follow.
  public let call: CommandCall?

  /// The key as it is written.
  public var keys: String { KeyNotation.text(key) }
  /// A word or two on where it leads.
  public var hint: Text { call?.command.entry.hint ?? Text(zh: "…", en: "…") }
}

/// One line of the table of keys.
public struct KeyBinding: Equatable, Sendable {
  /// The keys in the notation of keymap files.
  public let keys: String
  /// What they call.
  public let call: CommandCall
  /// Where they do.
  public let context: KeyContext

  /// The keys as help writes them, with what is to be typed besides: `m{x}`, `{n}gc`.
  public var shownKeys: String {
    switch call.command.entry.argument {
    case .character where call.argument == nil: keys + "{x}"
    case .number where call.argument == nil: "{n}" + keys
    case .none, .repeats, .character, .number, .text: keys
    }
  }

  /// The line of help.
  public var help: Text {
    let help = call.command.entry.help
    guard let argument = call.argument else { return help }
    return Text(zh: "\(help.zh)：\(argument)", en: "\(help.en): \(argument)")
  }
}

extension Keymap {
  /// All keys with their commands, context by context, in the order of the file.
  public var bindings: [KeyBinding] { KeyContext.allCases.flatMap { bindings(in: $0) } }

  /// The keys of one context, without those of the contexts it falls back on.
  public func bindings(in context: KeyContext) -> [KeyBinding] {
    var bindings: [KeyBinding] = []
    trees[context]?.forEach { keys, call in
      bindings.append(KeyBinding(keys: KeyNotation.text(keys), call: call, context: context))
    }
    return bindings
  }

  /// The keys that call `command` in a context, the nearer context's first.
  public func keys(for command: Command, in context: KeyContext) -> [String] {
    context.chain.flatMap { bindings(in: $0) }.filter { $0.call.command == command }.map(\.keys)
  }
}
