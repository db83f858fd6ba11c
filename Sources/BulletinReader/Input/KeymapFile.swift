internal import BulletinScreen

/// Reads a keymap file: `{ "name", "extends", "bindings": { CONTEXT: { KEYS: COMMAND } } }`.
///
/// KEYS is vim's notation, COMMAND a name with its argument if it has one, or `""` for none.
public struct KeymapFile {
  private var name = ""
  private var trees: [KeyContext: KeyTree] = [:]
  private var problems: [SettingsProblem]

  private static let keys = ["name", "extends", "bindings"]

  /// The keymap that a file and those that it extends describe.
  ///
  /// What is wrong is left out and reported; a file that is no JSON gives a keymap without keys.
  public static func load(_ file: SettingsFile, from library: SettingsLibrary) -> Loaded<Keymap> {
    let chain = SettingsChain(file, from: library, keys: keys)
    var reading = KeymapFile(problems: chain.problems)
    for document in chain.documents { reading.read(document) }
    return Loaded(Keymap(name: reading.name, trees: reading.trees), problems: reading.problems)
  }

  private init(problems: [SettingsProblem]) { self.problems = problems }

  private mutating func read(_ document: SettingsDocument) {
    for member in document.members {
      switch member.key {
      case "name": document.readText(member, into: &name, &problems)
      case "bindings": readBindings(member, document)
      default: break
      }
    }
  }

  private mutating func readBindings(_ member: LinedJSON.Member, _ document: SettingsDocument) {
    guard let contexts = member.value.members else {
      problems.append(document.problem(member.line, "bindings", .mustBeObject))
      return
    }
    let below = Keymap(name: name, trees: trees)
    var seen: Set<KeyContext> = []
    for member in contexts {
      guard let context = KeyContext(rawValue: member.key) else {
        let reason = Text(zh: "未知的场合", en: "unknown context")
        let nearest = NearestWord.find(member.key, among: KeyContext.allCases.map(\.rawValue))
        problems.append(document.problem(member.line, member.key, reason, nearest: nearest))
        continue
      }
      if !seen.insert(context).inserted {
        let reason = Text(zh: "重复，两处都有效", en: "stands twice; both count")
        problems.append(document.problem(member.line, member.key, reason, severity: .warning))
      }
      guard let bindings = member.value.members else {
        problems.append(document.problem(member.line, member.key, .mustBeObject))
        continue
      }
      var tree = KeyTree()
      for binding in bindings { read(binding, of: context, into: &tree, below, document) }
      trees[context, default: KeyTree()].overlay(tree)
    }
  }

  private mutating func read(
    _ member: LinedJSON.Member, of context: KeyContext, into tree: inout KeyTree,
    _ below: Keymap, _ document: SettingsDocument
  ) {
    func report(
      _ reason: Text, nearest: String? = nil, _ severity: SettingsProblem.Severity = .error
    ) {
      problems.append(
        document.problem(member.line, member.key, reason, nearest: nearest, severity: severity))
    }
    let keys: [Key]
    do throws(KeyNotationError) {
      keys = try KeyNotation.keys(member.key)
    } catch {
      return report(error.text, nearest: error.nearest)
    }
    if let reason = Self.unreachable(keys, in: context) { return report(reason) }
    guard let words = member.value.string else { return report(.mustBeText) }

    let binding: KeyTree.Binding
    if words.isEmpty {
      if below.lookup(keys, in: context) == .unbound {
        report(Text(zh: "本来就没有绑定", en: "was not bound anyway"), .warning)
      }
      binding = .nothing
    } else {
      do throws(CommandCall.Failure) {
        binding = .call(try CommandCall(parsing: words))
      } catch {
        return report(error.reason, nearest: error.nearest)
      }
    }
    if case .call(let call) = binding, !call.command.entry.works(in: context) {
      let (name, place) = (call.command.rawValue, context.rawValue)
      return report(
        Text(zh: "\(name) 在 \(place) 中不起作用", en: "\(name) does not work in \(place)"))
    }
    switch tree.bind(keys[...], to: binding) {
    case nil: break
    case .twice: report(.twice, .warning)
    case .unreachable(let count):
      let prefix = KeyNotation.text(keys.prefix(count))
      report(
        Text(zh: "按不到，\(prefix) 已有命令", en: "cannot be reached, as \(prefix) is bound"),
        .warning)
    case .hides:
      report(
        Text(zh: "以它开头的更长按键就按不到了", en: "hides the longer keys that begin with it"),
        .warning)
    }
  }

  /// Why such keys could never be typed.
  private static func unreachable(_ keys: [Key], in context: KeyContext) -> Text? {
    guard let first = keys.first else { return Text(zh: "没有按键", en: "names no key") }
    if !context.takesText, let digit = first.typed, "1"..."9" ~= digit {
      return Text(
        zh: "按不到，数字开头是计数", en: "cannot be reached, as digits begin a count")
    }
    if keys.dropFirst().contains(where: KeyReader.isCancelling) {
      return Text(
        zh: "按不到，Esc 和 Ctrl-c 取消等待", en: "cannot be reached, as <Esc> and <C-c> cancel")
    }
    return nil
  }
}

extension KeyNotationError {
  /// What is wrong, as a message.
  fileprivate var text: Text {
    switch reason {
    case .unclosedBracket:
      Text(zh: "< 没有对应的 >；按键 < 写作 <lt>", en: "< without its >; the key < is written <lt>")
    case .unknownName(let name, _): Text(zh: "未知的按键 <\(name)>", en: "unknown key <\(name)>")
    case .unclosedText: Text(zh: "引号没有结束", en: "a quotation does not end")
    case .textRunsOn: Text(zh: "引号之后应有空格", en: "a blank must follow the quotation")
    }
  }

  fileprivate var nearest: String? {
    if case .unknownName(_, let nearest?) = reason { "<\(nearest)>" } else { nil }
  }
}
