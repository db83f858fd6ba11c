/// A made-up regulation whose clauses keep their identity through every edit, so that a test knows
/// where each of them went.
struct Regulation {
  /// A clause: its paragraphs and items, without its label.
  struct Clause: Equatable {
    let id: Int
    var paragraphs: [String]
  }

  var title: String
  var clauses: [Clause]
  /// How many clauses a chapter has.
  var chapterLength = 9
  /// The next identity.
  var nextID: Int

  /// Makes a regulation of varied clauses, some with items, and of penalties that look alike.
  init(clauses count: Int, penalties: Int, _ dice: inout FixedDice) {
    title = "\(dice.pick(Wording.places))\(dice.pick(Wording.fields))管理办法"
    clauses = []
    nextID = 0
    for _ in 0..<count { add(Wording.clause(&dice), at: clauses.count) }
    for _ in 0..<penalties { add([Wording.penalty(&dice)], at: clauses.count) }
  }

  /// Puts a clause in; gives its identity.
  @discardableResult
  mutating func add(_ paragraphs: [String], at index: Int) -> Int {
    clauses.insert(Clause(id: nextID, paragraphs: paragraphs), at: index)
    nextID += 1
    return nextID - 1
  }

  /// The clause of an identity.
  func index(of id: Int) -> Int? { clauses.firstIndex { $0.id == id } }

  /// The regulation as a file: title, chapters, clauses numbered from 1.
  var text: String {
    var lines = ["# \(title)"]
    for (index, clause) in clauses.enumerated() {
      if index % chapterLength == 0 {
        let chapter = index / chapterLength
        lines.append("## 第\(numeral(chapter + 1))章 \(Wording.chapters[chapter % 8])")
      }
      lines.append("第\(numeral(index + 1))条 \(clause.paragraphs[0])")
      lines += clause.paragraphs.dropFirst()
    }
    return lines.joined(separator: "\n\n") + "\n"
  }
}

/// A number from 1 to 999 in Chinese numerals.
func numeral(_ number: Int) -> String {
  let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
  var text = hundreds > 0 ? digits[hundreds] + "百" : ""
  if tens > 0 {
    text += (tens == 1 && hundreds == 0 ? "" : digits[tens]) + "十"
  } else if hundreds > 0, ones > 0 {
    text += "零"
  }
  return text + digits[ones]
}
