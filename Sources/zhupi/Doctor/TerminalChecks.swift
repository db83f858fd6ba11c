import BulletinReader
import BulletinScreen
import BulletinTerminal

/// What `doctor` looks at in the terminal and its locale.
enum TerminalChecks {
  /// Whether the terminal is known and can show a screen.
  static func terminal(_ examined: Examined) -> [Finding] {
    let isTerminal = examined.environment.outputIsTerminal
    guard let name = examined.variable("TERM") else {
      let found = Text(zh: "没有设置 TERM", en: "TERM is not set")
      let advice = Text(
        zh: "在终端里设 TERM=xterm-256color", en: "in a terminal, set TERM=xterm-256color")
      return [isTerminal ? .problem(found, advice) : .hint(found, advice)]
    }
    guard let description = TerminalDescription(named: name) else {
      return [
        .problem(
          Text(zh: "没有 \(name) 的终端描述（terminfo）", en: "no description (terminfo) of \(name)"),
          Text(
            zh: "试试 TERM=xterm-256color，或安装 ncurses-term",
            en: "try TERM=xterm-256color, or install ncurses-term"))
      ]
    }
    guard description.movesCursor else {
      return [
        .problem(
          Text(zh: "\(name) 不能移动光标", en: "\(name) cannot move its cursor"),
          Text(zh: "用 zhupi text 打印正文", en: "zhupi text prints the text"))
      ]
    }
    let place =
      isTerminal ? Text(zh: "", en: "") : Text(zh: "；输出不是终端", en: "; output is no terminal")
    let found = Text(
      zh: "TERM=\(name)，有终端描述" + place.zh, en: "TERM=\(name), which is described" + place.en)
    let isInTmux = examined.variable("TMUX") != nil
    guard isInTmux, !name.hasPrefix("tmux"), !name.hasPrefix("screen") else { return [.ok(found)] }
    return [
      .hint(
        Text(zh: found.zh + "；在 tmux 里", en: found.en + "; inside tmux"),
        Text(
          zh: "在 ~/.tmux.conf 里写 set -g default-terminal tmux-256color",
          en: "put set -g default-terminal tmux-256color into ~/.tmux.conf"))
    ]
  }

  /// How many colours are used, and why.
  static func colours(_ examined: Examined) -> [Finding] {
    let choice = examined.invocation.arguments.word(.color)?.text
    if choice == "never" || examined.environment.noColor && choice != "always" {
      let reason = choice == "never" ? "--color never" : "NO_COLOR"
      return [.ok(Text(zh: "不用颜色（\(reason)）", en: "none used (\(reason))"))]
    }
    let name = examined.variable("TERM") ?? ""
    let depth = TerminalDescription(named: name)?.colorDepth ?? .none
    let found = Text(
      zh: "\(depth.title.zh)（TERM 的终端描述）", en: "\(depth.title.en) (by the description of TERM)")
    var findings: [Finding] = []
    let claims = examined.variable("COLORTERM").map { ["truecolor", "24bit"].contains($0) } == true
    if depth < .palette, claims || depth > .none {
      let advice = Text(
        zh: "终端如果有 256 色，设 TERM=xterm-256color",
        en: "set TERM=xterm-256color if the terminal has 256 colours")
      findings.append(.hint(found, advice))
    } else if depth == .palette, claims {
      let more = Text(
        zh: "；COLORTERM 说有 24 位色，取最近的 256 色",
        en: "; COLORTERM tells of 24 bits, the nearest of 256 are used")
      findings.append(.ok(Text(zh: found.zh + more.zh, en: found.en + more.en)))
    } else {
      findings.append(.ok(found))
    }
    if examined.variable("CLICOLOR_FORCE") != nil {
      findings.append(
        .hint(
          Text(zh: "设了 CLICOLOR_FORCE，这里不起作用", en: "CLICOLOR_FORCE is set and of no effect here"),
          Text(zh: "用 --color always", en: "write --color always")))
    }
    return findings
  }

  /// A Chinese character, and those that some terminals show in two cells.
  private static let measured = ["中", "“", "…", "—", "─"]

