/// The kinds of labels that number a text, each with a run of its own.
enum LabelKind: UInt8, CaseIterable {
  case none
  /// 第一编, 第一篇
  case part
  /// 第一章
  case chapter
  /// 第一节
  case section
  /// 第一条
  case clause
  /// 第一部分
  case division
  /// 一、
  case han
  /// （一）
  case hanBracket
  /// 1.
  case digit
  /// （1）
  case digitBracket
  /// 1）
  case digitClosing
  /// ①
  case circled
  /// Ⅰ.
  case roman
  /// 1.1
  case decimal2
  /// 1.1.1
  case decimal3

  /// 编 to 条 keep this order whatever stands between; nil for the others.
  var statuteRank: Int? {
    switch self {
    case .part: 0
    case .chapter: 1
    case .section: 2
    case .clause: 3
    default: nil
    }
  }

  /// The order in which plans nest their labels: 一、（一）1.（1）①.
  var usualRank: Int {
    switch self {
    case .han, .roman, .division: 4
    case .hanBracket: 5
    case .digit: 6
    case .digitBracket, .digitClosing: 7
    case .circled: 8
    default: 0
    }
  }
}

/// How well a label is told from text that happens to begin like one.
enum LabelForm: UInt8 {
  /// Its own mark stands: `一、`, `1.`, `第一条` with a blank or bracket behind it.
  case firm
  /// `第一条为了`: the blank is missing.
  case glued
  /// `3 持续推进`: OCR lost the dot.
  case spaced
  /// `3持续推进`: dot and blank are lost.
  case bare
  /// `第三条的规定`, `（二）项`: more likely a reference in cut text.
  case reference
}

/// How a line ends, closing quotes and brackets passed over.
enum LineEnding: UInt8 {
  /// Nothing that ends a unit.
  case open
  /// 。！？……
  case stop
  case semicolon
  case colon
  /// A bracketed remark behind a sentence, or a line all in brackets.
  case bracket
}

/// What one line says by itself, without its neighbours. Offsets are bytes in the source.
struct LineToken {
  /// The text without marks that OCR and Markdown put around it.
  var start: UInt32
  var end: UInt32
  /// Where the text behind the label and its blank begins; `start` without a label.
  var body: UInt32
  /// The number of the label; -1 without one.
  var number: Int32 = -1
  /// 之一 of 第六条之一.
  var minor: UInt16 = 0
  /// Scalars that are no blanks, at most 65,535.
  var length: UInt16 = 0
  var label = LabelKind.none
  var form = LabelForm.firm
  var ending = LineEnding.open
  /// Sentences that end inside the line, the last one not counted, at most 255.
  var stops: UInt8 = 0
  /// ，and 、, at most 255.
  var commas: UInt8 = 0
  /// Brackets opened and not closed in the line; negative where more close.
  var balance: Int8 = 0
  /// Level of a Markdown heading, 0 without `#`.
  var hash: UInt8 = 0
  var isListed = false
  var isBold = false
  /// A comment, a rule or another line that is not text.
  var isComment = false

  var text: Range<Int> { Int(start)..<Int(end) }
  var bodyText: Range<Int> { Int(body)..<Int(end) }
  var isFinished: Bool { ending != .open }
}
