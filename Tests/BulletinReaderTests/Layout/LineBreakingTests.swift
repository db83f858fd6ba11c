import BulletinScreen
import Testing

@testable import BulletinReader

/// Rows of a text, parted by `|`.
private func rows(_ text: String, _ first: Int, rest: Int? = nil) -> String {
  broken(Array(text.unicodeScalars), first, rest: rest ?? first).joined(separator: "|")
}

private func broken(_ scalars: [Unicode.Scalar], _ first: Int, rest: Int) -> [String] {
  var breaker = LineBreaker(scalars, first: first, rest: rest)
  var rows: [String] = []
  while let row = breaker.next() {
    rows.append(String(String.UnicodeScalarView(scalars[row.shown])))
  }
  return rows
}

@Suite struct LineBreakingTests {
  @Test(arguments: [
    ("前款所称台账，是指记录", 12, "前款所称台|账，是指记录"),
    ("数据（含算力）流通", 6, "数据|（含算|力）流|通"),
    ("他说：“可以。”然后", 11, "他说：“可|以。”然后"),
    ("按照《办法》执行", 8, "按照《办|法》执行"),
    ("以上内容……见附件", 9, "以上内|容……见附|件"),
    ("按照《办法》执行", 6, "按照|《办|法》执|行"),
    ("北京—上海通道", 4, "北|京—|上海|通道"),
    ("依据全省规划——五年", 9, "依据全省|规划——五|年"),
    ("北京—上海通道", 5, "北京—|上海|通道"),
    ("半角(a)，b", 5, "半角|(a)，|b"),
    ("一、二、三。", 4, "一、|二、|三。"),
  ])
  func noRowBeginsOrEndsWithAForbiddenSign(text: String, cells: Int, expected: String) {
    #expect(rows(text, cells) == expected)
  }

  @Test(arguments: [
    ("增长了10.5%以上", 8, "增长了|10.5%以|上"),
    ("自从2025年起", 8, "自从|2025年起"),
    ("总额达500万元整", 9, "总额达|500万元整"),
    ("其中第十二条之一规定", 10, "其中|第十二条之|一规定"),
    ("适用第十二条规定", 10, "适用|第十二条规|定"),
    ("参见第47期内容", 8, "参见|第47期内|容"),
    ("使用Foundation模型", 12, "使用|Foundation模|型"),
    ("共３０００个项目", 10, "共|３０００个|项目"),
    ("价格¥1,000起", 8, "价格|¥1,000起"),
    ("约10～20家企业", 6, "约|10～20|家企业"),
    ("don’t go", 6, "don’t |go"),
  ])
  func wordsNumbersAndLabelsStayWhole(text: String, cells: Int, expected: String) {
    #expect(rows(text, cells) == expected)
  }

  @Test(arguments: [
    ("abcdefgh", 3, "abc|def|gh"), ("人工智能", 1, "人|工|智|能"), ("a人b", 1, "a|人|b"),
    ("。。。。", 2, "。|。|。|。"), ("（（（（", 4, "（（|（（"), ("", 5, ""),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}e\u{301}|e\u{301}"),
  ])
  func whatCannotBeKeptIsCutAndGoesOn(text: String, cells: Int, expected: String) {
    #expect(rows(text, cells) == expected)
  }

  @Test func firstRowHasItsOwnMeasure() {
    #expect(rows("第一条为规范数据要素流通", 4, rest: 8) == "第一|条为规范|数据要素|流通")
  }

  @Test func blanksAtTheEndOfARowHang() {
    #expect(rows("one two  three", 7) == "one two|three")
    var breaker = LineBreaker(Array("one two  three".unicodeScalars), first: 7, rest: 7)
    #expect(breaker.next() == BrokenRow(range: 0..<9, shown: 0..<7, cells: 7))
    #expect(rows(String(repeating: " ", count: 12), 3) == "   |   ")
  }

  @Test func goesOnFromTheEndOfARow() {
    let text = Array("数据提供方应当对数据来源的合法性负责。".unicodeScalars)
    var whole = LineBreaker(text, first: 8, rest: 10)
    let first = whole.next()
    var rest = LineBreaker(text, first: 8, rest: 10, from: first?.range.upperBound ?? 0)
    while let row = whole.next() { #expect(rest.next() == row) }
    #expect(rest.next() == nil)
  }

  @Test func quotationMarksOfTwoCellsAreMeasuredSo() {
    let text = Array("“中文”".unicodeScalars)
    var breaker = LineBreaker(text, first: 8, rest: 8, ambiguousWide: true)
    #expect(breaker.next()?.cells == 8)
  }

  @Test(.timeLimit(.minutes(1))) func aRowOfAnEndlessLineCostsNothing() {
    let text = [Unicode.Scalar](repeating: "数", count: 3_500_000)
    var breaker = LineBreaker(text, first: 88, rest: 88)
    // Work that grew with the line would not end within the time limit.
    for _ in 0..<20_000 { #expect(breaker.next()?.range.count == 44) }
    let marks = [Unicode.Scalar](repeating: "\u{301}", count: 1_000_000)
    var endless = LineBreaker(marks, first: 10, rest: 10)
    #expect((endless.next()?.range.count ?? 0) < 1_000)
  }
}
