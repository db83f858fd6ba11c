/// What editors, law-makers and scanners do to a text.
extension Regulation {
  /// Puts new clauses in at random places.
  mutating func insertClauses(_ count: Int, _ dice: inout FixedDice) {
    for _ in 0..<count { add(Wording.clause(&dice), at: dice.roll(clauses.count + 1)) }
  }

  /// Cuts clauses out; gives them.
  mutating func cutClauses(_ count: Int, _ dice: inout FixedDice) -> [Clause] {
    (0..<count).map { _ in clauses.remove(at: dice.roll(clauses.count)) }
  }

  /// Moves clauses; gives their identities.
  mutating func moveClauses(_ count: Int, _ dice: inout FixedDice) -> [Int] {
    (0..<count).map { _ in
      let clause = clauses.remove(at: dice.roll(clauses.count))
      clauses.insert(clause, at: dice.roll(clauses.count + 1))
      return clause.id
    }
  }

  /// Amends clauses in the ways of law-makers; gives the identities of those that changed.
  mutating func amendClauses(_ count: Int, _ dice: inout FixedDice) -> Set<Int> {
    var amended: Set<Int> = []
    while amended.count < count {
      let index = dice.roll(clauses.count)
      let before = clauses[index]
      for _ in 0...dice.roll(2) { clauses[index].amend(&dice) }
      if clauses[index] != before { amended.insert(before.id) }
    }
    return amended
  }

  /// Misreads characters as scanners do; gives the identities of the clauses that changed.
  mutating func misread(_ chance: Double, _ dice: inout FixedDice) -> Set<Int> {
    var misread: Set<Int> = []
    for index in clauses.indices {
      let before = clauses[index]
      clauses[index].paragraphs = clauses[index].paragraphs.map { paragraph in
        String(paragraph.map { dice.happens(chance) ? misreadings[$0] ?? $0 : $0 })
      }
      if clauses[index] != before { misread.insert(before.id) }
    }
    return misread
  }
}

private let misreadings: [Character: Character] = [
  "的": "旳", "日": "曰", "人": "入", "部": "郜", "土": "士", "己": "已", "木": "本", "船": "般", "管": "菅",
  "库": "厍",
  "标": "柡", "理": "埋", "单": "単", "网": "罔", "树": "村", "录": "彔", "据": "椐", "航": "肮",
]

extension Regulation.Clause {
  /// Changes the clause in one way.
  mutating func amend(_ dice: inout FixedDice) {
    let place = dice.roll(paragraphs.count)
    switch dice.roll(8) {
    case 0, 1: paragraphs[place].swapNeutralWord(&dice)
    case 2:
      paragraphs[place].replaceFirst("，", with: "，按照全省统一部署，")
    case 3: paragraphs[place] += Wording.sentence(&dice)
    case 4: paragraphs[place].swapMark(&dice)
    case 5:
      let sentences = paragraphs[place].split(separator: "。").map { $0 + "。" }
      if sentences.count > 1 { paragraphs[place] = sentences.dropLast().joined() }
    case 6:
      paragraphs[place].replaceFirst("办理", with: "受理")
      paragraphs[place].replaceFirst("负责", with: "统筹负责")
      paragraphs[place].replaceFirst("应当", with: "应当依法")
    default: paragraphs.append(Wording.sentence(&dice))
    }
  }
}

private let labelCharacters: Set<Character> = Set("第一二三四五六七八九十百零章条")

/// Words that may take each other's place without changing what a rule says.
let neutralWords = [
  ("管理", "监管"), ("有关", "相关"), ("部门", "机关"), ("情况", "情形"), ("开展", "组织"), ("单位", "组织"), ("机构", "组织"),
  ("检查", "查验"), ("记录", "纪要"), ("数据", "资料"), ("及时", "尽快"), ("采用", "使用"), ("告知", "通知"), ("保障", "保证"),
]

/// Marks and what they were turned into.
let marks = [
  ("应当", "可以"), ("可以", "应当"), ("不得", "可以"), ("必须", "可以"), ("十日", "五日"), ("三十日", "六十日"),
  ("五日", "二十日"),
  ("未经", "经"), ("五万元", "八万元"), ("一万元", "三万元"), ("逾期不改正", "逾期改正"),
]

extension String {
  /// Puts a neutral word in the place of another; gives whether it found one.
  @discardableResult
  mutating func swapNeutralWord(_ dice: inout FixedDice) -> Bool {
    swap(neutralWords, &dice)
  }

  /// Alters one mark; gives whether it found one.
  @discardableResult
  mutating func swapMark(_ dice: inout FixedDice) -> Bool { swap(marks, &dice) }

  private mutating func swap(_ words: [(String, String)], _ dice: inout FixedDice) -> Bool {
    for (word, other) in words.shuffled(using: &dice) where replaceFirst(word, with: other) {
      return true
    }
    return false
  }

  /// Replaces the first place of a word; gives whether there was one.
  @discardableResult
  mutating func replaceFirst(_ word: String, with other: String) -> Bool {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) {
        replaceSubrange(start..<index(start, offsetBy: word.count), with: other)
        return true
      }
      start = index(after: start)
    }
    return false
  }

  /// The text as another office prints it: widths of punctuation, blanks, line breaks, invisible
  /// characters, Markdown marks.
  func reformatted(_ dice: inout FixedDice) -> String {
    var text = ""
    for character in self {
      switch character {
      case "，" where dice.happens(0.7): text += ","
      case "；" where dice.happens(0.7): text += ";"
      case "：": text += ":"
      case "（": text += "("
      case "）": text += ")"
      case "。" where dice.happens(0.1): text += "。\u{200B}"
      case "\n" where dice.happens(0.3): text += "\n\u{FEFF}\n"
      case "\n": text += "\r\n"
      case "条" where dice.happens(0.05): text += "条　"
      default: text.append(character)
      }
      if dice.happens(0.01), character.isLetter, !labelCharacters.contains(character) {
        text += "\u{200D}"
      }
    }
    return text
  }
}
