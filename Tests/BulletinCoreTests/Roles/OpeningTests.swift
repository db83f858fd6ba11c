import Testing

/// What stands between a title and its text.
@Suite struct OpeningTests {
  private static func article(_ opening: String) -> Labelled {
    .issue(
      """
      title - 0  | 岚州省数字档案管理办法
      \(opening)
      paragraph  | 为规范数字档案的收集、整理、保管和利用，维护档案的真实、完整、可用和安全，制定本办法。
      clause 1 1 | 第一条 数字档案实行集中统一管理。
      clause 2 1 | 第二条 数字档案应当异地备份。
      source     | （来源：岚州省档案事务中心）
      """)
  }

  @Test(arguments: [
    "岚政办发〔2031〕12号", "岚数发[2031]7号", "岚州省人民政府令第53号", "（岚政办函〔2031〕9号）",
    "**岚发改高技〔2031〕126号**", "第8号", "岚政规 〔2031〕 3 号",
  ])
  func documentNumber(_ text: String) { Self.article("doc-number | \(text)").check(text) }

  @Test(arguments: [
    "（2031年3月1日岚州省人民政府第12次常务会议通过）", "(2031年3月1日省政府常务会议通过 自2031年5月1日起施行)",
    "2031年3月1日　岚州省第十五届人民代表大会常务委员会第八次会议通过",
    "（2027年6月2日岚州省人民政府令第40号公布 根据2031年3月1日《关于修改部分规章的决定》修正）",
  ])
  func adoption(_ text: String) { Self.article("adoption | \(text)").check(text) }

  @Test(arguments: [
    "各市、县（区）人民政府，省直各单位：", "各市州人民政府:", "省政府各部门、各直属机构：", "有关企业：",
    "各县（市、区）工业和信息化局，各有关单位：",
  ])
  func salutation(_ text: String) { Self.article("salutation | \(text)").check(text) }

  @Test func allOfThemTogether() {
    Self.article(
      """
      subtitle   | （试行）
      doc-number | 岚政办发〔2031〕12号
      adoption   | （2031年3月1日岚州省人民政府第12次常务会议通过）
      salutation | 各市、县（区）人民政府，省直各单位：
      """
    ).check()
  }

  @Test func adoptionOverTwoLines() {
    Self.article(
      """
      adoption | （2027年6月2日岚州省人民政府令第40号公布
      adoption | 根据2031年3月1日《关于修改部分规章的决定》修正）
      """
    ).check()
  }

  @Test func documentNumberInTheTextIsNone() {
    Labelled.issue(
      """
      title - 0    | 岚州省数字档案工作情况
      paragraph    | 各地认真贯彻《关于加强数字档案工作的通知》（岚政办发〔2031〕12号），取得积极成效。
      paragraph    | 根据统计，全省已有四十二个县区建成数字档案馆，相关做法见省档案事务中心印发的岚档函
      continuation | 〔2031〕9号文件。
      """
    ).check()
  }
}
