import AnnotationJournal
import BulletinCore
import BulletinReader

/// A journal that was opened for a command.
final class OpenJournal {
  /// Where it is.
  let place: JournalPlace
  /// What changes go through; its folder is what is read.
  let writer: JournalWriter

  /// What the journal says.
  var folder: JournalFolder { writer.folder }

  /// Reads a journal.
  ///
  /// - Parameters:
  ///   - disk: what it is on; another than the system's keeps changes from it.
  ///   - patience: how long to wait for another program that writes, in milliseconds.
  init(
    _ place: JournalPlace, stateFolder: Word, surroundings: Surroundings,
    disk: any Disk = SystemDisk(), patience: Int = 5_000
  ) throws(Failure) {
    self.place = place
    do throws(JournalError) {
      let folder = try JournalFolder(
        DiskPath(bytes: place.folder.bytes), disk: disk, surroundings: surroundings)
      writer = JournalWriter(
        folder, stateFolder: DiskPath(bytes: stateFolder.bytes), patience: patience)
    } catch {
      throw .journal(place.folder, error)
    }
  }

  /// Does something with the journal; what goes wrong is told with its place.
  func doing<Value>(_ body: () throws(JournalError) -> Value) throws(Failure) -> Value {
    do throws(JournalError) { return try body() } catch { throw .journal(place.folder, error) }
  }

  /// A file with its annotations, not loaded yet.
  /// - Parameter file: as it was given; standard input has no path.
  func document(_ bulletin: Bulletin, file: Word) -> AnnotatedDocument {
    AnnotatedDocument(bulletin, path: place.name(of: file), writer: writer)
  }

  /// The annotation whose id begins so.
  func annotation(beginningWith prefix: String) throws(Failure) -> Annotation {
    let journal = folder.journal
    if let annotation = journal.annotation(prefix), !annotation.isRemoved { return annotation }
    let ids = prefix.isEmpty ? [] : journal.ids(beginningWith: prefix)
    guard let id = ids.first, let annotation = journal.annotation(id) else {
      throw .unknownAnnotation(prefix)
    }
    guard ids.count == 1 else { throw .ambiguousAnnotation(prefix, ids) }
    return annotation
  }
}

/// The journals of a run, each opened once, with one warning for what is wrong with it.
final class Journals {
  /// Who writes, once that is asked.
  let author: AuthorName
  private let finder: JournalFinder
  private let surroundings: Surroundings
  private let environment: Environment
  private let warns: Bool
  private var opened: [JournalPlace: OpenJournal] = [:]

  /// Makes ready to open journals; reads none yet.
  /// - Parameter warns: whether to tell of what is wrong with a journal that works.
  init(_ invocation: Invocation, warns: Bool = true) throws(Failure) {
    environment = invocation.environment
    surroundings = try invocation.surroundings()
    self.warns = warns
    let configuration = try Configuration.load(invocation)
    for problem in configuration.problems {
      report("zhupi: " + problem.message(environment.language))
    }
    finder = try JournalFinder(invocation, configuration)
    author = AuthorName(invocation, configuration)
  }

  /// Those that were opened.
  var all: [OpenJournal] { Array(opened.values) }

  /// Where the journal of a path is; of the working folder without one.
  func place(of path: Word?) throws(Failure) -> JournalPlace { try finder.journal(of: path) }

  /// The journal of a path, read; of the working folder without one.
  func journal(of path: Word?) throws(Failure) -> OpenJournal {
    let place = try finder.journal(of: path)
    if let journal = opened[place] { return journal }
    guard let stateFolder = environment.stateFolder else { throw .noJournal }
    let journal = try OpenJournal(place, stateFolder: stateFolder, surroundings: surroundings)
    opened[place] = journal
    if warns {
      for warning in JournalWarning.all(of: journal.folder) {
        report("zhupi: " + warning.line(place.folder, environment.language))
      }
    }
    return journal
  }
}

extension Invocation {
  /// Time and chance, with the clock that `$ZHUPI_NOW` sets.
  func surroundings() throws(Failure) -> Surroundings {
    var surroundings = Surroundings.ofProcess()
    if let clock = environment.clock {
      guard let moment = WallTime.milliseconds(of: clock.text) else {
        throw .usage(.badClock(clock.text))
      }
      surroundings.now = { moment }
    }
    return surroundings
  }

  /// The day that it is here.
  func today() throws(Failure) -> CalendarDay { .today(at: try surroundings().now()) }
}
