import BulletinScreen
import Testing

@testable import BulletinTerminal

@Suite struct ColorPairsTests {
  private let red = Style(foreground: .rgb(205, 0, 0))
  private let ground = Style(foreground: .rgb(51, 51, 51), background: .rgb(250, 246, 238))

  @Test func styleWithoutColorIsTheStandardPair() {
    var pairs = ColorPairs(.init(colors: 256, pairs: 65_536))
    #expect(pairs.pair(for: Style(attributes: .bold)) == 0)
    #expect(pairs.takeDefinitions().isEmpty)
  }

  @Test func sameColorsShareAPair() {
    var pairs = ColorPairs(.init(colors: 8, pairs: 64))
    #expect(pairs.pair(for: red) == 1)
    #expect(pairs.pair(for: Style(foreground: .rgb(205, 0, 0), attributes: .bold)) == 1)
    #expect(pairs.takeDefinitions() == [.init(number: 1, foreground: 1, background: -1)])
    #expect(pairs.pair(for: ground) == 2)
    #expect(pairs.takeDefinitions() == [.init(number: 2, foreground: 0, background: 7)])
  }

  @Test func terminalWithoutColorsHasNoPairs() {
    var pairs = ColorPairs(.init(colors: 0, pairs: 0))
    #expect(pairs.pair(for: ground) == 0)
  }

  @Test func userWithoutColorsHasNoPairs() {
    var pairs = ColorPairs(.init(colors: 256, pairs: 65_536), limit: .none)
    #expect(pairs.pair(for: ground) == 0)
    #expect(pairs.takeDefinitions().isEmpty)
  }

  @Test func terminalWithoutColorsOfItsOwnGetsWhiteOnBlack() {
    var pairs = ColorPairs(.init(colors: 8, pairs: 64, hasStandard: false))
    _ = pairs.pair(for: red)
    #expect(pairs.takeDefinitions() == [.init(number: 1, foreground: 1, background: 0)])
  }

  @Test func coloursOfAPaletteAreItsNearestAndTheEntriesStayTheUsers() {
    var pairs = ColorPairs(.init(colors: 256, pairs: 65_536))
    _ = pairs.pair(for: Style(foreground: .rgb(255, 0, 0)))
    #expect(pairs.takeDefinitions() == [.init(number: 1, foreground: 196, background: -1)])
    #expect(pairs.pair(for: Style(foreground: .rgb(254, 0, 0))) == 1)
    #expect(pairs.takeDefinitions().isEmpty)
  }

  @Test func directTerminalCountsInRGB() {
    var pairs = ColorPairs(.init(colors: 1 << 24, pairs: 65_536, countsInRGB: true))
    _ = pairs.pair(for: ground)
    #expect(
      pairs.takeDefinitions() == [.init(number: 1, foreground: 0x333333, background: 0xFAF6EE)])
  }

  @Test func whenPairsRunOutTheBackgroundIsKept() {
    var pairs = ColorPairs(.init(colors: 8, pairs: 3))
    #expect(pairs.pair(for: Style(foreground: .indexed(1), background: .indexed(7))) == 1)
    #expect(pairs.pair(for: Style(foreground: .indexed(2))) == 2)
    #expect(pairs.pair(for: Style(foreground: .indexed(3), background: .indexed(7))) == 1)
    #expect(pairs.pair(for: Style(foreground: .indexed(3), background: .indexed(4))) == 0)
  }

  @Test func moreColoursThanEntriesNeverTrap() {
    var pairs = ColorPairs(.init(colors: 256, pairs: 65_536))
    for value in 0..<600 {
      let style = Style(foreground: .rgb(UInt8(value % 256), UInt8(value / 3), 9))
      #expect(pairs.pair(for: style) > 0)
    }
  }

  @Test func coloursThatMeanPaletteEntriesOfADirectTerminalGiveWay() {
    var pairs = ColorPairs(
      .init(colors: 1 << 24, pairs: 65_536, countsInRGB: true, entriesBesideRGB: 256))
    _ = pairs.pair(for: Style(foreground: .rgb(0, 0, 255), background: .rgb(0, 0, 3)))
    _ = pairs.pair(for: Style(foreground: .indexed(3), background: .rgb(0, 1, 0)))
    #expect(
      pairs.takeDefinitions() == [
        .init(number: 1, foreground: 0x0001FF, background: 0),
        .init(number: 2, foreground: 3, background: 0x100),
      ])
  }

  @Test(arguments: [
    (-1, ColorDepth.none), (0, .none), (2, .none), (8, .eight), (16, .sixteen), (52, .sixteen),
    (64, .sixteen), (88, .sixteen), (256, .palette), (32_768, .palette),
  ])
  func coloursOfADescriptionMakeADepth(colors: Int, depth: ColorDepth) {
    #expect(ColorPairs(.init(colors: colors, pairs: 64)).depth == depth)
    #expect(ColorPairs(.init(colors: colors, pairs: 64), limit: .none).depth == .none)
  }

  @Test func directColoursAreThoseCountedInRGB() {
    #expect(ColorPairs(.init(colors: 1 << 24, pairs: 64, countsInRGB: true)).depth == .direct)
  }

  @Test(arguments: [
    (Style(foreground: .indexed(0), background: .indexed(3)), false),
    (Style(foreground: .indexed(7), background: .indexed(1)), true),
    (Style(), true), (Style(attributes: .reverse), false),
    (Style(background: .indexed(4), attributes: .reverse), true),
    (Style(foreground: .rgb(20, 20, 20)), false),
  ])
  func boldBlackStaysBlackWhereBoldBrightens(style: Style, keepsBold: Bool) {
    var bold = style
    bold.attributes.insert(.bold)
    let console = ColorPairs(.init(colors: 8, pairs: 64, boldBrightens: true))
    #expect(console.attributes(for: bold).contains(.bold) == keepsBold)
    #expect(ColorPairs(.init(colors: 8, pairs: 64)).attributes(for: bold).contains(.bold))
    let plain = ColorPairs(.init(colors: 8, pairs: 64, boldBrightens: true), limit: .none)
    #expect(plain.attributes(for: bold).contains(.bold))
  }
}
