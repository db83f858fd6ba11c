public import BulletinScreen
import CNcurses
import Glibc

/// What the system's description (terminfo) says of a terminal, without taking one over.
public struct TerminalDescription: Sendable {
  /// How many colours it shows, as a reader on it would use them.
  public let colorDepth: ColorDepth
  /// Whether the cursor can be moved, without which there is no screen.
  public let movesCursor: Bool

  /// Looks a terminal up by the name that `TERM` would have; nil where there is none of that name.
  public init?(named name: String) {
    var found: Int32 = 0
    guard setupterm(name, STDOUT_FILENO, &found) == OK else { return nil }
    let colors = max(0, Int(tigetnum("colors")))
    let terminal = ColorPairs.Terminal(
      colors: colors, pairs: max(0, Int(tigetnum("pairs"))),
      countsInRGB: tigetflag("RGB") > 0 && colors >= 1 << 24)
    colorDepth = ColorPairs(terminal).depth
    movesCursor = cn_capability("cup") != nil
  }
}
