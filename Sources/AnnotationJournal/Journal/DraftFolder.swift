/// A note that is being typed.
public struct Draft: Equatable, Sendable {
  /// What it is kept under, such as the document and the place; any text.
  public var key: String
  /// What was typed.
  public var text: String
  /// The annotation whose note it is to be; nil for a new one.
  public var annotation: String?
  /// What it is attached to, or a new annotation is to be.
  public var target: Target?
  /// The note that it was begun on; nil where there was none, or the draft is an older one's.
  public var former: String?
  /// Where the file is that it was written in, as an absolute path; nil where it has none.
  public var path: String?
  /// When it was last typed at: `2026-11-20T08:00:00.123Z`.
  public var at: String

  /// Makes a draft.
  public init(
    key: String, text: String, annotation: String? = nil, target: Target? = nil,
    former: String? = nil, path: String? = nil, at: String = ""
  ) {
    self.key = key
    self.text = text
    self.annotation = annotation
    self.target = target
    self.former = former
    self.path = path
    self.at = at
  }
}

/// Keeps drafts in `drafts` of the state folder, a small file each, replaced as a whole.
public struct DraftFolder {
  private let folder: DiskPath
  private let disk: any Disk
  private let surroundings: Surroundings

  /// Makes a keeper of drafts.
  public init(
    stateFolder: DiskPath, disk: any Disk = SystemDisk(),
    surroundings: Surroundings = .ofProcess()
  ) {
    folder = stateFolder.appending("drafts")
    self.disk = disk
    self.surroundings = surroundings
  }

  /// Keeps a draft in place of any that has its key. It is on the disk when this returns.
  public func save(_ draft: Draft) throws(JournalError) {
    do throws(DiskError) {
      try disk.makeFolders(folder)
      let tag = String(surroundings.random(), radix: 36)
      try disk.replace(path(of: draft.key), with: json(draft), tag: tag)
    } catch {
      throw .cannotWrite(error, made: 0)
    }
  }

  /// The draft that was kept under a key; nil where there is none that can be read.
  public func draft(_ key: String) -> Draft? {
    guard let draft = draft(at: path(of: key)), draft.key == key else { return nil }
    return draft
  }

  /// All drafts, by key.
  public func all() -> [Draft] {
    let names = (try? disk.list(folder)) ?? []
    return names.filter { $0.first != UInt8(ascii: ".") }
      .compactMap { draft(at: folder.appending($0)) }.sorted { $0.key < $1.key }
  }

  /// Forgets a draft: its note was saved, or is not wanted.
  public func discard(_ key: String) throws(JournalError) {
    let path = path(of: key)
    do throws(DiskError) {
      try uninterrupted { () throws(DiskError) in
        if try disk.status(at: path, followingLinks: false) != nil { try disk.unlink(path) }
      }
    } catch {
      throw .cannotWrite(error, made: 0)
    }
  }

  /// Named by a hash (FNV-1a) of the key, which may be long and have any characters.
  private func path(of key: String) -> DiskPath {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return folder.appending(String(hash, radix: 16) + ".json")
  }

  private func json(_ draft: Draft) -> [UInt8] {
    var json = Array("{\"key\":".utf8)
    json.appendJSON(draft.key)
    json += ",\"at\":".utf8
    json.appendJSON(Timestamp.text(surroundings.now()))
    json += ",\"text\":".utf8
    json.appendJSON(draft.text)
    json += ",\"annotation\":".utf8
    json += FieldValue(draft.annotation).json
    json += ",\"target\":".utf8
    json += draft.target?.json ?? FieldValue.null.json
    json += ",\"former\":".utf8
    json += FieldValue(draft.former).json
    json += ",\"path\":".utf8
    json += FieldValue(draft.path).json
    json += "}\n".utf8
    return json
  }

  private func draft(at path: DiskPath) -> Draft? {
    guard let bytes = try? disk.contents(of: path) else { return nil }
    let span = bytes.span
    var index = 0
    var (key, text): (String?, String?)
    var draft = Draft(key: "", text: "")
    let isObject = span.readJSONObject(&index) { name, value in
      if span.equals("key", name) { key = span.jsonText(value) }
      if span.equals("text", name) { text = span.jsonText(value) }
      if span.equals("at", name) { draft.at = span.jsonText(value) ?? "" }
      if span.equals("annotation", name) { draft.annotation = span.jsonText(value) }
      if span.equals("former", name) { draft.former = span.jsonText(value) }
      if span.equals("path", name) { draft.path = span.jsonText(value) }
      if span.equals("target", name) { draft.target = Target(json: span.array(value)) }
    }
    guard isObject, let key, let text else { return nil }
    draft.key = key
    draft.text = text
    return draft
  }
}
