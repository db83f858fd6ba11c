internal import AnnotationJournal
internal import BulletinCore

/// Copying with a citation.
extension ReaderState {
  /// Copies the selection, else the annotated or the whole unit, and where it stands.
  mutating func copy() -> [Effect] {
    guard let bytes = copiedBytes(), let start = text?.position(ofByte: bytes.lowerBound) else {
      say(Text(zh: "这里没有可复制的文字", en: "there is nothing to copy here"))
      return [.bell]
    }
    let words = words(in: bytes, from: start.line)
    if case .visual = mode { mode = .normal }
    return [.copy(words + "\n——" + citation(of: start.line) + "\n")]
  }

  private mutating func copiedBytes() -> Range<Int>? {
    if panes.focus == .annotations {
      return annotationsPane.current.flatMap { annotations.annotation($0)?.bytes }
    }
    return selectedBytes() ?? unitBytes()
  }

  /// The text of a range as it is read, its units parted by line feeds.
  private func words(in bytes: Range<Int>, from line: Int) -> String {
    var units: [String] = []
    var unit: TextUnit? = bulletin.unit(holding: line)
    while let present = unit, Int(bulletin.source.lines[present.line].start) < bytes.upperBound {
      let text = bulletin.text(of: present)
      let scalars = zip(text.scalars, text.offsets).lazy.filter { bytes.contains(Int($1)) }.map(\.0)
      let words = String(scalars: scalars)
      if !words.isEmpty { units.append(words) }
      unit = bulletin.unit(after: present.line)
    }
    return units.joined(separator: "\n")
  }

  /// The citation of the place of a line; the file's name where there is nothing to cite.
  func citation(of line: Int) -> String {
    let article = bulletin.article(holding: line)
    let facts = PlaceFacts(
      article: nil, articleTitle: article?.title, label: label(ofSectionHolding: line),
      page: article?.page,
      isOnLaterPage: article.map { PlaceFacts.isOnLaterPage(line, of: $0, in: bulletin) } ?? false)
    let words = Citation(bulletin).text(of: facts)
    return words.isEmpty ? setup.name : words
  }

  /// The label of the nearest clause, chapter or numbered heading.
  private func label(ofSectionHolding line: Int) -> String? {
    var section = contents.outline.section(holding: line)
    while let index = section {
      let label = bulletin.label(of: bulletin.sections[index])
      if !label.isEmpty { return label }
      section = contents.outline.parent(of: index)
    }
    return nil
  }
}
