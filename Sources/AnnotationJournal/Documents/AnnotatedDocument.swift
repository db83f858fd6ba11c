public import BulletinCore

/// One file and its annotations: finds them again in the present text, and makes new ones.
///
///     let document = AnnotatedDocument(bulletin, path: "issues/47.txt", writer: writer)
///     try document.load()
///     let id = try document.annotate(range, [.note("请核对")], by: "甲")
///
/// One thread. The journal is touched by its calls alone, not by making it.
public final class AnnotatedDocument {
  /// What is read.
  public private(set) var bulletin: Bulletin
  /// Where its file is, as the journal keeps paths; nil where it has none.
  public let path: String?
  /// In reading order, those without a place at the end.
  public private(set) var annotations: [PlacedAnnotation] = []
  /// The documents of the journal that this file is: several where writers who did not know of each
  /// other made it known. The first is the one to write to.
  public private(set) var documentIDs: [String] = []

  /// The journal.
  public var folder: JournalFolder { writer.folder }
  let writer: JournalWriter
  private var presentText: PresentText?
  /// Whether somebody wants to know the annotations.
  private(set) var isLoaded = false
  /// The journal's records when the documents were recognised.
  private var recordsKnown = 0

  /// Makes a document; reads and normalises nothing yet.
  ///
  /// - Parameters:
  ///   - bulletin: what was read.
  ///   - path: where its file is, as the journal keeps paths; nil for standard input.
  ///   - writer: what reads the journal, and what changes go through.
  public init(
    _ bulletin: Bulletin, path: String?, writer: JournalWriter
  ) {
    self.bulletin = bulletin
    self.path = path
    self.writer = writer
  }

  /// The text that anchors count in, normalised with the first call.
  public var present: PresentText {
    if let presentText { return presentText }
    let present = PresentText(bulletin)
    presentText = present
    return present
  }

  /// What people call it: `大数据发展动态 第47期 总第158期`, else the first article's title.
  public var title: String {
    guard let masthead = bulletin.masthead, let title = masthead.title else {
      return bulletin.articles.first?.title ?? ""
    }
    let numbers = [
      masthead.issue.map { "第\($0)期" }, masthead.totalIssue.map { "总第\($0)期" },
    ]
    return ([title] + numbers.compactMap { $0 }).joined(separator: " ")
  }

  var identity: DocumentIdentity? { DocumentIdentity(bulletin) }
}

// MARK: Reading

extension AnnotatedDocument {
  /// Reads what the journal says and finds all annotations of this file again; where it cannot be
  /// read now, those that it last told of.
  public func load() throws(JournalError) {
    defer {
      recognise()
      placeAll()
      isLoaded = true
    }
    _ = try folder.refresh()
  }

  /// Takes what was added to the journal since the last call, by whomever.
  /// - Returns: whether an annotation of this file came, changed or went.
  public func refresh() throws(JournalError) -> Bool {
    let touched = try folder.refresh().map(\.id)
    // Nothing came: the look of each second costs no more than that.
    guard !touched.isEmpty || folder.journal.recordCount != recordsKnown else { return false }
    let before = documentIDs
    recognise()
    guard documentIDs == before else {
      placeAll()
      return true
    }
    return place(touched)
  }

  /// Takes another reading of the file and finds all annotations again.
  public func replace(_ bulletin: Bulletin) throws(JournalError) {
    self.bulletin = bulletin
    presentText = nil
    try load()
  }

  /// The bytes of the source that a target now stands at, as they are drawn, and whether that is
  /// certain; nil where its text is gone.
  public func foundBytes(of target: Target) -> (bytes: Range<Int>, isSure: Bool)? {
    let anchors = Anchoring(present).anchors(for: [target]) { folder.text(of: $0) }
    guard let anchor = anchors.first, let range = anchor.range else { return nil }
    return (present.bytes(of: present.drawn(range)), anchor.state != .doubtful)
  }

  /// The bytes of the source at which a target once stood, as far as the present text reaches.
  public func formerBytes(of target: Target) -> Range<Int> {
    present.bytes(of: target.position.clamped(to: 0..<present.normalized.count))
  }

  /// A target for bytes of the source as they are drawn, of a document that need not be known yet.
  public func target(bytes: Range<Int>) -> Target {
    present.makeTarget(present.range(drawnAs: bytes), document: documentIDs.first ?? "")
  }

  /// Finds out which documents of the journal this file is. Nothing is normalised where the journal
  /// knows none.
  private func recognise() {
    recordsKnown = folder.journal.recordCount
    guard !folder.journal.documents.isEmpty else { return documentIDs = [] }
    documentIDs = folder.journal.documents(
      identity: identity?.text, edition: present.edition.id, path: path
    ).map(\.id)
  }

  func placeAll() {
    let all = folder.journal.annotations(of: Set(documentIDs))
    annotations = placed(all).sorted(by: PlacedAnnotation.isInOrder)
  }

  /// Places those annotations anew that were touched.
  private func place(_ touched: [String]) -> Bool {
    guard !touched.isEmpty else { return false }
    let ids = Set(touched)
    let (documents, journal) = (Set(documentIDs), folder.journal)
    let before = annotations.filter { ids.contains($0.annotation.id) }
    let present = ids.compactMap { id -> Annotation? in
      guard let annotation = journal.annotation(id), !annotation.isRemoved,
        let document = annotation.target?.document, documents.contains(document)
      else { return nil }
      return annotation
    }
    guard !before.isEmpty || !present.isEmpty else { return false }
    annotations.removeAll { ids.contains($0.annotation.id) }
    annotations = (annotations + placed(present, knownFrom: before))
      .sorted(by: PlacedAnnotation.isInOrder)
    return true
  }

  /// Finds annotations again; where the target stayed as it was, its anchor did.
  private func placed(
    _ wanted: [Annotation], knownFrom before: [PlacedAnnotation] = []
  ) -> [PlacedAnnotation] {
    guard !wanted.isEmpty else { return [] }
    let present = present
    let unsaved = Set(writer.unsaved.map(\.change.id))
    let known = Dictionary(before.map { ($0.annotation.id, $0) }) { $1 }
    var anchors: [String: Anchor] = [:]
    var others: [Annotation] = []
    for annotation in wanted {
      if annotation.orphanedIn == present.edition.id || annotation.target == nil {
        anchors[annotation.id] = .orphaned
      } else if let earlier = known[annotation.id], !earlier.isSettledOrphan,
        earlier.annotation.target == annotation.target
      {
        anchors[annotation.id] = earlier.anchor
      } else {
        others.append(annotation)
      }
    }
    let found = Anchoring(present).anchors(for: others.compactMap(\.target)) { folder.text(of: $0) }
    for (annotation, anchor) in zip(others, found) { anchors[annotation.id] = anchor }
    return wanted.map { annotation in
      PlacedAnnotation(
        annotation, anchors[annotation.id] ?? .orphaned, in: present,
        isSaved: !unsaved.contains(annotation.id))
    }
  }
}
