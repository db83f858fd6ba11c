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
      document, size: size, place: document.key.flatMap(places.place), split: places.split,
      today: try invocation.today(), theme: settings.theme(for: .direct))
    if let problem = settings.problems.first {
      session.show(problem.shortMessage(settings.language), isError: true)
    }
    var world = RenderedWorld(document, settings, invocation)
    world.begin(&session)
    world.press(events, in: &session)
    if let key = document.key, let place = session.place { places.save(place, of: key) }
    try write(session, format, settings, to: &output)
    return 0
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
      throw .usage(.badKeys(script, error))
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
