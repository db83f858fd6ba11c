import BulletinReader

/// What a check of `doctor` found.
struct Finding: Equatable, Sendable {
  /// How good it is.
  enum Level: String, CaseIterable, Sendable {
    /// As it should be.
    case ok
    /// It works; something could be better, or should be known.
    case hint
    /// Something does not work.
    case problem

    /// As a line begins.
    var title: Text {
      switch self {
      case .ok: Text(zh: "正常", en: "ok")
      case .hint: Text(zh: "提示", en: "hint")
      case .problem: Text(zh: "问题", en: "problem")
      }
    }
  }

  /// How good it is.
  let level: Level
  /// What is there.
  let found: Text
  /// What to do; nil where nothing is to be done.
  let advice: Text?

  /// As it should be.
  static func ok(_ found: Text) -> Finding { Finding(level: .ok, found: found, advice: nil) }

  /// It works, but.
  static func hint(_ found: Text, _ advice: Text? = nil) -> Finding {
    Finding(level: .hint, found: found, advice: advice)
  }

  /// It does not work.
  static func problem(_ found: Text, _ advice: Text) -> Finding {
    Finding(level: .problem, found: found, advice: advice)
  }
}

/// A check of `doctor`: one row of the table.
struct DoctorCheck: Sendable {
  /// What `--json` calls it.
  let name: String
  /// What a line calls it.
  let title: Text
  /// Looks; writes nothing, and comes back soon whatever the world does.
  let look: @Sendable (Examined) -> [Finding]

  /// The checks in the order of the listing.
  static let all: [DoctorCheck] = [
    DoctorCheck(
      name: "terminal", title: Text(zh: "终端", en: "terminal"), look: TerminalChecks.terminal),
    DoctorCheck(
      name: "colours", title: Text(zh: "颜色", en: "colours"), look: TerminalChecks.colours),
    DoctorCheck(name: "widths", title: Text(zh: "字宽", en: "widths"), look: TerminalChecks.widths),
    DoctorCheck(name: "locale", title: Text(zh: "语言环境", en: "locale"), look: TerminalChecks.locale),
    DoctorCheck(
      name: "configuration", title: Text(zh: "配置", en: "configuration"),
      look: FolderChecks.configuration),
    DoctorCheck(name: "journal", title: Text(zh: "批注库", en: "journal"), look: FolderChecks.journal),
    DoctorCheck(name: "state", title: Text(zh: "状态", en: "state"), look: FolderChecks.state),
    DoctorCheck(name: "author", title: Text(zh: "批注者", en: "author"), look: FolderChecks.author),
    DoctorCheck(
      name: "clipboard", title: Text(zh: "剪贴板", en: "clipboard"), look: ProgramChecks.clipboard),
    DoctorCheck(name: "editor", title: Text(zh: "编辑器", en: "editor"), look: ProgramChecks.editor),
    DoctorCheck(name: "git", title: Text(zh: "共享", en: "sharing"), look: ProgramChecks.git),
    DoctorCheck(
      name: "gb18030", title: Text(zh: "编码", en: "encodings"), look: ProgramChecks.encodings),
  ]
}

/// What the checks look at.
struct Examined: Sendable {
  /// The command line and the surroundings.
  let invocation: Invocation
  /// The configuration; the defaults where it cannot be read.
  let configuration: Configuration
  /// Why the configuration cannot be read.
  let configurationFailure: Failure?

  /// Reads the configuration.
  init(_ invocation: Invocation) {
    self.invocation = invocation
    do throws(Failure) {
      configuration = try Configuration.load(invocation)
      configurationFailure = nil
    } catch {
      configuration = Configuration()
      configurationFailure = error
    }
  }

  /// The surroundings.
  var environment: Environment { invocation.environment }

  /// A variable as text; nil where it is unset or empty.
  func variable(_ name: String) -> String? { environment.variables[name]?.text }

  /// The value in force of a key of the configuration; nil where it cannot be found.
  func inForce(_ name: String) -> ConfigurationKey.InForce? {
    try? ConfigurationKey.named(name)?.inForce(invocation, configuration)
  }
}
