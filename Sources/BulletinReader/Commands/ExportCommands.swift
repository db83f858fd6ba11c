/// Taking annotations elsewhere.
extension ReaderState {
  /// `export FORMAT FILE`, or `export FILE` with an ending that tells the form; nothing opens the
  /// palette.
  ///
  /// - Parameter overwrites: whether a file that is there may go: `export! FORMAT FILE`.
  mutating func export(_ words: String?, overwrites: Bool) -> [Effect] {
    guard let words else {
      return openPalette(Command.export.rawValue + (overwrites ? "! " : " "))
    }
    let parts = PaletteWords(words)
    let first = parts.name
    let named = ExportFormat(rawValue: first)
    if let named, !parts.rest.isEmpty {
      return [.export(named, parts.rest, overwrites: overwrites)]
    }
    if let named {
      let file = "\(named.rawValue) notes.\(named.endings[0])"
      return refuse(
        Text(zh: "请写文件名，如 export \(file)", en: "name a file, as in: export \(file)"))
    }
    if parts.rest.isEmpty, let format = ExportFormat(fileName: words) {
      return [.export(format, words, overwrites: overwrites)]
    }
    return unknown(first, among: ExportFormat.allCases.map(\.rawValue))
  }
}
