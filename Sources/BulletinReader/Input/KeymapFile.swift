public import BulletinScreen

/// Reads a keymap file: `{ "name", "extends", "bindings": { CONTEXT: { KEYS: COMMAND } } }`.
///
/// KEYS is vim's notation, COMMAND a name with its argument if it has one, or `""` for none.
public struct KeymapFile {
  private var name = ""
  private var trees: [KeyContext: KeyTree] = [:]
  private var problems: ProblemList
  private let names: ArgumentNames

  private static let keys = ["name", "extends", "bindings"]

  /// The keymap that stands in for one that cannot be read, or has no keys.
  public static let standard = "vim"

  /// The keymap that a file and those that it extends describe.
  ///
  /// What is wrong is left out and reported. A file that cannot be read, or extends one that cannot,
  /// has the built-in keymap of its name below it, else the standard one, and whatever a file says,
  /// one can cancel, leave, and call commands by their names.
  /// - Parameter themes: the themes that commands may name; none where they are not known.
  public static func load(
    _ file: SettingsFile, from library: SettingsLibrary, themes: [String] = []
  ) -> Loaded<Keymap> {
    let chain = SettingsChain(file, from: library, keys: keys)
    let names = ArgumentNames(themes: { themes }, keymaps: { library.names })
    var reading = KeymapFile(problems: chain.problems, names: names)
    if chain.isCutShort { reading.readStandard(from: library) }
    for document in chain.documents { reading.read(document) }
    let hasKeys = reading.trees.values.contains { !$0.branches.isEmpty }
    if !hasKeys { reading.readStandard(from: library) }
    KeymapEssentials.add(to: &reading.trees)
    return Loaded(Keymap(name: reading.name, trees: reading.trees), problems: reading.problems.all)
  }

  private init(problems: ProblemList, names: ArgumentNames) {
    self.problems = problems
    self.names = names
  }

  private mutating func readStandard(from library: SettingsLibrary) {
    guard let file = library.builtInFile(named: Self.standard) else { return }
    let chain = SettingsChain(file, from: library.builtInOnly, keys: Self.keys)
    chain.documents.forEach { read($0) }
  }

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
    var conflicts = KeymapConflicts()
    for member in contexts {
      guard let context = KeyContext(rawValue: member.key) else {
        let names = KeyContext.allCases.map(\.rawValue)
        problems.append(
          document.problem(
            member.line, member.key, Text(zh: "未知的场合", en: "unknown context"),
            nearest: NearestWord.find(member.key.lowercased(), among: names)))
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
      for member in bindings {
        guard let binding = read(member, of: context, below, document) else { continue }
        let conflict = binding.bind(into: &tree)
        if let (reason, _) = conflict {
          problems.append(
            document.problem(member.line, member.key, reason, severity: .warning))
        }
        if conflict?.counts ?? true, !document.isBuiltIn { conflicts.add(binding) }
      }
      trees[context, default: KeyTree()].overlay(tree)
    }
    if document.isBuiltIn { return }
    let keymap = Keymap(name: name, trees: trees)
    for problem in conflicts.problems(over: below, in: keymap, document) {
      problems.append(problem)
    }
  }

  /// Reads one binding; nothing where it is wrong.
  private mutating func read(
    _ member: LinedJSON.Member, of context: KeyContext, _ below: Keymap,
    _ document: SettingsDocument
  ) -> WrittenBinding? {
    func report(
      _ reason: Text, nearest: @autoclosure () -> String? = nil,
      _ severity: SettingsProblem.Severity = .error
    ) {
      problems.append(
        document.problem(member.line, member.key, reason, nearest: nearest(), severity: severity))
    }
    var binding = WrittenBinding(context: context, line: member.line)
    do throws(KeyNotationError) {
      binding.keys = try KeyNotation.keys(member.key)
    } catch {
      report(error.text, nearest: error.nearest)
      return nil
    }
    if let reason = binding.unreachable {
      report(reason)
      return nil
    }
    guard let words = member.value.string else {
      report(.mustBeText)
      return nil
    }
    guard !words.isEmpty else {
      if below.end(of: binding.keys, in: context) == .unbound {
        report(Text(zh: "本来就没有绑定", en: "was not bound anyway"), .warning)
      }
      return binding
    }
    do throws(CommandCall.Failure) {
      let call = try CommandCall(parsing: words)
      guard call.command.entry.works(in: context) else {
        let (name, place) = (call.command.rawValue, context.rawValue)
        report(Text(zh: "\(name) 在 \(place) 中不起作用", en: "\(name) does not work in \(place)"))
        return nil
      }
      if let unknown = call.unknownWord(among: names) {
        report(unknown.reason, nearest: unknown.nearest)
        return nil
      }
      binding.call = call
    } catch {
      report(error.reason, nearest: error.nearest)
      return nil
    }
    if let lost = binding.lostCharacter {
      let (sign, place) = (String(Character(lost)), context.rawValue)
      report(
        Text(zh: "在 \(place) 中不能再输入 \(sign)", en: "\(sign) can no longer be typed in \(place)"),
        .warning)
    }
    return binding
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

  /// What is wrong, and what to do: the nearest name that is right, or where names are told.
  public var advice: Text {
    guard let nearest else {
      return Text(zh: "\(text.zh)；写法见 zhupi keys", en: "\(text.en); zhupi keys shows how")
    }
    return Text(zh: "\(text.zh)；是不是 \(nearest)？", en: "\(text.en); did you mean \(nearest)?")
  }
}
