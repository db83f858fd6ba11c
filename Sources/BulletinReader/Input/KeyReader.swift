public import BulletinScreen

/// What came of a key.
public enum KeyReading: Equatable, Sendable {
  /// A command is complete, with the count typed before its keys.
  case command(CommandCall, count: Int?)
  /// More keys must follow.
  case pending(PendingKeys)
  /// A text field takes the character.
  case typed(Unicode.Scalar)
  /// The keys, in their notation, call nothing.
  case unbound(String)
  /// An input method has composed a character where keys are expected.
  case composed
  /// What waited was given up.
  case cancelled
}

/// Keys typed so far, for the status line, and what may follow, for the hint line.
public struct PendingKeys: Equatable, Sendable {
  /// The keys in their notation, the count in front: `3g`.
  public let typed: String
  /// The keys that may follow; none after a mere count.
  public let followers: [KeyFollower]
  /// The command that takes any character next, such as `set-mark`.
  public let awaiting: Command?
}

/// Collects keys until they make a command: `3`, `]`, `c` is `next-clause` with the count 3.
public struct KeyReader: Sendable {
  private var count: Int?
  private var keys: [Key] = []
  private var awaiting: CommandCall?
  /// Whether a full-width key was taken for its half-width one since this was last put to false.
  public var hasMetFullWidth = false

  /// The greatest count; larger ones are taken for it.
  public static let greatestCount = 999_999

  /// Makes a reader that waits for nothing.
  public init() {}

  /// The keys typed so far, the count in front; empty when nothing waits.
  public var typed: String { (count.map(String.init) ?? "") + KeyNotation.text(keys) }

  /// Whether a count or a prefix waits.
  public var isWaiting: Bool { count != nil || !keys.isEmpty }

  /// Whether the key gives up what waits, unless what waits goes on with it: Ctrl-c, and what the
  /// keymap cancels with. Esc always does, unless it is what waits.
  private func givesUp(_ key: Key, in context: KeyContext, with keymap: Keymap) -> Bool {
    if key == Key(.escape) { return keys != [key] }
    let cancel = Keymap.Lookup.call(CommandCall(.cancel))
    let isCancelling =
      key == Key(.character("c"), .control) || keymap.lookup([key], in: context) == cancel
    guard isCancelling else { return false }
    let next = keymap.lookup(keys + [key], in: context)
    return next == .unbound || next == cancel
  }

  /// Forgets what waits, as when the focus moves by the mouse.
  public mutating func reset() {
    count = nil
    keys = []
    awaiting = nil
  }

  /// Takes a key that was struck in `context`.
  public mutating func read(_ key: Key, in context: KeyContext, with keymap: Keymap) -> KeyReading {
    if isWaiting, givesUp(key, in: context, with: keymap) {
      reset()
      return .cancelled
    }
    var key = context.takesText ? key : halfWidth(key, in: context, with: keymap)
    if keys == [Key(.escape)], keymap.lookup(keys + [key], in: context) == .unbound {
      // Where Esc waits for a key it is Alt, as hands know it that have no such key.
      keys = []
      key = Key(key.code, key.modifiers.union(.alt))
    }
    if !context.takesText, keys.isEmpty, let digit = digit(key, in: context, with: keymap) {
      count = min((count ?? 0) * 10 + digit, Self.greatestCount)
      return .pending(PendingKeys(typed: typed, followers: [], awaiting: nil))
    }
    keys.append(key)
    let lookup = keymap.lookup(keys, in: context)
    if lookup == .unbound, let awaiting {
      return finished(awaiting, with: key)
    }
    switch lookup {
    case .call(let call): return finished(call)
    case .awaitsCharacter(let call, let followers):
      awaiting = call
      return pending(followers)
    case .prefix(let followers):
      awaiting = nil
      return pending(followers)
    case .unbound: return unbound(key, in: context)
    }
  }

  private func pending(_ followers: [KeyFollower]) -> KeyReading {
    .pending(PendingKeys(typed: typed, followers: followers, awaiting: awaiting?.command))
  }

  private mutating func finished(_ call: CommandCall) -> KeyReading {
    defer { reset() }
    return .command(call, count: count)
  }

  private mutating func finished(_ call: CommandCall, with key: Key) -> KeyReading {
    defer { reset() }
    guard let character = key.typed else { return .unbound(typed) }
    return .command(CommandCall(call.command, String(Character(character))), count: count)
  }

  private mutating func unbound(_ key: Key, in context: KeyContext) -> KeyReading {
    defer { reset() }
    guard let character = key.typed else { return .unbound(typed) }
    if context.takesText, keys.count == 1 { return .typed(character) }
    return FullWidthKeys.isComposed(character) ? .composed : .unbound(typed)
  }

  /// The digit by which a key goes on with a count; 0 begins none. Where Alt is part of keys it may
  /// be held down.
  private func digit(_ key: Key, in context: KeyContext, with keymap: Keymap) -> Int? {
    guard case .character(let character) = key.code, "0"..."9" ~= character else { return nil }
    let isHeld = key.modifiers == .alt && keymap.usesAlt
    guard key.modifiers.isEmpty || isHeld && keymap.lookup([key], in: context) == .unbound else {
      return nil
    }
    let digit = Int(character.value - 0x30)
    return digit == 0 && count == nil ? nil : digit
  }

  /// The key that was struck while an input method is on, unless the keymap knows what it typed.
  private mutating func halfWidth(_ key: Key, in context: KeyContext, with keymap: Keymap) -> Key {
    guard let typed = key.typed, let half = FullWidthKeys.halfWidth(typed),
      keymap.lookup(keys + [key], in: context) == .unbound
    else { return key }
    hasMetFullWidth = true
    return .character(half)
  }
}
