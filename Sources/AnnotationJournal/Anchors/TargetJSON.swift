/// Targets as records write them. What this version does not know stays, byte for byte.
extension Target {
  /// Reads a target; nil where the bytes are no JSON object or lack what an anchor needs: edition,
  /// position and the quote's text.
  ///
  /// - Parameter json: the UTF-8 of one JSON value without line feeds.
  public init?(json: [UInt8]) {
    let bytes = json.span
    guard let members = Members(bytes, bytes.count) else { return nil }
    guard let edition = members.text("edition", bytes).flatMap(Edition.init(id:)),
      let position = members.object("position", bytes), let quote = members.object("quote", bytes),
      let start = position.number("start", bytes), let end = position.number("end", bytes),
      start <= end, let exact = quote.text("exact", bytes)
    else { return nil }
    self.init(
      document: members.text("document", bytes) ?? "", edition: edition, position: start..<end,
      quote: Quote(
        exact: exact, prefix: quote.text("prefix", bytes) ?? "",
        suffix: quote.text("suffix", bytes) ?? "", count: quote.number("count", bytes) ?? 1),
      structure: Structure(article: "", path: [], offset: 0))
    self.quote.unknown = quote.others(bytes, ["exact", "prefix", "suffix", "count"])
    unknownInPosition = position.others(bytes, ["start", "end"])
    unknown = members.others(bytes, ["document", "edition", "position", "quote", "structure"])
    if let address = members.object("structure", bytes) {
      structure = Structure(
        article: address.text("article", bytes) ?? "", path: address.texts("path", bytes),
        offset: address.number("offset", bytes) ?? 0)
      structure.unknown = address.others(bytes, ["article", "path", "offset"])
    }
  }

  /// The target as one JSON object without line feeds.
  public var json: [UInt8] {
    var json: [UInt8] = Array("{\"document\":".utf8)
    json.appendJSON(document)
    json += Array(",\"edition\":".utf8)
    json.appendJSON(edition.id)
    json += Array(
      ",\"position\":{\"start\":\(position.lowerBound),\"end\":\(position.upperBound)".utf8)
    json.close(with: unknownInPosition)
    json += Array(",\"quote\":{\"exact\":".utf8)
    json.appendJSON(quote.exact)
    json += Array(",\"prefix\":".utf8)
    json.appendJSON(quote.prefix)
    json += Array(",\"suffix\":".utf8)
    json.appendJSON(quote.suffix)
    json += Array(",\"count\":\(quote.count)".utf8)
    json.close(with: quote.unknown)
    json += Array(",\"structure\":{\"article\":".utf8)
    json.appendJSON(structure.article)
    json += Array(",\"path\":[".utf8)
    for (index, label) in structure.path.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      json.appendJSON(label)
    }
    json += Array("],\"offset\":\(structure.offset)".utf8)
    json.close(with: structure.unknown)
    json.close(with: unknown)
    return json
  }
}

extension [UInt8] {
  /// Appends further members and ends the object.
  fileprivate mutating func close(with members: [[UInt8]]) {
    for member in members {
      append(UInt8(ascii: ","))
      append(contentsOf: member)
    }
    append(UInt8(ascii: "}"))
  }
}

/// The members of an object as ranges of its bytes; of a name that comes twice the last counts.
private struct Members {
  private var values: [(name: Range<Int>, value: Range<Int>)] = []

  init?(_ bytes: Span<UInt8>, _ end: Int) {
    var index = 0
    bytes.skipJSONBlanks(&index)
    self.init(bytes, from: &index)
    bytes.skipJSONBlanks(&index)
    if index != end { return nil }
  }

  private init?(_ bytes: Span<UInt8>, from index: inout Int) {
    var values: [(name: Range<Int>, value: Range<Int>)] = []
    guard bytes.readJSONObject(&index, member: { values.append(($0, $1)) }) else { return nil }
    self.values = values
  }

  private func value(_ name: String, _ bytes: Span<UInt8>) -> Range<Int>? {
    values.last { bytes.text($0.name) == name }?.value
  }

  func object(_ name: String, _ bytes: Span<UInt8>) -> Members? {
    guard let value = value(name, bytes) else { return nil }
    var index = value.lowerBound
    return Members(bytes, from: &index)
  }

  func text(_ name: String, _ bytes: Span<UInt8>) -> String? {
    value(name, bytes).flatMap { bytes.jsonText($0) }
  }

  func number(_ name: String, _ bytes: Span<UInt8>) -> Int? {
    value(name, bytes).flatMap { bytes.wholeNumber($0) }
  }

  func texts(_ name: String, _ bytes: Span<UInt8>) -> [String] {
    guard let value = value(name, bytes) else { return [] }
    var index = value.lowerBound
    var texts: [String] = []
    let isArray = bytes.readJSONArray(&index) { element in
      if let text = bytes.jsonText(element) { texts.append(text) }
    }
    return isArray ? texts : []
  }

  /// The members of other names, each from its name's quotation mark to its value's end.
  func others(_ bytes: Span<UInt8>, _ known: [String]) -> [[UInt8]] {
    values.filter { !known.contains(bytes.text($0.name)) }
      .map { bytes.array($0.name.lowerBound - 1..<$0.value.upperBound) }
  }
}
