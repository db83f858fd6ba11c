/// What the records say, read out.
extension Journal {
  /// All annotations that are not removed, by id.
  public var annotations: [Annotation] {
    shownEntities.map(annotation).sorted { $0.id < $1.id }
  }

  /// The annotation of that id, also a removed one.
  public func annotation(_ id: String) -> Annotation? {
    guard let entity = ids.find(id), entities[Int(entity)].isAnnotation else { return nil }
    return annotation(entity)
  }

  /// The annotations of documents that are not removed, by id.
  public func annotations(of documents: Set<String>) -> [Annotation] {
    let wanted = documents.compactMap { targets.find($0) }
    return entities.indices.filter { wanted.contains(entities[$0].document) }.map { Int32($0) }
      .filter(isShown).map(annotation).sorted { $0.id < $1.id }
  }

  /// The annotations whose document no record tells of, not those that are removed, by id.
  public var strayAnnotations: [Annotation] {
    let isKnown = (0..<Int32(targets.count)).map { document(targets.text($0)) != nil }
    return entities.indices.filter { index in
      let document = entities[index].document
      return document < 0 || !isKnown[Int(document)]
    }.map { Int32($0) }.filter(isShown).map(annotation).sorted { $0.id < $1.id }
  }

  /// The ids of all annotations, not those of removed ones, in no order.
  public var shownIDs: [String] { shownEntities.map { ids.text($0) } }

  /// The ids of annotations that begin so, whatever the case, not those of removed ones; in order.
  public func ids(beginningWith prefix: String) -> [String] {
    let prefix = prefix.uppercased()
    return shownEntities.map { ids.text($0) }.filter { $0.uppercased().hasPrefix(prefix) }.sorted()
  }

  /// All documents, by id.
  public var documents: [JournalDocument] {
    entities.indices.filter { entities[$0].isDocument }.map { document(Int32($0)) }
      .sorted { $0.id < $1.id }
  }

  /// The document of that id.
  public func document(_ id: String) -> JournalDocument? {
    guard let entity = ids.find(id), entities[Int(entity)].isDocument else { return nil }
    return document(entity)
  }

  /// The documents that a file is: by identity, else edition, else path. There may be several, made
  /// by writers who did not know of each other; the first is the one to go on with. A path never
  /// matches where both have identities that differ.
  public func documents(
    identity: String?, edition: String?, path: String?
  ) -> [JournalDocument] {
    let all = documents
    func matching(_ key: (JournalDocument) -> String?, _ wanted: String?) -> [JournalDocument] {
      guard let wanted else { return [] }
      return all.filter { document in
        let isOther =
          identity != nil && document.identity != nil && identity != document.identity
        return key(document) == wanted && !isOther
      }
    }
    let byIdentity = matching(\.identity, identity)
    if !byIdentity.isEmpty { return byIdentity }
    let byEdition = matching(\.edition, edition)
    return byEdition.isEmpty ? matching(\.path, path) : byEdition
  }

  private var shownEntities: [Int32] {
    entities.indices.lazy.map { Int32($0) }.filter(isShown)
  }

  /// Whether an entity is an annotation that is not removed.
  func isShown(_ entity: Int32) -> Bool {
    entities[Int(entity)].isAnnotation && !isRemoved(entity)
  }

  private func isRemoved(_ entity: Int32) -> Bool {
    guard let register = register(entity, KnownField.removed.index) else { return false }
    if register.value.start == register.value.end {
      return records[Int(register.record)].action == .remove
    }
    return value(of: register).elementsEqual("true".utf8)
  }

  private func annotation(_ entity: Int32) -> Annotation {
    var tags: [String] = []
    var unknown: [String: FieldValue] = [:]
    var known: [Register?] = Array(repeating: nil, count: KnownField.allCases.count)
    var index = entities[Int(entity)].firstRegister
    while index >= 0 {
      let register = registers[Int(index)]
      index = register.next
      if Int(register.field) < known.count {
        known[Int(register.field)] = register
      } else if fields.bytes(register.field).starts(with: Journal.tagPrefix) {
        if value(of: register).elementsEqual("true".utf8) {
          let name = fields.bytes(register.field).dropFirst(Journal.tagPrefix.count)
          tags.append(String(decoding: name, as: UTF8.self))
        }
      } else {
        unknown[fields.text(register.field)] = FieldValue(trusted: value(of: register))
      }
    }
    func text(_ field: KnownField) -> String? { known[Int(field.index)].flatMap(string) }
    let place = entities[Int(entity)]
    return Annotation(
      id: ids.text(entity),
      target: known[Int(KnownField.target.index)].flatMap {
        Target(json: Array(value(of: $0)))
      }, note: text(.note), color: text(.color),
      tags: tags.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) },
      followUp: text(.status).map {
        FollowUp(status: $0, due: text(.due), assignee: text(.assignee))
      }, orphanedIn: text(.orphanedIn), isRemoved: isRemoved(entity),
      author: self.text(of: place.first, \.by), created: self.text(of: place.first, \.at),
      modified: self.text(of: place.last, \.at), unknownFields: unknown)
  }

  private func document(_ entity: Int32) -> JournalDocument {
    func text(_ field: KnownField) -> String? { register(entity, field.index).flatMap(string) }
    return JournalDocument(
      id: ids.text(entity), identity: text(.identity), edition: text(.edition),
      path: text(.path), title: text(.title))
  }

  /// The document that an annotation's target names.
  func documentID(of entity: Int32) -> String? {
    let document = entities[Int(entity)].document
    return document < 0 ? nil : targets.text(document)
  }

  /// The tags that any record names, in the order of their coming; some may be in use no more.
  public var tagNames: [String] {
    (0..<Int32(fields.count)).compactMap { field in
      let name = fields.bytes(field)
      guard name.starts(with: Journal.tagPrefix) else { return nil }
      return String(decoding: name.dropFirst(Journal.tagPrefix.count), as: UTF8.self)
    }
  }

  /// How fields of tags begin.
  static var tagPrefix: String.UTF8View { "tag.".utf8 }

  func register(_ entity: Int32, _ field: Int32) -> Register? {
    registerIndex(entity, field).map { registers[$0] }
  }

  func registerIndex(_ entity: Int32, _ field: Int32) -> Int? {
    if entities[Int(entity)].registerCount >= Entity.wide {
      return wideRegisters[WideField(entity: entity, field: field)].map(Int.init)
    }
    var index = Int(entities[Int(entity)].firstRegister)
    while index >= 0 {
      if registers[index].field == field { return index }
      index = Int(registers[index].next)
    }
    return nil
  }

  private func chunk(of register: Register) -> [UInt8] {
    chunks[Int(records[Int(register.record)].chunk)]
  }

  private func value(of register: Register) -> ArraySlice<UInt8> {
    chunk(of: register)[register.value.range]
  }

  private func string(in register: Register) -> String? {
    let chunk = chunk(of: register)
    return chunk.span.jsonText(register.value.range)
  }
}
