/// The languages of the interface.
public enum Language: String, CaseIterable, Sendable {
  /// Simplified Chinese.
  case chinese = "zh"
  /// English.
  case english = "en"
}

/// A text of the interface in both its languages.
public struct Text: Equatable, Hashable, Sendable {
  /// The Chinese text.
  public let zh: String
  /// The English text.
  public let en: String

  /// Makes a text of its two versions.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The version in the language given.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .chinese: zh
    case .english: en
    }
  }
}
