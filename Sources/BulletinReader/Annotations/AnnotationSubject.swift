internal import AnnotationJournal
internal import BulletinCore

/// What a command of annotating works on.
public enum AnnotationSubject: Hashable, Sendable {
  /// An annotation that is there, by its id.
  case annotation(String)
  /// Bytes of the source that have none yet.
  case text(Range<Int>)

  /// Whether it means the same once the file was read again.
  var outlastsText: Bool { if case .annotation = self { true } else { false } }
}

/// The commands change the annotation with the very range that the bar shows where there is one,
/// else the innermost one under the cursor, else make one.
extension ReaderState {
  /// What the next command of annotating works on: in the annotations pane the card, in the text
  /// the selection, else what the cursor stands in. Nothing in an empty file.
  mutating func annotationSubject() -> AnnotationSubject? {
    if panes.focus == .annotations {
      return annotationsPane.current.map(AnnotationSubject.annotation)
    }
    if let selected = selectedBytes() {
      return annotations.exactly(selected).map { .annotation($0.annotation.id) } ?? .text(selected)
    }
    guard let unit = unitBytes() else { return nil }
    let known = annotations.exactly(unit) ?? annotationUnderCursor()
    return known.map { .annotation($0.annotation.id) } ?? .text(unit)
  }

  /// The innermost annotation that holds the cursor.
  mutating func annotationUnderCursor() -> PlacedAnnotation? {
    guard let cursor = text?.cursor.position, let byte = text.mutate({ $0.byte(of: cursor) }) else {
      return nil
    }
    return annotations.innermost(at: byte)
  }

  /// The bytes that the next command of annotating takes: what the bar in the margin shows.
  mutating func markedBytes() -> Range<Int>? {
    if let selected = selectedBytes() { return selected }
    guard let unit = unitBytes() else { return nil }
    if annotations.exactly(unit) != nil { return unit }
    return annotationUnderCursor()?.bytes ?? unit
  }

  /// The bytes of the unit under the cursor; with the cursor on a clause's label those of the whole
  /// clause with its items, on that of an editor's note those of the note.
  mutating func unitBytes() -> Range<Int>? {
    guard let position = text?.cursor.position else { return nil }
    let clause = contents.outline.section(holding: position.line).map { bulletin.sections[$0] }
    if let clause, clause.role == .clause, clause.line == position.line {
      let label = bulletin.label(of: clause).unicodeScalars.count
      if position.offset < max(1, label) { return bytes(of: clause) }
    }
    let last = endOfNote(beginningOn: position.line) ?? position.line
    return text.mutate { $0.bytes(ofUnits: position.line, through: last) } ?? nil
  }

  /// The last unit of the editor's note of which a line is the label.
  private func endOfNote(beginningOn line: Int) -> Int? {
    guard let note = bulletin.article(holding: line)?.editorNote, note.line == line else {
      return nil
    }
    return bulletin.lineOfUnit(before: note.lines.upperBound)
  }

  /// The bytes of a section from its label on.
  mutating func bytes(of section: Section) -> Range<Int>? {
    let last = bulletin.unit(holding: bulletin.lastLine(of: section)).line
    return text.mutate { $0.bytes(ofUnits: section.line, through: max(section.line, last)) } ?? nil
  }

  /// What people call the place of a subject: `第三条`, else the article's title, `刊头` or `刊尾`.
  func placeName(of subject: AnnotationSubject) -> String {
    switch subject {
    case .annotation(let id):
      guard let placed = annotations.annotation(id) else { return "" }
      return placesOutside.name(of: placed)(setup.language)
    case .text(let bytes):
      guard let line = bulletin.lineIndex(atByte: bytes.lowerBound) else { return "" }
      var section = contents.outline.section(holding: line)
      while let index = section {
        let label = bulletin.label(of: bulletin.sections[index])
        if !label.isEmpty { return label }
        section = contents.outline.parent(of: index)
      }
      return bulletin.article(holding: line)?.title
        ?? placesOutside.name(at: bytes.lowerBound)(setup.language)
    }
  }
}
