import BulletinCore
import BulletinReader
import BulletinScreen

/// `zhupi render PATH`: the reader without a terminal; presses keys and prints the last frame.
enum RenderCommand {
  /// What is printed.
  enum Format: String, CaseIterable {
    case text, ansi, svg, json
  }

  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let arguments = invocation.arguments
    let format: Format = try arguments.choice(.format) ?? .text
    let size = try size(arguments)
    let events = try keys(arguments)
    let settings = try ReaderSettings(invocation)
    let document =
      if let file = invocation.arguments.operands.first {
        try OpenDocument(file, encoding: try invocation.encoding())
      } else {
        OpenDocument.sample()
      }
    let places = ReadingPlaces(
      folder: arguments.has(.write) ? invocation.environment.stateFolder : nil)

    var session = settings.session(
      document, size: size, place: document.key.flatMap(places.place), split: places.split)
    if let problem = settings.problems.first {
      session.show(problem.message(settings.language), isError: true)
    }
    press(events, in: &session, invocation, document)
    if let key = document.key, let place = session.place { places.save(place, of: key) }
    try write(session, format, settings, to: &output)
    return 0
  }

  /// Presses the keys until one of them leaves.
  private static func press(
    _ events: [InputEvent], in session: inout Session, _ invocation: Invocation,
    _ document: OpenDocument
  ) {
    for event in events {
      let effects = session.handle(event)
      while session.wantsTick { _ = session.handle(.tick) }
      if effects.contains(.quit) { return }
      if effects.contains(.reload) { session.readAgain(document, invocation) }
    }
    while session.wantsTick { _ = session.handle(.tick) }
  }

  private static func write(
    _ session: Session, _ format: Format, _ settings: ReaderSettings, to output: inout Output
  ) throws(Failure) {
    var session = session
    let frame = session.frame()
    switch format {
    case .text: try output.write(FrameText.text(frame))
    case .ansi:
      try output.write(FrameAnsi.text(frame, depth: settings.usesColor ? .direct : .none))
    case .svg:
      let base = settings.theme[.base].style
      let isLight = settings.theme.background == .light
      try output.write(
        FrameSVG.text(
          frame,
          foreground: base.foreground
            ?? .rgb(isLight ? 0 : 255, isLight ? 0 : 255, isLight ? 0 : 255),
          background: base.background
            ?? .rgb(isLight ? 255 : 0, isLight ? 255 : 0, isLight ? 255 : 0)))
    case .json: try output.write(FrameJSON(frame).object(with: session.report.members))
    }
  }

  /// `--size 80x24`
  private static func size(_ arguments: Arguments) throws(Failure) -> Size {
    guard let text = arguments.word(.size)?.text else { return Size(columns: 80, rows: 24) }
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...1_000).contains(columns), (1...1_000).contains(rows)
    else { throw .usage(.badSize(text)) }
    return Size(columns: columns, rows: rows)
  }

  /// `--keys "]c <Tab> \"算力\""` as events.
  private static func keys(_ arguments: Arguments) throws(Failure) -> [InputEvent] {
    guard let script = arguments.word(.keys)?.text else { return [] }
    do throws(KeyNotationError) {
      return try KeyScript.tokens(script).flatMap { token -> [InputEvent] in
        switch token {
        case .keys(let keys): keys.map { .key($0) }
        case .text(let text): text.unicodeScalars.map { .key(.character($0)) }
        }
      }
    } catch {
      throw .usage(.badKeys(script, at: error.place))
    }
  }
}

extension Report {
  /// The members of `render --format json` that only the reader knows, as pieces of JSON.
  fileprivate var members: [(name: String, value: String)] {
    func quoted(_ text: String) -> String { FrameJSON.quoted(text) }
    func number(_ number: Int?) -> String { number.map(String.init) ?? "null" }
    let position = """
      {"line":\(number(line)),"article":\(number(article)),\
      "clause":\(clause.map(quoted) ?? "null")}
      """
    return [
      ("focus", quoted(focus)), ("mode", quoted(mode)), ("position", position),
      ("message", quoted(message)),
    ]
  }
}

extension Session {
  /// Reads the open file anew; where that fails, the message line says why and the old text stays.
  mutating func readAgain(_ document: OpenDocument, _ invocation: Invocation) {
    let language = invocation.environment.language
    guard case .file(let file) = document.origin else {
      let text = Text(zh: "这里没有可以重新读取的文件", en: "there is no file to read again")
      return show(text(language))
    }
    do throws(Failure) {
      reload(Bulletin(try readSource(file, encoding: try invocation.encoding())))
    } catch {
      show(error.message(language) ?? "", isError: true)
    }
  }
}
