import Testing

/// The same article with Markdown marks scattered over it, widths changed and blanks moved: the
/// reading does not depend on them.
@Suite struct MarksTests {
  static let pictures = [
    Picture(
      "plain",
      """
      title - 0   | 临溪市数字口岸建设办法
      chapter 1 1 | 第一章 总则
      clause 1 2  | 第一条 为了提升口岸通关效率，制定本办法。
      clause 2 2  | 第二条 数字口岸建设坚持以下原则：
      item 1 3    | （一）便利优先；
      item 2 3    | （二）安全可控。
      chapter 2 1 | 第二章 建设
      clause 3 2  | 第三条 口岸管理机构应当公开通关流程和时限。
      source      | （来源：临溪市口岸管理办公室）
      """),
    Picture(
      "marks scattered",
      """
      title - 0   | ### **临溪市数字口岸建设办法**
      chapter 1 1 | ##### 第一章 总则
      clause 1 2  | - **第一条** 为了提升口岸通关效率，制定本办法。
      clause 2 2  | **第二条 数字口岸建设坚持以下原则：**
      item 1 3    | * （一）便利优先；
      item 2 3    | # （二）安全可控。
      chapter 2 1 | **第二章 建设**
      clause 3 2  | > 第三条 口岸管理机构应当公开通关流程和时限。
      source      | **（来源：临溪市口岸管理办公室）**
      """),
    Picture(
      "blanks lost",
      """
      title - 0   | 临溪市数字口岸建设办法
      chapter 1 1 | 第一章总则
      clause 1 2  | 第一条为了提升口岸通关效率，制定本办法。
      clause 2 2  | 第二条数字口岸建设坚持以下原则：
      item 1 3    | （一）便利优先；
      item 2 3    | （二）安全可控。
      chapter 2 1 | 第二章建设
      clause 3 2  | 第三条口岸管理机构应当公开通关流程和时限。
      source      | （来源：临溪市口岸管理办公室）
      """),
    Picture(
      "blanks inside the labels",
      """
      title - 0   | 临溪市 数字口岸 建设办法
      chapter 1 1 | 第 一 章　总　则
      clause 1 2  | 第 一 条　　为了提升口岸通关效率，制定本办法。
      clause 2 2  | 第 二 条　　数字口岸建设坚持以下原则：
      item 1 3    | （ 一 ） 便利优先；
      item 2 3    | （ 二 ） 安全可控。
      chapter 2 1 | 第 二 章　建　设
      clause 3 2  | 第 三 条　　口岸管理机构应当公开通关流程和时限。
      source      | （ 来源：临溪市口岸管理办公室 ）
      """),
    Picture(
      "half-width marks",
      """
      title - 0   | 临溪市数字口岸建设办法
      chapter 1 1 | 第一章 总则
      clause 1 2  | 第一条 为了提升口岸通关效率,制定本办法.
      clause 2 2  | 第二条 数字口岸建设坚持以下原则:
      item 1 3    | (一)便利优先;
      item 2 3    | (二)安全可控.
      chapter 2 1 | 第二章 建设
      clause 3 2  | 第三条 口岸管理机构应当公开通关流程和时限.
      source      | (来源:临溪市口岸管理办公室)
      """),
    Picture(
      "Arabic and full-width digits",
      """
      title - 0   | 临溪市数字口岸建设办法
      chapter 1 1 | 第１章 总则
      clause 1 2  | 第1条 为了提升口岸通关效率，制定本办法。
      clause 2 2  | 第２条 数字口岸建设坚持以下原则：
      item 1 3    | （１）便利优先；
      item 2 3    | （２）安全可控。
      chapter 2 1 | 第2章 建设
      clause 3 2  | 第 3 条 口岸管理机构应当公开通关流程和时限。
      source      | （来源：临溪市口岸管理办公室）
      """),
    Picture(
      "heads in brackets",
      """
      title - 0   | 临溪市数字口岸建设办法
      chapter 1 1 | 第一章 总则
      clause 1 2  | 第一条【目的】为了提升口岸通关效率，制定本办法。
      clause 2 2  | 第二条（原则） 数字口岸建设坚持以下原则：
      item 1 3    | （一）便利优先；
      item 2 3    | （二）安全可控。
      chapter 2 1 | 第二章 建设
      clause 3 2  | 第三条 【公开】
      paragraph   | 口岸管理机构应当公开通关流程和时限。
      source      | （来源：临溪市口岸管理办公室）
      """),
    Picture(
      "indented by ideographic blanks",
      """
      title - 0   | 　　临溪市数字口岸建设办法
      chapter 1 1 | 　　　　第一章　总则
      clause 1 2  | 　　第一条　为了提升口岸通关效率，制定本办法。
      clause 2 2  | 　　第二条　数字口岸建设坚持以下原则：
      item 1 3    | 　　（一）便利优先；
      item 2 3    | 　　（二）安全可控。
      chapter 2 1 | 　　　　第二章　建设
      clause 3 2  | 　　第三条　口岸管理机构应当公开通关流程和时限。
      source      | 　　（来源：临溪市口岸管理办公室）
      """),
  ]

  @Test(arguments: pictures) func marksChangeNothing(_ picture: Picture) {
    picture.labelled.check(picture.name)
  }

  /// Blank lines part nothing: pages are full of them, and pictures leave holes.
  @Test(arguments: [0, 1, 3]) func blankLinesChangeNothing(_ count: Int) {
    var spaced = WeeklyIssue.picture
    spaced.rows = spaced.rows.flatMap {
      [$0] + Array(repeating: Labelled.Row(text: "", origin: -1), count: count)
    }
    let plain = Labelled.readings(WeeklyIssue.picture.bulletin)
    #expect(Labelled.readings(spaced.bulletin) == plain)
  }
}
