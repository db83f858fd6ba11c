import Testing

@testable import AnnotationJournal

struct PlaceTests {
  @Test(arguments: [
    ("120", Place.line(120)),
    ("120:5", .sentence(line: 120, column: 5)),
    ("120:5-121:3", .range(line: 120, column: 5, endLine: 121, endColumn: 3)),
    ("3/", .title(article: 3)),
    ("3/5", .clause(article: 3, number: 5, minor: 0, copy: 1)),
    ("3/5#2", .clause(article: 3, number: 5, minor: 0, copy: 2)),
    ("3/5.1", .clause(article: 3, number: 5, minor: 1, copy: 1)),
    ("3/5.1#2", .clause(article: 3, number: 5, minor: 1, copy: 2)),
  ])
  func placesAreRead(text: String, place: Place) throws { #expect(try Place(text) == place) }

  @Test(arguments: [
    "", "0", "-1", "a", "3/x", "/5", "3/0", "3/5#", "3/5#0", "3/5.", "3/5.1.2", "3/5#1#2", "12:",
    "12:0",
    "12-13", "12:5-13", "12:5-12:5", "12:5-11:9", "12:5-13:1-14:1", "１２", " 12",
    "99999999999999999999",
  ])
  func whatIsNoPlaceIsRefused(text: String) {
    #expect(throws: PlaceError.malformed(text)) { try Place(text) }
  }

  /// Line 9 is blank, line 11 goes on with line 7 behind a caption.
  private static let text = presentText(
    """
    # 岸线管理办法
    第一章 总则

    **第一条** 为了保护岸线，制定本办法。岸线归国家所有；任何人不得侵占。
    第二条 使用人应当具备下列条件：
    （一）有泊位；
    （二）有台账，并且按照规定由所在地的交通运输主管部门逐年核验所有的
    图1 核验流程示意

    <!-- 注解 -->
    记录。
    第二条之一 本办法自公布之日起施行。
    第二条 另有规定的，从其规定。
    """)

  private func find(_ place: String) throws -> (quote: String, lines: LineRange?) {
    let range = try Self.text.range(of: try Place(place))
    return (Self.text.quote(of: range), Self.text.lineRange(of: range))
  }

  @Test func aLineTakesItsWholeUnitWithTheLabel() throws {
    let (quote, lines) = try find("4")
    #expect(quote == "第一条 为了保护岸线，制定本办法。岸线归国家所有；任何人不得侵占。")
    #expect(lines == LineRange(line: 4, column: 3, endLine: 4, endColumn: 38))
    #expect(try find("6").quote == "（一）有泊位；")
  }

  /// Marks that belong to no text are left out at the ends of a range.
  @Test(arguments: [
    ("2:3-4:5", "章 总则\n第一", LineRange(line: 2, column: 3, endLine: 4, endColumn: 5)),
    (
      "4:1-5:1", "第一条 为了保护岸线，制定本办法。岸线归国家所有；任何人不得侵占。",
      LineRange(line: 4, column: 3, endLine: 4, endColumn: 38)
    ),
    ("4:33-5:1", "不得侵占。", nil),
  ])
  func aRangeHoldsTextAlone(place: String, quote: String, lines: LineRange?) throws {
    let found = try find(place)
    #expect(found.quote.hasSuffix(quote))
    if let lines { #expect(found.lines == lines) }
    #expect(throws: PlaceError.empty) { try find("1:1-1:3") }
  }

  @Test func aClauseBeginsBehindItsLabelAndIsDrawnFromItOn() throws {
    let (quote, lines) = try find("1/1")
    #expect(quote == "为了保护岸线，制定本办法。岸线归国家所有；任何人不得侵占。")
    #expect(lines == LineRange(line: 4, column: 3, endLine: 4, endColumn: 38))
    let (items, whole) = try find("1/2")
    #expect(items.split(separator: "\n").prefix(2) == ["使用人应当具备下列条件：", "（一）有泊位；"])
    #expect(whole?.line == 5 && whole?.column == 1)
    #expect(try find("1/2#2").quote == "另有规定的，从其规定。")
    #expect(try find("1/2.1").quote == "本办法自公布之日起施行。")
  }

  @Test func aColumnTakesTheSentence() throws {
    #expect(try find("4:14").quote == "为了保护岸线，制定本办法。")
    #expect(try find("4:24").quote == "岸线归国家所有；")
    #expect(try find("4:37").quote == "任何人不得侵占。")
    #expect(try find("4:3").quote == "第一条 为了保护岸线，制定本办法。")
  }

  @Test func aRangeEndsBeforeItsEnd() throws {
    let (quote, lines) = try find("5:5-6:4")
    #expect(quote == "使用人应当具备下列条件：\n（一）")
    #expect(lines == LineRange(line: 5, column: 5, endLine: 6, endColumn: 4))
    #expect(try find("6:4-6:7").quote == "有泊位")
  }

  @Test func theTitleIsAPlace() throws { #expect(try find("1/").quote == "岸线管理办法") }

  @Test func whatIsNotThereIsSaid() throws {
    #expect(throws: PlaceError.noTextUnit(line: 3)) { try find("3") }
    #expect(throws: PlaceError.noTextUnit(line: 10)) { try find("10") }
    #expect(throws: PlaceError.noTextUnit(line: 400)) { try find("400") }
    #expect(throws: PlaceError.noArticle(2, count: 1)) { try find("2/") }
    #expect(throws: PlaceError.noClause(article: 1, number: 9, minor: 0, copy: 1)) {
      try find("1/9")
    }
    #expect(throws: PlaceError.noClause(article: 1, number: 2, minor: 0, copy: 3)) {
      try find("1/2#3")
    }
    #expect(throws: PlaceError.noColumn(line: 6, column: 90)) { try find("6:90") }
  }

  @Test func factsNameTheNearestLabel() throws {
    let facts = Self.text.facts(of: try Self.text.range(of: try Place("6")))
    #expect(facts == PlaceFacts(article: 1, articleTitle: "岸线管理办法", label: "第二条", page: nil))
    #expect(Self.text.facts(of: try Self.text.range(of: try Place("2"))).label == "第一章")
  }

  @Test(arguments: ["ＡＩ，算力（一）", "AI,算力(一)", "A I , 算\n力(一)", "**AI**，算力（一）"])
  func quotesAreFoundWhateverTheirWidth(quote: String) {
    let text = presentText("第一条 发展AI，算\u{200B}力（一）网络。\n第二条 ＡＩ,**算力**(一)。\n")
    let places = text.places(of: quote)
    #expect(places.count == 2)
    #expect(
      places.map { text.quote(of: $0).filter { $0 != "\u{200B}" } } == ["AI，算力（一）", "ＡＩ,算力(一)"])
  }

  @Test func quotesAreFoundOverPageBreaksAndUnits() throws {
    let across = Self.text.places(of: "核验所有的记录")
    #expect(across.count == 1)
    #expect(Self.text.places(of: "条件：\n（一）有泊位").count == 1)
    #expect(Self.text.places(of: "第二条").count == 3)
    #expect(Self.text.places(of: "没有的话").isEmpty)
    #expect(Self.text.places(of: " \n").isEmpty)
    let whole = try Self.text.range(of: try Place("1/2"))
    #expect(
      Self.text.places(of: Self.text.quote(of: whole)).map { $0.lowerBound } == [whole.lowerBound])
  }
}
