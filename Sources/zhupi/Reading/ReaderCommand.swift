import BulletinCore
import BulletinReader
import BulletinScreen
import BulletinTerminal
import Glibc

/// `zhupi [PATH]`: opens the reader on a terminal; elsewhere prints the text.
enum ReaderCommand {
  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    guard invocation.environment.outputIsTerminal else { return try print(invocation, &output) }
    let settings = try ReaderSettings(invocation)
    let places = ReadingPlaces(folder: invocation.environment.stateFolder)
    let (document, missing) = try open(invocation, places)
    var loop = try EventLoop(document, settings, places, invocation)
    if let missing { loop.show(missing) }
    let further = invocation.arguments.operands.count - 1
    if further > 0 {
      loop.show(
        Text(
          zh: "一次只读一个文件；另外 \(further) 个没有打开",
          en: "one file at a time; the other \(further) not opened"))
    }
    let signal = loop.run()
    guard let signal else { return 0 }
    // Ends as the signal would have ended it, so that the shell sees why.
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
    return 128 + signal
  }

  /// Prints the text of the files named, or of what the reader would open.
  private static func print(_ invocation: Invocation, _ output: inout Output) throws(Failure)
    -> Int32
  {
    let encoding = try invocation.encoding()
    var bulletins: [Bulletin] = []
    if invocation.arguments.operands.isEmpty {
      let places = ReadingPlaces(folder: invocation.environment.stateFolder)
      bulletins = [try open(invocation, places).document.bulletin]
    }
    for file in invocation.arguments.operands {
      bulletins.append(Bulletin(try readSource(file, encoding: encoding)))
    }
    for bulletin in bulletins {
      try TextCommand.write(bulletin, 0..<bulletin.roles.count, to: &output)
    }
    return 0
  }

  /// The file named, else the last one read, else the sample; a last one that is gone is told.
  private static func open(_ invocation: Invocation, _ places: ReadingPlaces) throws(Failure)
    -> (document: OpenDocument, missing: Failure?)
  {
    let encoding = try invocation.encoding()
    if let file = invocation.arguments.operands.first {
      return (try OpenDocument(file, encoding: encoding), nil)
    }
    guard let last = places.lastFile else { return (.sample(), nil) }
    do throws(Failure) {
      return (try OpenDocument(last, encoding: encoding, .regular), nil)
    } catch {
      return (.sample(), error)
    }
  }
}
