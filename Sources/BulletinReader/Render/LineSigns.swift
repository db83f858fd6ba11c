/// The characters that lines and marks are drawn with.
///
/// Those of Unicode's box drawing are of ambiguous width; where the terminal gives them two cells,
/// or cannot show them, ASCII takes their place.
struct LineSigns: Equatable, Sendable {
  let bar: Unicode.Scalar
  let divider: Unicode.Scalar
  let horizontal: Unicode.Scalar
  let topLeft: Unicode.Scalar
  let topRight: Unicode.Scalar
  let bottomLeft: Unicode.Scalar
  let bottomRight: Unicode.Scalar
  let dash: Unicode.Scalar
  let thumb: Unicode.Scalar
  let hit: Unicode.Scalar
  let hitOnThumb: Unicode.Scalar
  let open: Unicode.Scalar
  let closed: Unicode.Scalar
  let step: Unicode.Scalar
  let dot: String
  let ellipsis: String
  /// An annotation, in its colour.
  let annotation: Unicode.Scalar
  /// One whose place or meaning somebody must look at.
  let doubtful: Unicode.Scalar
  /// One that has lost its text.
  let orphan: Unicode.Scalar
  /// One whose text was amended.
  let changed: Unicode.Scalar
  /// One that may be lost.
  let unsaved: Unicode.Scalar
  /// A note, beside its text.
  let note: Unicode.Scalar
  /// A follow-up, and one that is done.
  let flag: Unicode.Scalar
  let done: Unicode.Scalar
  /// Where an annotation lies, in the scroll bar.
  let annotated: Unicode.Scalar
  let annotatedOnThumb: Unicode.Scalar
  /// Between what stood there and what stands there now.
  let became: String

  /// Lines as they should be.
  static let drawn = LineSigns(
    bar: "┃", divider: "│", horizontal: "─", topLeft: "╭", topRight: "╮", bottomLeft: "╰",
    bottomRight: "╯", dash: "┄", thumb: "▐", hit: "▕", hitOnThumb: "█", open: "▾", closed: "▸",
    step: "›", dot: " · ", ellipsis: "…", annotation: "●", doubtful: "◌", orphan: "✕",
    changed: "~", unsaved: "!", note: "✎", flag: "⚑", done: "✓", annotated: "▪",
    annotatedOnThumb: "■", became: "→")

  /// Lines out of ASCII.
  static let ascii = LineSigns(
    bar: "|", divider: "|", horizontal: "-", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", dash: "-", thumb: "#", hit: "*", hitOnThumb: "@", open: "-", closed: "+",
    step: ">", dot: " - ", ellipsis: "...", annotation: "*", doubtful: "?", orphan: "x",
    changed: "~", unsaved: "!", note: "\"", flag: "F", done: "v", annotated: "o",
    annotatedOnThumb: "O", became: "->")
}
