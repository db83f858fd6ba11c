/// The characters that lines and marks are drawn with.
///
/// Those of Unicode's box drawing are of ambiguous width; where the terminal gives them two cells,
/// or cannot show them, ASCII takes their place.
struct LineSigns: Sendable {
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

  /// Lines as they should be.
  static let drawn = LineSigns(
    bar: "┃", divider: "│", horizontal: "─", topLeft: "╭", topRight: "╮", bottomLeft: "╰",
    bottomRight: "╯", dash: "┄", thumb: "▐", hit: "▕", hitOnThumb: "█", open: "▾", closed: "▸",
    step: "›", dot: " · ", ellipsis: "…")

  /// Lines out of ASCII.
  static let ascii = LineSigns(
    bar: "|", divider: "|", horizontal: "-", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", dash: "-", thumb: "#", hit: "*", hitOnThumb: "@", open: "-", closed: "+",
    step: ">", dot: " - ", ellipsis: "...")
}
