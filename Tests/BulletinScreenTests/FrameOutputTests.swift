import Foundation
import Testing

@testable import BulletinScreen

@Suite struct FrameOutputTests {
  private func sample() -> Frame {
    var painter = FramePainter(size: Size(columns: 8, rows: 2))
    let all = Rect(painter.frame.size)
    let label = painter.style(
      "clause.label", Style(foreground: .rgb(176, 32, 32), attributes: .bold))
    painter.put("第一条", at: Point(column: 0, row: 0), in: all, style: label)
    painter.put("a<\"\\", at: Point(column: 2, row: 1), in: all, style: .plain)
    painter.cursor = Point(column: 2, row: 1)
    return painter.frame
  }

  @Test func textLeavesBlanksAtTheEndOut() {
    #expect(FrameText.text(sample()) == "第一条\n  a<\"\\\n")
  }

  @Test(
    arguments: [
      (.direct, "\u{1B}[0m\u{1B}[1;38;2;176;32;32m第一条\u{1B}[0m  \n  a<\"\\  \n"),
      (.palette, "\u{1B}[0m\u{1B}[1;38;5;124m第一条\u{1B}[0m  \n  a<\"\\  \n"),
      (.eight, "\u{1B}[0m\u{1B}[1;31m第一条\u{1B}[0m  \n  a<\"\\  \n"),
      (.none, "\u{1B}[0m\u{1B}[1m第一条\u{1B}[0m  \n  a<\"\\  \n"),
    ] as [(ColorDepth, String)])
  func ansiUsesTheColorsThereAre(depth: ColorDepth, text: String) {
    #expect(FrameAnsi.text(sample(), depth: depth) == text)
  }

  @Test func jsonHasTheFrameAndTheGivenMembers() throws {
    let text = FrameJSON(sample()).object(with: [("mode", FrameJSON.quoted("no\"r\u{7}m"))])
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let frame = try #require(object)
    #expect(frame["columns"] as? Int == 8)
    #expect(frame["rows"] as? Int == 2)
    #expect(frame["cursor"] as? [Int] == [1, 2])
    #expect(frame["mode"] as? String == "no\"r\u{7}m")
    #expect(frame["lines"] as? [String] == ["第一条  ", "  a<\"\\  "])
    let styles = try #require(frame["styles"] as? [[String: Any]])
    #expect(styles.count == 1)
    #expect(styles.first?["role"] as? String == "clause.label")
    #expect(styles.first?["row"] as? Int == 0)
    #expect(styles.first?["column"] as? Int == 0)
    #expect(styles.first?["width"] as? Int == 6)
    #expect(styles.first?["fg"] as? String == "#b02020")
    #expect(styles.first?["bg"] is NSNull)
    #expect(styles.first?["attributes"] as? [String] == ["bold"])
  }

  @Test func jsonWithoutCursorSaysNull() {
    #expect(FrameJSON(Frame(size: Size(columns: 1, rows: 1))).cursor == "null")
  }

  @Test func svgEscapesTextAndPlacesEachCharacter() {
    let svg = FrameSVG.text(sample(), foreground: .rgb(0, 0, 0), background: .rgb(255, 255, 255))
    #expect(svg.contains("x=\"0 18 36\" y=\"16\" fill=\"#b02020\" font-weight=\"bold\">第一条<"))
    #expect(svg.contains(">a&lt;\"\\<"))
    #expect(svg.hasSuffix("</svg>\n"))
  }
}
