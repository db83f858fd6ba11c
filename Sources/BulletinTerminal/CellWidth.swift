import BulletinScreen
import Synchronization

/// Whether the terminal gives two cells to characters of ambiguous width; set before a frame that
/// was painted so is shown.
let ambiguousIsWide = Atomic<Bool>(false)

/// The width of a character as ncurses asks for it: the program's own answer takes the place of
/// the C library's, so that ncurses counts cells as layout and painter do.
///
/// The program's symbol wins over the C library's only where the linker exports it: lld does so by
/// itself, gold wants `--export-dynamic-symbol=wcwidth`. Nothing in Swift calls it.
@c(wcwidth)
public func cellsOfWideCharacter(_ character: Int32) -> Int32 {
  guard let scalar = Unicode.Scalar(UInt32(bitPattern: character)) else { return -1 }
  if scalar.value == 0 { return 0 }
  if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) { return -1 }
  let wide = ambiguousIsWide.load(ordering: .relaxed)
  return Int32(CharacterWidth.cells(scalar, ambiguousWide: wide))
}
