import Testing

@testable import zhupi

/// `zhupi export --format markdown`.
@Suite struct MarkdownExportTests {
  @Test func quoteNoteTagsFollowUpAndCitationStandTogether() throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate(
      "--at", "1/3", "--note", "核对\n来源\n\n另问", "--tag", "算力", "--due", "12-1", "--assignee",
      "小王")
    let notes = try library.run(["export"], environment: ["LANG": "zh_CN.UTF-8"]).output
    #expect(
      notes == """
        # 批注

        ## 某省信息化动态 第12期 总第203期

        文件：issue.txt

        ### 1 数据要素流通管理办法

        <!-- \(id) -->

        > 流通应当遵循依法合规的原则。提供方应当在2026年6月底前建立来源台账。
        >
        > （一）来源于公共部门的，由主管部门审核；
        >
        > （二）来源于企业的，由企业自行审核，并对审核结果负责。
        >
        > ——《某省信息化动态》2026年第12期（总第203期），〈数据要素流通管理办法〉第三条，第1页

        核对\("  ")
        来源

        另问

        - 标签：#算力
        - 跟进：待办，2026-12-01，小王
        - 批注：甲，2026-11-20

        """)
  }

  @Test func everyStateIsToldAndOrphansStandApart() throws {
    let folder = try ExportedFolder()
    let notes = try folder.export("markdown")
    for id in folder.ids.values { #expect(notes.contains("<!-- \(id) -->")) }
    for words in ["text amended", "place doubtful", "text gone", "file absent"] {
      #expect(notes.contains("- Text: " + words))
    }
    #expect(notes.contains("- Text when annotated: 第四条前款所称台账,是指按照第三条建立的记录。"))
    #expect(!notes.unicodeScalars.contains(where: ExportedFolder.isObeyed))
    let headings = notes.matches(of: /\n(#+ .*)/).map { String($0.1) }
    #expect(
      headings == [
        "## 第一条 为了试验，制定本办法。", "## 某省信息化动态 第12期 总第203期",
        "### 1 数据要素流通管理办法", "### 2 关于促进数字贸易发展的意见", "### Orphans: their text is gone",
      ] || headings.last == "### Orphans: their text is gone", "\(headings)")
    let parts = notes.split(separator: "### Orphans")
    #expect(parts.count == 2 && parts[1].contains("> 第一条为规范要素流通"))
  }

  @Test(arguments: [
    ("<b>甲</b>", "\\<b\\>甲\\</b\\>"), ("[甲](javascript:x)", "\\[甲\\](javascript:x)"),
    ("# 甲", "\\# 甲"), ("甲 # 乙", "甲 # 乙"), ("甲 #", "甲 \\#"), ("- 甲", "\\- 甲"), ("甲-乙", "甲-乙"),
    ("1. 甲", "1\\. 甲"), ("2026.1", "2026\\.1"), ("甲1.", "甲1."), ("`c`", "\\`c\\`"),
    ("==甲==", "\\=\\=甲\\=\\="), ("50%", "50%"), ("    甲", "\u{A0}\u{A0}\u{A0}\u{A0}甲"),
    ("甲  ", "甲"), ("&lt;", "\\&lt;"), ("\\", "\\\\"), ("a_b*c", "a\\_b\\*c"), ("", ""),
    ("\u{1B}[0m", "␛\\[0m"),
  ])
  func wordsAreNoMarkup(words: String, escaped: String) {
    #expect(MarkdownExport.escaped(words) == escaped)
  }
}
