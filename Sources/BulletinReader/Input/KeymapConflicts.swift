internal import BulletinScreen

/// A binding as a keymap file has it.
struct WrittenBinding {
  /// Where it counts.
  let context: KeyContext
  /// The line of the file that it stands in.
  let line: Int
  /// The keys.
  var keys: [Key] = []
  /// What they call; nothing where they are unbound.
  var call: CommandCall?

  /// The longest sequence that is taken: nobody types more, and each key is a level of the tree.
  static let longest = 16

  /// Why such keys could never be typed.
  var unreachable: Text? {
    guard let first = keys.first else { return Text(zh: "没有按键", en: "names no key") }
    if keys.count > Self.longest {
      let limit = Self.longest
      return Text(zh: "太长，最多 \(limit) 个键", en: "too long; \(limit) keys at most")
    }
    if !context.takesText, let digit = first.typed, "1"..."9" ~= digit {
      return Text(
        zh: "按不到，数字开头是计数", en: "cannot be reached, as digits begin a count")
    }
    if keys.dropFirst().contains(Key(.escape)), keys != Self.doubleEscape {
      return Text(zh: "按不到，Esc 取消等待", en: "cannot be reached, as <Esc> cancels")
    }
    return nil
  }

  /// The only keys in which Esc does not cancel what waits: by binding them, and not Esc alone, a
  /// keymap says that Esc before a key is Alt with that key.
  private static let doubleEscape = [Key(.escape), Key(.escape)]

  /// The character that can be typed no more where text is typed.
  var lostCharacter: Unicode.Scalar? { context.takesText && call != nil ? keys.first?.typed : nil }

  /// Puts it among the bindings of its context; says what of them it contradicts, and whether it
  /// counts all the same.
  func bind(into tree: inout KeyTree) -> (reason: Text, counts: Bool)? {
    switch tree.bind(keys[...], to: call.map(KeyTree.Binding.call) ?? .nothing) {
    case nil: return nil
    case .twice: return (.twice, true)
    case .unreachable(let count):
      let prefix = KeyNotation.text(keys.prefix(count))
      let reason = Text(zh: "按不到，\(prefix) 已有命令", en: "cannot be reached, as \(prefix) is bound")
      return (reason, false)
    case .hides:
      return (Text(zh: "以它开头的更长按键就按不到了", en: "hides the longer keys that begin with it"), true)
    }
  }
}

/// Finds bindings of a file that take keys away from each other, or from what the file extends: `g`
/// in the text takes `gc`. That the same keys do something else in a nearer context is no mistake,
/// nor is what hides another way to the same command.
struct KeymapConflicts {
  private var bindings: [WrittenBinding] = []
  /// Which binding, by its number, ends with these keys; the number is nil where they are unbound.
  private var ends: [KeyContext: [[Key]: Int?]] = [:]
  /// Which binding reads on where these keys end.
  private var longer: [KeyContext: [[Key]: Int]] = [:]

  /// Takes a binding of the file.
  mutating func add(_ binding: WrittenBinding) {
    let number: Int? = binding.call == nil ? nil : bindings.count
    ends[binding.context, default: [:]].updateValue(number, forKey: binding.keys)
    guard number != nil else { return }
    for count in 1..<max(1, binding.keys.count) {
      longer[binding.context, default: [:]][Array(binding.keys.prefix(count))] = bindings.count
    }
    bindings.append(binding)
  }

  /// A warning for each binding that is not reached where it should count, or that keeps others
  /// from being reached, in the order of lines.
  /// - Parameters:
  ///   - below: the keymap that the file extends.
  ///   - keymap: the keymap with the file.
  func problems(over below: Keymap, in keymap: Keymap, _ document: SettingsDocument)
    -> [SettingsProblem]
  {
    let hidden = bindings.indices.compactMap { number in
      reasonNotReached(number, in: keymap).map { (number, $0) }
    }
    let hiding = lost(from: below, in: keymap).map { ($0, Self.reason(without: $1)) }
    return (hidden + hiding).sorted {
      (bindings[$0.0].line, $0.0) < (bindings[$1.0].line, $1.0)
    }.map { number, reason in
      let binding = bindings[number]
      return document.problem(
        binding.line, KeyNotation.text(binding.keys), reason, severity: .warning)
    }
  }

