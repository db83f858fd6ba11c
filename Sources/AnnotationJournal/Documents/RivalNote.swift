/// A note that somebody wrote while another was changing it.
public struct RivalNote: Equatable, Sendable {
  /// What it says; nil where it was taken away.
  public let text: String?
  /// Who wrote it.
  public let author: String

  /// Makes one.
  public init(text: String?, author: String) { (self.text, self.author) = (text, author) }
}