  /// How wide the terminal shows what is ambiguous.
  static func widths(_ examined: Examined) -> [Finding] {
    guard examined.environment.outputIsTerminal else {
      return [.ok(Text(zh: "输出不是终端，没有询问", en: "output is no terminal, nobody was asked"))]
    }
    let name = examined.variable("TERM") ?? ""
    let canAnswer = TerminalDescription(named: name)?.movesCursor == true
    guard canAnswer, let cells = TerminalQuestion.cells(of: measured) else {
      return [
        .hint(
          Text(zh: "终端没有回答", en: "the terminal did not answer"),
          Text(
            zh: "如果“ ” … — 后面的字错位，在 config.json 里设 ambiguousWide",
            en: "if the text behind “ ” … — is out of place, set ambiguousWide in config.json"))
      ]
    }
    return [judge(cells, configured: examined.configuration.ambiguousWide)]
  }

  /// What the widths mean that a terminal gave to `measured`.
  static func judge(_ cells: [Int], configured: Bool?) -> Finding {
    let list = zip(measured, cells).map { "\($0) \($1)" }.joined(separator: "  ")
    let found = Text(zh: "格数：\(list)", en: "cells: \(list)")
    guard cells.first == 2 else {
      return .problem(
        found,
        Text(
          zh: "终端没有把汉字显示成两格；检查它的编码是否为 UTF-8",
          en: "Chinese characters take two; check that the terminal's encoding is UTF-8"))
    }
    let wide = cells.dropFirst().map { $0 == 2 }
    guard let isWide = wide.first, wide.allSatisfy({ $0 == isWide }) else {
      return .hint(
        found,
        Text(
          zh: "宽窄不一；在终端里把“歧义宽度”设为窄",
          en: "they differ; set ambiguous width to narrow in the terminal"))
    }
    guard let configured, configured != isWide else { return .ok(found) }
    return .problem(
      found,
      Text(
        zh: "配置里 ambiguousWide 是 \(configured)；改为 \(isWide)，或删去这一项",
        en: "ambiguousWide is \(configured) in the configuration; make it \(isWide), or take it out"
      ))
  }

  /// Which characters can be shown, and the language of the interface.
  static func locale(_ examined: Examined) -> [Finding] {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let name = names.first { examined.variable($0) != nil }
    let setting = name.map { "\($0)=\(examined.variable($0) ?? "")" }
    let said = Text(zh: setting ?? "没有设置", en: setting ?? "nothing set")
    let characters: Finding =
      switch TerminalLocale.choose() {
      case .utf8: .ok(Text(zh: "UTF-8（\(said.zh)）", en: "UTF-8 (\(said.en))"))
      case .limited(let set):
        .hint(
          Text(zh: "\(set)（\(said.zh)），边框用 ASCII", en: "\(set) (\(said.en)), borders are ASCII"),
          Text(zh: "设 LC_ALL=C.UTF-8", en: "set LC_ALL=C.UTF-8"))
      case .missing:
        .hint(
          Text(zh: "系统没有 \(said.zh)，按 UTF-8", en: "\(said.en) is not installed, UTF-8 is used"),
          Text(zh: "设 LC_ALL=C.UTF-8", en: "set LC_ALL=C.UTF-8"))
      }
    guard let language = examined.inForce("language"), case .text(let code) = language.value else {
      return [characters]
    }
    let from = language.origin.text
    return [
      characters,
      .ok(Text(zh: "界面语言 \(code)（\(from.zh)）", en: "the interface is \(code) (\(from.en))")),
    ]
  }
}

extension ColorDepth {
  /// As `doctor` names it.
  fileprivate var title: Text {
    switch self {
    case .none: Text(zh: "没有颜色", en: "no colours")
    case .eight: Text(zh: "8 色", en: "8 colours")
    case .sixteen: Text(zh: "16 色", en: "16 colours")
    case .palette: Text(zh: "256 色", en: "256 colours")
    case .direct: Text(zh: "24 位色", en: "24-bit colours")
    }
  }
}
