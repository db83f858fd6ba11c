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
    guard let (format, file) = ExportFormat.read(words) else {
      return unknown(PaletteWords(words).name, among: ExportFormat.allCases.map(\.rawValue))
    }
    guard let file else {
      let line = "\(format.rawValue) notes.\(format.endings[0])"
      return refuse(
        Text(zh: "请写文件名，如 export \(line)", en: "name a file, as in: export \(line)"))
    }
    return [.export(format, file, overwrites: overwrites)]
  }
}

extension ExportFormat {
  /// The form and the file of `FORMAT FILE`, or of a file whose ending tells the form; no file where
  /// a form stands alone. Nil where there is no such form.
  static func read(_ words: String) -> (format: ExportFormat, file: String?)? {
    let parts = PaletteWords(words)
    if let format = ExportFormat(rawValue: parts.name) {
      return (format, parts.rest.isEmpty ? nil : parts.rest)
    }
    guard parts.rest.isEmpty, let format = ExportFormat(fileName: words) else { return nil }
    return (format, words)
  }
}