  private static func reason(without lost: [Lost]) -> Text {
    let list = lost.prefix(6).map { "\($0.keys) \($0.call.words)" }
    let isCut = lost.count > list.count
    return Text(
      zh: "使这些命令没有按键了：" + list.joined(separator: "、") + (isCut ? "…" : ""),
      en: "leaves these without keys: " + list.joined(separator: ", ") + (isCut ? ", …" : ""))
  }

  /// The contexts that keys bound everywhere count in.
  static let reached: [KeyContext] = [.contents, .text, .annotations, .visual, .help]

  /// The contexts that keys of `context` count in.
  static func counted(_ context: KeyContext) -> [KeyContext] {
    context == .global ? reached : KeyContext.allCases.filter { $0.chain.contains(context) }
  }
}

// MARK: The file's own

extension KeymapConflicts {
  /// Why a binding is not reached somewhere, told of the first such context.
  private func reasonNotReached(_ number: Int, in keymap: Keymap) -> Text? {
    let binding = bindings[number]
    // Of those that stand twice the later one counts, which was told.
    guard ends[binding.context]?[binding.keys] == number else { return nil }
    var isElsewhere = true
    for context in Self.counted(binding.context) {
      switch keymap.end(of: binding.keys, in: context) {
      case .call(let call):
        if call == binding.call { isElsewhere = false }
      case .prefix, .unbound:
        isElsewhere = false
        guard let winner = winner(over: binding, in: context, keymap) else { continue }
        let (keys, place) = (KeyNotation.text(winner), context.rawValue)
        return Text(
          zh: "在 \(place) 中按不到，那里绑定了 \(keys)",
          en: "cannot be reached in \(place), where \(keys) is bound")
      }
    }
    guard isElsewhere else { return nil }
    return Text(zh: "按不到，各处都另有绑定", en: "cannot be reached, as every context binds it anew")
  }

  /// The keys that are read in place of a binding's; nil where nothing is lost, or was told.
  private func winner(
    over binding: WrittenBinding, in context: KeyContext, _ keymap: Keymap
  ) -> [Key]? {
    let own = ends[binding.context] ?? [:]
    for count in 1..<max(1, binding.keys.count) {
      let keys = Array(binding.keys.prefix(count))
      guard case .call(let call) = keymap.end(of: keys, in: context), !call.awaitsCharacter
      else { continue }
      return call == binding.call || own[keys] != nil ? nil : keys
    }
    guard let longer = keymap.continuation(of: binding.keys, in: context),
      longer.call != binding.call, own[longer.keys] == nil
    else { return nil }
    return longer.keys
  }
}

// MARK: What the file extends

extension KeymapConflicts {
  /// Keys that led to a command.
  private struct Lost: Hashable {
    let keys: String
    let call: CommandCall
  }

  /// The keys below that lead nowhere now, by the binding that takes them, where their command has
  /// no others.
  private func lost(from below: Keymap, in keymap: Keymap) -> [Int: [Lost]] {
    var lost: [Int: [Lost]] = [:]
    for context in KeyContext.allCases where context != .global {
      lazy var calls = keymap.calls(in: context)
      for place in context.chain {
        below.forEach(in: place) { keys, call in
          // The last question goes through the whole keymap, and few get so far.
          guard let number = taker(of: keys, in: context),
            below.reaches(call, by: keys, in: context), !calls.contains(call)
          else { return }
          let entry = Lost(keys: KeyNotation.text(keys), call: call)
          if lost[number]?.contains(entry) != true { lost[number, default: []].append(entry) }
        }
      }
    }
    return lost
  }

  /// The binding of the file that ends within these keys, or goes on behind them.
  private func taker(of keys: [Key], in context: KeyContext) -> Int? {
    for place in context.chain {
      if ends[place]?[keys] != nil { return nil }
      if let number = longer[place]?[keys] { return number }
      for count in 1..<max(1, keys.count) {
        if let number = ends[place]?[Array(keys.prefix(count))] ?? nil { return number }
      }
    }
    return nil
  }
}
