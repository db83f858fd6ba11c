/// What an annotation is attached to, as records keep it: the place in one edition, the words with
/// their surroundings, and the address. All offsets and texts are normalised.
public struct Target: Equatable, Sendable {
  /// The words, to be found again where the place is lost.
  public struct Quote: Equatable, Sendable {
    /// The marked text.
    public var exact: String
    /// The 64 scalars before it, fewer at the beginning of the text.
    public var prefix: String
    /// The 64 scalars behind it, fewer at the end.
    public var suffix: String
    /// How often `exact` stands in the edition. What was not unique then proves nothing by being
    /// unique now.
    public var count: Int
    /// Members that this version does not know, as `"name":value` in JSON.
    var unknown: [[UInt8]] = []

    /// Makes a quote.
    public init(exact: String, prefix: String, suffix: String, count: Int) {
      (self.exact, self.prefix, self.suffix, self.count) = (exact, prefix, suffix, count)
    }
  }

  /// The address among the labels.
  public struct Structure: Equatable, Sendable {
    /// The article's title; empty before the first article.
    public var article: String
    /// The labels from the outermost to the innermost: 第一章, 第三条.
    public var path: [String]
    /// How many normalised scalars lie between the innermost label and the marked text.
    public var offset: Int
    /// Members that this version does not know, as `"name":value` in JSON.
    var unknown: [[UInt8]] = []

    /// Makes an address.
    public init(article: String, path: [String], offset: Int) {
      (self.article, self.path, self.offset) = (article, path, offset)
    }
  }

  /// The document's ULID; empty for one that has no record.
  public var document: String
  /// The edition that the offsets count in.
  public var edition: Edition
  /// Where the marked text stands, in normalised scalars of the edition.
  public var position: Range<Int>
  /// The words.
  public var quote: Quote
  /// The address.
  public var structure: Structure
  /// Members that this version does not know, as `"name":value` in JSON.
  var unknown: [[UInt8]] = []
  /// The same of `position`.
  var unknownInPosition: [[UInt8]] = []

  /// Makes a target.
  public init(
    document: String, edition: Edition, position: Range<Int>, quote: Quote, structure: Structure
  ) {
    self.document = document
    self.edition = edition
    self.position = position
    self.quote = quote
    self.structure = structure
  }
}
