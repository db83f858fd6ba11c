/// Who writes on this machine: a name made once at random, kept in the state folder with the
/// machine that it was made on. A state folder that was copied to another machine makes a new one.
struct WriterIdentity {
  private let disk: any Disk
  private let path: DiskPath
  private let surroundings: Surroundings

  init(disk: any Disk, stateFolder: DiskPath, surroundings: Surroundings) {
    self.disk = disk
    path = stateFolder.appending("writer")
    self.surroundings = surroundings
  }

  /// The name; nil where there is none yet, or one of another machine.
  func present() throws(DiskError) -> String? {
    guard let bytes = try disk.contents(of: path) else { return nil }
    let span = bytes.span
    var index = 0
    var (writer, machine): (String?, String?)
    let isObject = span.readJSONObject(&index) { name, value in
      if span.equals("writer", name) { writer = span.jsonText(value) }
      if span.equals("machine", name) { machine = span.jsonText(value) }
    }
    guard isObject, machine == surroundings.machine, let writer, !writer.isEmpty,
      JournalFileName(Array((writer + ".jsonl").utf8))?.writer == writer, !writer.contains("/")
    else { return nil }
    return writer
  }

  /// Makes a new name in place of any that is there.
  func make() throws(DiskError) -> String {
    let letters =
      ULID.write(surroundings.random(), count: 8) + ULID.write(surroundings.random(), count: 8)
    let writer = String(decoding: letters, as: UTF8.self).lowercased()
    var json = Array("{\"writer\":".utf8)
    json.appendJSON(writer)
    json += ",\"machine\":".utf8
    json.appendJSON(surroundings.machine)
    json += "}\n".utf8
    try disk.replace(path, with: json, tag: writer)
    return writer
  }
}
