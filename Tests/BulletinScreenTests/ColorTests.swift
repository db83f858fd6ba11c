import Testing

@testable import BulletinScreen

@Suite struct ColorTests {
  @Test(
    arguments: [
      ("#b02020", .rgb(0xB0, 0x20, 0x20)), ("#FFFFFF", .rgb(255, 255, 255)), ("b02020", nil),
      ("#b0202", nil), ("#b0202g", nil), ("#b020200", nil), ("", nil), ("#", nil), ("#+12345", nil),
      ("#条条", nil),
    ] as [(String, Color?)])
  func hexIsReadOrRefused(text: String, color: Color?) {
    #expect(Color(hex: text) == color)
  }

  @Test func hexIsWrittenAsItIsRead() {
    #expect(Color.rgb(0, 10, 255).hex == "#000aff")
    #expect(Color.standard.hex == nil)
    #expect(Color.indexed(208).hex == "#ff8700")
    #expect(Color.indexed(244).hex == "#808080")
  }

  @Test(
    arguments: [
      (.rgb(255, 0, 0), .palette, .indexed(196)), (.rgb(250, 246, 238), .palette, .indexed(255)),
      (.rgb(255, 224, 128), .palette, .indexed(222)), (.rgb(8, 8, 8), .palette, .indexed(232)),
      (.rgb(255, 0, 0), .sixteen, .indexed(9)), (.rgb(190, 10, 10), .eight, .indexed(1)),
      (.rgb(250, 246, 238), .eight, .indexed(7)), (.rgb(10, 10, 10), .eight, .indexed(0)),
      (.indexed(208), .sixteen, .indexed(3)), (.indexed(3), .eight, .indexed(3)),
      (.rgb(1, 2, 3), .direct, .rgb(1, 2, 3)), (.rgb(1, 2, 3), .none, .standard),
      (.standard, .eight, .standard),
    ] as [(Color, ColorDepth, Color)])
  func colorStepsDownToTheNearest(color: Color, depth: ColorDepth, nearest: Color) {
    #expect(color.stepped(to: depth) == nearest)
  }

  /// The nearest of the palette is found without trying all of it.
  @Test(arguments: 0..<UInt64(4)) func noEntryOfThePaletteIsNearer(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<2_000 {
      let parts = (0..<3).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      let (red, green, blue) = (parts[0], parts[1], parts[2])
      let all = Color.nearest(to: (red, green, blue), among: 16...255)
      #expect(Color.rgb(red, green, blue).stepped(to: .palette) == .indexed(all))
    }
  }

  @Test(
    arguments: [
      (0, .none), (2, .none), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .palette),
      (16_777_216, .palette),
    ] as [(Int, ColorDepth)])
  func depthIsWhatTheColorsServe(colors: Int, depth: ColorDepth) {
    #expect(ColorDepth(colors: colors) == depth)
  }

  @Test func styleOverAnotherKeepsWhatItDoesNotName() {
    let below = Style(foreground: .indexed(1), background: .indexed(2), attributes: .bold)
    let above = Style(background: .indexed(3), attributes: .underline)
    #expect(
      above.over(below)
        == Style(
          foreground: .indexed(1), background: .indexed(3), attributes: [.bold, .underline]))
  }
}
