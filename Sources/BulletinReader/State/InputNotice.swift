/// The remark on the input method, made once: it counts as made when a frame has shown it.
enum InputNotice: Sendable {
  /// Nothing has given occasion for it.
  case unneeded
  /// It is to be shown; a message that stands there is no reason to leave it out.
  case waiting
  /// It shows until the next key.
  case shown
  /// It was made.
  case made

  /// What is said beside the message; nothing where there is nothing to say.
  var words: Text? {
    switch self {
    case .waiting, .shown:
      Text(
        zh: "全角按键作半角处理，可切换到英文输入",
        en: "full-width keys are read as half-width ones; the input method can be switched off")
    case .unneeded, .made: nil
    }
  }

  /// What is said of a character that no key types.
  static let composed = Text(
    zh: "这里按键是命令，请切换到英文输入", en: "keys are commands here: switch the input method to English")

  /// Takes the next key.
  mutating func pressed(fullWidth: Bool) {
    switch self {
    case .shown: self = .made
    case .unneeded where fullWidth: self = .waiting
    case .unneeded, .waiting, .made: break
    }
  }

  /// Takes that a frame has it.
  mutating func painted() { if case .waiting = self { self = .shown } }
}
