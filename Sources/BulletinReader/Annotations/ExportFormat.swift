/// The forms that annotations are exported in; the raw value is the name on the command line and in
/// the palette.
///
/// A form is one case here with its rows below, and how it is written (`zhupi/Export`).
public enum ExportFormat: String, CaseIterable, Sendable {
  case markdown, html, csv, json, jsonld

  /// What file names of it end in, without the dot; the first is the usual one.
  public var endings: [String] {
    switch self {
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm"]
    case .csv: ["csv"]
    case .json: ["json"]
    case .jsonld: ["jsonld"]
    }
  }

  /// What it is for, without a full stop.
  public var help: Text {
    switch self {
    case .markdown: Text(zh: "按文章分组的笔记", en: "notes, article by article")
    case .html: Text(zh: "一个网页，可打印，可粘贴到文字处理软件", en: "one page, to print or to paste")
    case .csv: Text(zh: "电子表格", en: "for spreadsheets")
    case .json: Text(zh: "与 annotations --json 相同", en: "what annotations --json prints")
    case .jsonld: Text(zh: "W3C Web Annotation，供其他软件", en: "W3C Web Annotation, for other programs")
    }
  }

  /// The form that a file's name tells by its ending.
  public init?(fileName: String) {
    let name = fileName.lowercased()
    let format = Self.allCases.first { $0.endings.contains { name.hasSuffix("." + $0) } }
    guard let format else { return nil }
    self = format
  }
}
