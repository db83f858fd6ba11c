import BulletinReader

/// Looks through the configuration and every theme and keymap that can be had.
struct SettingsCheck {
  /// What is wrong, in the order of files.
  private(set) var problems: [SettingsProblem] = []
  /// The language that the configuration asks for.
  let language: Language
  private var themes = 0
  private var keymaps = 0

  /// What cannot be done; the others are of no effect, or hard to read.
  var errors: [SettingsProblem] { problems.filter { $0.severity == .error } }

  /// Looks at everything; nothing is written.
  init(_ invocation: Invocation) throws(Failure) {
    let configuration = try Configuration.load(invocation)
    language = configuration.language ?? invocation.environment.language
    problems = configuration.problems
    let themes = UserSettings.themes(invocation.environment)
    let keymaps = UserSettings.keymaps(invocation.environment)
    problems += [configuration.fault(ofName: configuration.theme, "theme", in: themes)].compactMap {
      $0
    }
    problems += [configuration.fault(ofName: configuration.keymap, "keymap", in: keymaps)]
      .compactMap { $0 }
    self.themes = try each(of: themes, invocation.arguments.word(.theme)) { file in
      let loaded = ThemeFile.load(file, from: themes.library)
      return loaded.problems + Self.contrasts(of: loaded.value, file.name)
    }
    self.keymaps = try each(of: keymaps, invocation.arguments.word(.keymap)) { file in
      KeymapFile.load(file, from: keymaps.library, themes: themes.names).problems
    }
  }

  /// The line for when there is nothing to put right.
  var summary: Text {
    let warnings = problems.count - errors.count
    let what = Text(
      zh: "配置、\(themes) 个主题和 \(keymaps) 个按键方案都可用",
      en: "configuration, \(themes) themes and \(keymaps) keymaps are in order")
    guard warnings > 0 else { return what }
    return Text(zh: what.zh + "；提示 \(warnings) 处", en: what.en + "; \(warnings) warnings")
  }

  /// Looks at the user's own files, at the built-in ones and at one more that is named.
  /// - Returns: how many were looked at.
  private mutating func each(
    of settings: UserSettings, _ named: Word?, _ look: (SettingsFile) -> [SettingsProblem]
  ) throws(Failure) -> Int {
    var count = 0
    if let named, settings.place(of: named.text) == nil, !settings.builtIn.contains(named.text) {
      problems += look(try settings.file(named, .namedSettings))
      count += 1
    }
    let library = settings.library
    for name in library.names {
      // One that went since the names were read is not missed.
      guard let file = library.file(named: name) else { continue }
      problems += look(file)
      if let place = settings.place(of: name), !CompletionList.isOffered(name) {
        problems.append(Self.notOffered(place))
      }
      count += 1
    }
    problems += settings.nameless.map(Self.isNameless)
    return count
  }

  /// A file that has no name to ask for it by.
  private static func isNameless(_ place: Word) -> SettingsProblem {
    SettingsProblem(
      file: place.text, line: 0,
      reason: Text(
        zh: "文件名不是 UTF-8，不能按名选用；请改名",
        en: "its name is no UTF-8, so that nobody can choose it; rename it"))
  }

  /// A file whose name a shell cannot be offered.
  private static func notOffered(_ place: Word) -> SettingsProblem {
    SettingsProblem(
      file: place.text, line: 0,
      reason: Text(
        zh: "文件名里有空格一类的字符，补全时不列出",
        en: "completions leave it out, as its name has blanks or the like"),
      severity: .warning)
  }

  /// What is hard to read in a theme: a line for each role of words, with its weakest ground.
  private static func contrasts(of theme: Theme, _ file: String) -> [SettingsProblem] {
    var roles: [(weakest: WeakContrast, count: Int)] = []
    for weak in theme.weakContrasts() {
      if let index = roles.firstIndex(where: { $0.weakest.ink == weak.ink }) {
        roles[index].count += 1
        if weak.ratio < roles[index].weakest.ratio { roles[index].weakest = weak }
      } else {
        roles.append((weak, 1))
      }
    }
    return roles.map { role in
      let tenths = Int((role.weakest.ratio * 10).rounded(.down))
      let (ratio, ground) = ("\(tenths / 10).\(tenths % 10):1", role.weakest.ground.name)
      let count = role.count
      return SettingsProblem(
        file: file, line: 0, subject: role.weakest.ink.name,
        reason: Text(
          zh: "对比度不到 4.5:1，在 \(ground) 上是 \(ratio)" + (count > 1 ? "，共 \(count) 处" : ""),
          en: "contrast below 4.5:1, on \(ground) \(ratio)"
            + (count > 1 ? ", in \(count) places" : "")),
        severity: .warning)
    }
  }
}

extension Failure {
  /// What is wrong with a file, without its name.
  func reason(at place: Word) -> Text {
    func words(_ language: Language) -> String {
      let message = message(language) ?? ""
      let start = place.text + ": "
      return message.hasPrefix(start) ? String(message.dropFirst(start.count)) : message
    }
    return Text(zh: words(.chinese), en: words(.english))
  }
}
