import AnnotationJournal
import BulletinCore
import Glibc

/// `zhupi journal watch [PATH...]`: prints each change of annotations as it happens, until nobody
/// reads what it prints.
struct JournalWatch {
  /// A journal that is being watched.
  private struct Watched {
    /// What its annotations are looked up in.
    let journal: OpenJournal
    /// Tells what happened; nothing else reads it, so that no event is lost.
    let folder: JournalFolder
    let notices: FolderWatch
  }

  private let invocation: Invocation
  /// The files and folders whose annotations are wanted; all where there is none.
  private let paths: [Word]
  private var watched: [Watched] = []

  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    // Nothing will be read of an output that is closed, and no notice will come of it.
    if fcntl(STDOUT_FILENO, F_GETFL) & O_ACCMODE == O_RDONLY { throw .cannotWrite(errno: EBADF) }
    let watch = try JournalWatch(invocation)
    while watch.wait() {
      for one in watch.watched { try watch.tell(of: one, &output) }
    }
    return 0
  }

  private init(_ invocation: Invocation) throws(Failure) {
    self.invocation = invocation
    paths = Array(invocation.arguments.operands.dropFirst())
    let journals = try Journals(invocation)
    let surroundings = try invocation.surroundings()
    for path in paths.isEmpty ? [Word(".")] : paths {
      let journal = try journals.journal(of: path)
      if watched.contains(where: { $0.journal === journal }) { continue }
      let folder = DiskPath(bytes: journal.place.folder.bytes)
      // Before the first reading, so that nothing falls between the two.
      let notices = FolderWatch(folder)
      let read = try journal.doing { () throws(JournalError) in
        try JournalFolder(folder, surroundings: surroundings)
      }
      watched.append(Watched(journal: journal, folder: read, notices: notices))
    }
  }

  /// Waits for a notice, for a second at most; false once nobody reads the output.
  private func wait() -> Bool {
    var places = watched.compactMap(\.notices.descriptor).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    // Asked for nothing, the output still tells that its reader is gone.
    places.append(pollfd(fd: STDOUT_FILENO, events: 0, revents: 0))
    _ = poll(&places, nfds_t(places.count), Int32(FolderWatch.longestWait))
    for one in watched { _ = one.notices.drain() }
    return (places.last?.revents ?? 0) & Int16(POLLERR | POLLHUP) == 0
  }

  /// Prints what happened, each annotation as a listing of this moment has it.
  private func tell(of watched: Watched, _ output: inout Output) throws(Failure) {
    let events = try watched.journal.doing { () throws(JournalError) in
      try watched.folder.refresh()
    }
    if events.isEmpty { return }
    let rows = try rows(of: events, in: watched.journal)
    for event in events {
      guard let row = rows[event.id] else { continue }
      var json = JSONOutput(output, inOneLine: true)
      try json.open("{")
      try json.member("event", event.kind.rawValue)
      try json.key("annotation")
      try json.write(row)
      try json.close("}")
      output = json.output
    }
    try output.flush()
  }

  /// The annotations that events are about, those of other files left out.
  private func rows(
    of events: [AnnotationEvent], in journal: OpenJournal
  ) throws(Failure) -> [String: ListedAnnotation] {
    try journal.doing { () throws(JournalError) in _ = try journal.folder.refresh() }
    let filter = AnnotationFilter(ids: Set(events.map(\.id)))
    var listing = try AnnotationListing(invocation, filter)
    // A file may have another name than the journal knows, or be away for a moment.
    for path in paths where !path.isFolder { try? listing.add(file: path, journal) }
    let named = listing.rows.count
    try listing.addAll(of: journal)
    let gone = events.filter { $0.kind == .removed }.compactMap { event in
      journal.folder.journal.annotation(event.id).map { annotation in
        let document = annotation.target.flatMap { journal.folder.journal.document($0.document) }
        return ListedAnnotation(
          absent: annotation, title: document?.title,
          path: (document?.path).map { journal.place.file(named: $0).text })
      }
    }
    let others = (listing.rows.dropFirst(named) + gone).filter(isWanted)
    return Dictionary(
      (listing.rows.prefix(named) + others).map { ($0.annotation.id, $0) }, uniquingKeysWith: { $1 }
    )
  }

  private func isWanted(_ row: ListedAnnotation) -> Bool {
    if paths.isEmpty { return true }
    guard let file = row.path.map({ Word($0).realPathOfAny }) else { return false }
    return paths.contains { path in
      let real = path.realPathOfAny
      return real == file || file.path(below: real) != nil
    }
  }
}
