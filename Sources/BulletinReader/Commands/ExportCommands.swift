/// Taking annotations elsewhere.
extension ReaderState {
  /// `export FORMAT FILE`, or `export FILE` with an ending that tells the form; nothing opens the
  /// palette.
  mutating func export(_ words: String?) -> [Effect] {
    guard let words else { return openPalette(Command.export.rawValue + " ") }
    let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return [.bell] }
    let named = ExportFormat(rawValue: first.lowercased())
    if let named, parts.count == 2 { return [.export(named, parts[1])] }
    if let named {
      let file = "\(named.rawValue) notes.\(named.endings[0])"
      return refuse(
        Text(zh: "请写文件名，如 export \(file)", en: "name a file, as in: export \(file)"))
    }
    if parts.count == 1, let format = ExportFormat(fileName: first) {
      return [.export(format, first)]
    }
    return unknown(first, among: ExportFormat.allCases.map(\.rawValue))
  }
}
