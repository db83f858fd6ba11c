import Foundation
import Testing

/// What `outline`, `explain` and `text` print.
@Suite struct OutlineTests {
  private static let issue = """
    某省动态

    2026年3月20日 第12期 总第203期

    本期要目

    国策要论

    01 数据流通管理办法 (试行)

    04 关于数字贸易的意见

    编者按

    本办法自印发之日起施行。

    第二段按语。

    数据流通管理办法（试行）

    某办函〔2026〕12号

    第一章 总则

    第一条 为规范数据流通，制定本办法。

    第二条 有下列情形之一的，适用本办法：

    - （一）来源于公共数据的；
    - （二）来源于企业数据的。

    第六条之一 另行规定。

    （来源：某部）

    关于数字贸易的意见

    一、总体要求

    坚持开放合作，完善数字贸易的规则、标准和监管体系，推动外贸企业的数字

    化转型，提高通关效率。

    图1-2 贸易额

    """

  /// The outline of the issue as JSON.
  private func outline(_ options: String...) throws -> [String: Any] {
    let result = try BuiltProgram.run(["outline", "-", "--json"] + options, input: Self.issue)
    #expect(result.status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(json as? [String: Any])
  }

  @Test func theObjectHasItsKeysNullOrNot() throws {
    let outline = try outline()
    #expect(
      Set(outline.keys) == ["file", "kind", "encoding", "masthead", "contents", "articles"])
    #expect(outline["file"] as? String == "-")
    #expect(outline["kind"] as? String == "bulletin")
    #expect(outline["encoding"] as? String == "utf-8")
    let masthead = try #require(outline["masthead"] as? [String: Any])
    #expect(
      Set(masthead.keys) == [
        "title", "date", "issue", "totalIssue", "tagline", "publisher", "headline",
      ])
    #expect(masthead["date"] as? String == "2026-03-20")
    #expect(masthead["totalIssue"] as? Int == 203)
    #expect(masthead["publisher"] is NSNull)
    let entries = try #require(outline["contents"] as? [[String: Any]])
    #expect(
      entries.allSatisfy {
        Set($0.keys) == ["line", "number", "title", "column", "page", "article"]
      })
    #expect(entries.map { $0["article"] as? Int } == [1, 2], "articles count from 1")
    #expect(entries[0]["number"] is NSNull)
    #expect(entries[0]["column"] as? String == "国策要论")
  }

  @Test func articlesHaveTheirFactsAndNestedSections() throws {
    let articles = try #require(try outline()["articles"] as? [[String: Any]])
    #expect(articles.count == 2)
    let first = articles[0]
    #expect(
      Set(first.keys) == [
        "line", "title", "column", "page", "documentNumber", "adoption", "source",
        "editorNoteLine", "editorNote", "sections",
      ])
    #expect(first["title"] as? String == "数据流通管理办法（试行）")
    #expect(first["documentNumber"] as? String == "某办函〔2026〕12号")
    #expect(first["source"] as? String == "某部")
    #expect(first["adoption"] is NSNull)
    #expect(first["editorNote"] as? String == "本办法自印发之日起施行。\n第二段按语。")
    let chapters = try #require(first["sections"] as? [[String: Any]])
    #expect(chapters.map { $0["label"] as? String } == ["第一章"])
    let chapter = chapters[0]
    #expect(
      Set(chapter.keys) == [
        "line", "endLine", "role", "number", "label", "title", "depth", "sections",
      ])
    #expect(chapter["title"] as? String == "总则")
    let clauses = try #require(chapter["sections"] as? [[String: Any]])
    #expect(clauses.map { $0["label"] as? String } == ["第一条", "第二条", "第六条之一"])
    #expect(clauses.map { $0["number"] as? Int } == [1, 2, 6])
    #expect(clauses.map { $0["depth"] as? Int } == [2, 2, 2])
    let second = try #require(clauses[1]["line"] as? Int)
    #expect(clauses[1]["endLine"] as? Int == second + 3, "its items belong to it")
  }

  @Test func depthLimitsTheTree() throws {
    let flat = try #require(try outline("--depth", "1")["articles"] as? [[String: Any]])
    let chapters = try #require(flat[0]["sections"] as? [[String: Any]])
    #expect((chapters[0]["sections"] as? [Any])?.isEmpty == true)
    let articles = try #require(try outline("--depth", "0")["articles"] as? [[String: Any]])
    #expect((articles[0]["sections"] as? [Any])?.isEmpty == true)
  }

  @Test func aDocumentHasOneArticleAndNoMasthead() throws {
    let result = try BuiltProgram.run(["outline", "-", "--json"], input: "# 某法\n\n第一条 正文。\n")
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let outline = try #require(json as? [String: Any])
    #expect(outline["kind"] as? String == "document")
    #expect(outline["masthead"] is NSNull)
    #expect((outline["articles"] as? [[String: Any]])?.first?["title"] as? String == "某法")
  }

  @Test func hostileTitlesStayJSON() throws {
    let title = "坏\u{1B}]0;x\u{07}\u{9B}31m\u{202E}\"\\题"
    let result = try BuiltProgram.run(["outline", "-", "--json"], input: "# \(title)\n\n正文。\n")
    let codes = result.output.unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || $0.value == 0x9B
    }
    #expect(codes.isEmpty)
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let articles = try #require(json?["articles"] as? [[String: Any]])
    #expect((articles[0]["title"] as? String)?.hasSuffix("\"\\题") == true)
  }

  @Test func explainHasOneRowForEachLineWithText() throws {
    let result = try BuiltProgram.run(["explain", "-"], input: Self.issue)
    let rows = result.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let lines = Self.issue.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count == lines.filter { !$0.isEmpty }.count)
    #expect(rows.allSatisfy { $0.count == 4 })
    func row(of text: String) -> [String]? {
      guard let line = lines.firstIndex(where: { $0.hasPrefix(text) }) else { return nil }
      return rows.first { $0[0] == "\(line + 1)" }?.dropFirst().map(String.init)
    }
    #expect(row(of: "第一章") == ["chapter", "1", "1"])
    #expect(row(of: "第六条之一") == ["clause", "6", "2"])
    #expect(row(of: "图1-2") == ["caption", "1-2", "-"])
    #expect(row(of: "04 ") == ["entry", "4", "-"])
    #expect(row(of: "编者按") == ["editor-note", "-", "-"])
    #expect(row(of: "化转型") == ["continuation", "-", "-"])
  }

  @Test func textMakesParagraphsWhole() throws {
    let text = try BuiltProgram.run(["text", "-"], input: Self.issue).output
    #expect(text.contains("推动外贸企业的数字化转型，提高通关效率。\n"))
    #expect(!text.contains("\n\n"), "one line a paragraph and nothing else")
    let second = try BuiltProgram.run(["text", "-", "--article", "2"], input: Self.issue).output
    #expect(second.hasPrefix("关于数字贸易的意见\n"))
    let clause = try BuiltProgram.run(
      ["text", "-", "--article", "1", "--clause", "2"], input: Self.issue)
    #expect(
      clause.output == """
        第二条 有下列情形之一的，适用本办法：
        （一）来源于公共数据的；
        （二）来源于企业数据的。

        """)
  }

  @Test func widthBreaksLinesByTheRules() throws {
    let input = "一二三四五六七八九十，一二三四五六七八九。\n"
    let text = try BuiltProgram.run(["text", "-", "--width", "20"], input: input).output
    for row in text.split(separator: "\n") {
      #expect(!row.hasPrefix("，") && !row.hasPrefix("。"))
      #expect(row.unicodeScalars.count <= 10)
    }
  }

  @Test func openingWithoutATerminalPrintsTheText() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.issue, to: "issue.txt")
    let opened = try BuiltProgram.run([file])
    let text = try BuiltProgram.run(["text", file])
    #expect(opened.status == 0)
    #expect(opened.output == text.output)
    #expect(try BuiltProgram.run(["-"], input: Self.issue).output == text.output)
  }

  @Test func checkListsDoubts() throws {
    let input = Self.issue.replacingOccurrences(
      of: "04 关于数字贸易的意见\n\n", with: "04 关于数字贸易的意见\n\n08 不在文中的一篇\n\n")
    let result = try BuiltProgram.run(["outline", "-", "--check"], input: input)
    #expect(result.status == 1)
    #expect(result.output.contains("不在文中的一篇"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.hasPrefix("-:") })
  }
}
