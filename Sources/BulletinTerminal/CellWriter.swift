import BulletinScreen
import CNcurses

/// Writes runs of a frame's cells into ncurses' window and lets it send them.
final class CellWriter {
  private let window: UnsafeMutablePointer<WINDOW>
  private var colors: ColorPairs
  /// ncurses' form of a blank in each style of the frame's table, made when first met.
  private var blanks: [Blank?] = []
  private var cells: [cchar_t] = []
  private var cursorShows = true
  /// Whether there are characters that the locale has no bytes for; ncurses drops them.
  private let isLimited: Bool

  private struct Blank {
    var style: Style
    var cell: cchar_t
  }

  /// Prepares the terminal's colours.
  init(_ window: UnsafeMutablePointer<WINDOW>, colorLimit: ColorDepth, locale: TerminalLocale) {
    self.window = window
    isLimited = !locale.isUnicode
    var terminal = ColorPairs.Terminal(colors: 0, pairs: 0)
    if colorLimit > .none, has_colors(), start_color() == OK {
      terminal.colors = Int(cn_colors())
      terminal.pairs = Int(cn_color_pairs())
      terminal.countsInRGB = tigetflag("RGB") > 0 && terminal.colors >= 1 << 24
      terminal.entriesBesideRGB = max(8, Int(tigetnum("CO")))
      terminal.hasStandard = use_default_colors() == OK
      // Consoles of PCs say so by what they cannot show along with colours.
      terminal.boldBrightens = terminal.colors <= 16 && tigetnum("ncv") > 0
    }
    colors = ColorPairs(terminal, limit: colorLimit)
  }

  /// How many colours the terminal shows, within the limit.
  var colorDepth: ColorDepth { colors.depth }

  /// Sends the runs, then moves the cursor where the frame has it.
  func write(_ diff: FrameDiff, of frame: Frame) {
    let rows = Int(getmaxy(window))
    let columns = Int(getmaxx(window))
    for run in diff.runs where run.row < rows && run.column < columns {
      write(run, of: frame)
    }
    if let cursor = frame.cursor {
      wmove(window, Int32(min(cursor.row, rows - 1)), Int32(min(cursor.column, columns - 1)))
    }
    if cursorShows != (frame.cursor != nil) {
      cursorShows.toggle()
      curs_set(cursorShows ? 1 : 0)
    }
    wnoutrefresh(window)
    doupdate()
  }

  /// Sends one row again, whatever ncurses believes to stand there.
  func rewrite(row: Int32) {
    wredrawln(window, row, 1)
    wnoutrefresh(window)
    doupdate()
  }

  private func write(_ run: FrameDiff.Run, of frame: Frame) {
    cells.removeAll(keepingCapacity: true)
    var style: StyleIndex?
    var blank = cchar_t()
    for column in run.column..<run.column + run.columns {
      let cell = frame[row: run.row, column: column]
      guard !cell.isRightHalf else { continue }
      if cell.style != style {
        style = cell.style
        blank = self.blank(cell.style, of: frame)
      }
      cells.append(blank)
      guard !cell.isBlank else { continue }
      if isLimited, !canEncode(cell, of: frame) {
        cells[cells.count - 1].chars.0 = Self.question
        if cell.width == 2 { cells.append(cells[cells.count - 1]) }
        continue
      }
      // ncurses has room for a character and four marks.
      withUnsafeMutableBytes(of: &cells[cells.count - 1].chars) { bytes in
        let places = bytes.bindMemory(to: wchar_t.self)
        var count = 0
        frame.forEachScalar(of: cell) { scalar in
          guard count < places.count else { return }
          places[count] = wchar_t(bitPattern: scalar.value)
          count += 1
        }
      }
    }
    _ = cells.withUnsafeBufferPointer {
      mvwadd_wchnstr(
        window, Int32(run.row), Int32(run.column), $0.baseAddress, Int32($0.count))
    }
  }

  private static let question = wchar_t(bitPattern: 0x3F)

  /// Whether the locale's encoding has all the characters of a cell.
  private func canEncode(_ cell: Cell, of frame: Frame) -> Bool {
    frame.scalars(of: cell).allSatisfy { scalar in
      cn_can_encode(wchar_t(bitPattern: scalar.value)) != 0
    }
  }

  private func blank(_ index: StyleIndex, of frame: Frame) -> cchar_t {
    let number = Int(index.number)
    let style = frame.styles[index].style
    if number < blanks.count, let blank = blanks[number], blank.style == style { return blank.cell }
    let pair = colors.pair(for: style)
    for pair in colors.takeDefinitions() {
      init_extended_pair(pair.number, pair.foreground, pair.background)
    }
    let cell = cn_cell(CellWriter.attributes(colors.attributes(for: style)), pair)
    while blanks.count <= number { blanks.append(nil) }
    blanks[number] = Blank(style: style, cell: cell)
    return cell
  }

  private static func attributes(_ attributes: Style.Attributes) -> attr_t {
    var bits: UInt32 = 0
    if attributes.contains(.bold) { bits |= CN_BOLD }
    if attributes.contains(.italic) { bits |= CN_ITALIC }
    if attributes.contains(.underline) { bits |= CN_UNDERLINE }
    if attributes.contains(.reverse) { bits |= CN_REVERSE }
    if attributes.contains(.dim) { bits |= CN_DIM }
    return attr_t(bits)
  }
}
