/// Where commands work, for their rows in `CommandTable`.
extension [KeyContext] {
  /// Where the text's own motions work.
  static let inText: [KeyContext] = [.text]
  /// Where the contents' own commands work.
  static let inContents: [KeyContext] = [.contents]
  /// The text, with a selection in it or not.
  static let inTextOrVisual: [KeyContext] = [.text, .visual]
  /// Where there is an annotation to work on.
  static let onAnnotations: [KeyContext] = [.text, .visual, .annotations]
  /// The annotations pane.
  static let inAnnotations: [KeyContext] = [.annotations]
  /// While something is selected.
  static let inVisual: [KeyContext] = [.visual]
  /// While a note is written.
  static let inNote: [KeyContext] = [.note]
  /// The lists that can be narrowed down.
  static let filtered: [KeyContext] = [.contents, .annotations, .help]
  /// Where one line is typed.
  static let prompts: [KeyContext] = [.prompt]
  /// Everywhere but where text is typed.
  static let anywhere: [KeyContext] = [.global]
  /// Where the panes and the views are, and where text is typed.
  static let everywhere: [KeyContext] = [.global, .prompt, .note]
  /// Where a line or a note is typed.
  static let typing: [KeyContext] = [.prompt, .note]
}
