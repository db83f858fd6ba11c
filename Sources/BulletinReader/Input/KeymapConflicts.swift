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

  /// Whether no longer keys are read behind these.
  fileprivate var isEnd: Bool { call.map { !$0.awaitsCharacter } ?? false }

  /// Why such keys could never be typed.
  var unreachable: Text? {
    guard let first = keys.first else { return Text(zh: "没有按键", en: "names no key") }
    if !context.takesText, let digit = first.typed, "1"..."9" ~= digit {
      return Text(
        zh: "按不到，数字开头是计数", en: "cannot be reached, as digits begin a count")
    }
    if keys.dropFirst().contains(Key(.escape)) {
      return Text(zh: "按不到，Esc 取消等待", en: "cannot be reached, as <Esc> cancels")
    }
    return nil
  }

  /// Puts it among the bindings of its context; says what of them it contradicts.
  func bind(into tree: inout KeyTree) -> (Text, SettingsProblem.Severity)? {
    switch tree.bind(keys[...], to: call.map(KeyTree.Binding.call) ?? .nothing) {
    case nil: return nil
    case .twice: return (.twice, .warning)
    case .unreachable(let count):
      let prefix = KeyNotation.text(keys.prefix(count))
      return (
        Text(zh: "按不到，\(prefix) 已有命令", en: "cannot be reached, as \(prefix) is bound"), .warning
      )
    case .hides:
      return (
        Text(zh: "以它开头的更长按键就按不到了", en: "hides the longer keys that begin with it"), .warning
      )
    }
  }
}

/// Finds bindings of one file that take keys away from each other across contexts: `g` in the text
/// from `gg` everywhere. That the same keys do something else in a nearer context is no mistake, nor
/// is what hides another way to the same command.
struct KeymapConflicts {
  private var bindings: [WrittenBinding] = []
  private var ends: [KeyContext: [[Key]: WrittenBinding]] = [:]

  /// Takes a binding of the file.
  mutating func add(_ binding: WrittenBinding) {
    guard binding.call != nil else { return }
    bindings.append(binding)
    if binding.isEnd { ends[binding.context, default: [:]][binding.keys] = binding }
  }

  /// A warning for each binding that is not reached where it should count, in the order of lines.
  func problems(in document: SettingsDocument) -> [SettingsProblem] {
    var problems: [SettingsProblem] = []
    for longer in bindings where longer.keys.count > 1 {
      for context in KeyContext.allCases where context.chain.contains(longer.context) {
        guard let shorter = shorter(than: longer, in: context) else { continue }
        let isHidden = isNearer(shorter.context, than: longer.context, in: context)
        let (lost, winner) = isHidden ? (longer, shorter) : (shorter, longer)
        // Told once, at the contexts that contradict each other, not at those that inherit it.
        guard winner.context == context else { continue }
        let (keys, place) = (KeyNotation.text(winner.keys), context.rawValue)
        problems.append(
          document.problem(
            lost.line, KeyNotation.text(lost.keys),
            Text(
              zh: "在 \(place) 中按不到，那里绑定了 \(keys)",
              en: "cannot be reached in \(place), where \(keys) is bound"), severity: .warning))
      }
    }
    problems += bindings.filter(isNowhereReached).map { lost in
      document.problem(
        lost.line, KeyNotation.text(lost.keys),
        Text(zh: "按不到，各处都另有绑定", en: "cannot be reached, as every context binds it anew"),
        severity: .warning)
    }
    return problems.sorted { $0.line < $1.line }
  }

  /// The contexts that keys bound everywhere count in.
  private static let reached: [KeyContext] = [.contents, .text, .annotations, .help]

  /// Whether every context binds the keys to something else.
  private func isNowhereReached(_ binding: WrittenBinding) -> Bool {
    binding.context == .global
      && Self.reached.allSatisfy { context in
        ends[context]?[binding.keys].map { $0.call != binding.call } ?? false
      }
  }

  /// The keys with a command of their own, in another context, that a longer sequence begins with.
  private func shorter(than longer: WrittenBinding, in context: KeyContext) -> WrittenBinding? {
    for place in context.chain where place != longer.context {
      guard let ends = ends[place] else { continue }
      for count in 1..<longer.keys.count {
        if let found = ends[Array(longer.keys.prefix(count))], found.call != longer.call {
          return found
        }
      }
    }
    return nil
  }

  private func isNearer(_ one: KeyContext, than other: KeyContext, in context: KeyContext) -> Bool {
    let chain = context.chain
    return (chain.firstIndex(of: one) ?? 0) < (chain.firstIndex(of: other) ?? 0)
  }
}
