/// A label read off the head of a line.
struct Label {
  var kind: LabelKind
  var number: Int32
  var minor: UInt16 = 0
  var form: LabelForm
  /// Where the text behind the label and its blank begins, in bytes.
  var body: Int
}

/// Reads the label at the head of a line's text, the bytes of `range`: `第三条`, `一、`, `（二）`.
func readLabel(_ text: Span<UInt8>, in range: Range<Int>) -> Label? {
  LabelLexer(start: range.lowerBound, end: range.upperBound).label(text)
}

/// Where a line's text begins and ends, in bytes, while its label is read.
private struct LabelLexer {
  let start: Int
  let end: Int

  func label(_ text: Span<UInt8>) -> Label? {
    guard let first = text.peek(start, before: end) else { return nil }
    if first == 0x7B2C { return statuteLabel(text) }  // 第
    if first.folded == 0x28 || first == 0x3014 || first.folded == 0x5B { return bracketLabel(text) }
    if first.digit != nil { return digitLabel(text) }
    if first >= 0x2160 && first <= 0x249B || first >= 0x3220 && first <= 0x3229 {
      return signLabel(text, first)
    }
    return hanLabel(text)
  }

  // MARK: 第…条

  private func statuteLabel(_ text: Span<UInt8>) -> Label? {
    let digits = text.skipBlanks(start + 3, end)
    guard let number = ChineseNumber.any(text, at: digits, before: end) else { return nil }
    let unit = text.skipBlanks(number.end, end)
    guard var (kind, behind) = statuteKind(text, at: unit) else { return nil }
    var minor: UInt16 = 0
    if text.has("之", at: behind, before: end),
      let more = ChineseNumber.any(text, at: behind + 3, before: end), more.value > 0,
      !text.has("所", at: more.end, before: end)
    {
      minor = UInt16(more.value)
      behind = more.end
    }
    if kind == .division, behind < end, !endsLabel(text, behind) { kind = .none }
    guard kind != .none else { return nil }
    return Label(
      kind: kind, number: number.value, minor: minor, form: statuteForm(text, behind),
      body: skipLabelEnd(text, behind))
  }

  private func statuteKind(_ text: Span<UInt8>, at index: Int) -> (LabelKind, Int)? {
    if text.has("条", at: index, before: end) { return (.clause, index + 3) }
    if text.has("章", at: index, before: end) { return (.chapter, index + 3) }
    if text.has("节", at: index, before: end) { return (.section, index + 3) }
    if text.has("编", at: index, before: end) || text.has("篇", at: index, before: end) {
      return (.part, index + 3)
    }
    if text.has("部分", at: index, before: end) { return (.division, index + 6) }
    return nil
  }

  private func statuteForm(_ text: Span<UInt8>, _ behind: Int) -> LabelForm {
    if endsLabel(text, behind) { return .firm }
    return refersOn(text, behind) ? .reference : .glued
  }

  /// Whether a blank, a bracket, bold marks or the end of the line stand behind a label.
  private func endsLabel(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard let next = text.peek(index, before: end) else { return true }
    return next.isBlank || next.isOpening && next != 0x300A && next != 0x201C || next == 0x2A
      || next.folded == 0x3A
  }

  /// Whether the text goes on as a reference does: 第三条*的规定*, 第三条*第二款*, 第三条*、*第四条.
  private func refersOn(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard let next = text.peek(index, before: end) else { return false }
    switch next {
    case 0x7684, 0x548C, 0x6216, 0x81F3, 0x53CA, 0x4E0E: return true  // 的和或至及与
    case 0x7B2C:  // 第…款, 第（六）项, not 第二审
      if let bracket = text.peek(index + 3, before: end), bracket.folded == 0x28 { return true }
      guard let number = ChineseNumber.any(text, at: index + 3, before: end),
        let unit = text.peek(number.end, before: end)
      else { return false }
      return unit == 0x6B3E || unit == 0x9879 || unit == 0x6761 || unit == 0x76EE
    case 0x6240:  // 所称
      return ["称", "列", "述", "规", "定", "指"].contains { word in
        text.has(word, at: index + 3, before: end)
      }
    case 0x89C4: return text.has("定", at: index + 3, before: end)
    default: return next.isComma || next.isFullStop || next.isClosing || next.folded == 0x3B
    }
  }

  /// Whether （二） is a reference: （二）*项规定的*, （二）*、*（三）项.
  private func bracketRefersOn(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard let next = text.peek(index, before: end) else { return false }
    switch next {
    case 0x9879: return !text.has("项目", at: index, before: end)
    case 0x6B3E: return !text.has("款项", at: index, before: end)
    case 0x7684: return true
    case 0x3001, 0x81F3, 0x548C, 0x6216:  // 、至和或 before another bracket
      let behind = text.skipBlanks(index + 3, end)
      return text.peek(behind, before: end).map { $0.isOpening || $0 == 0x7B2C } ?? false
    default: return next.isFullStop || next.isClosing || next.folded == 0x2C || next.folded == 0x3B
    }
  }

  // MARK: （一） （1） 1. 1） ① 一、

  private func bracketLabel(_ text: Span<UInt8>) -> Label? {
    let inside = text.skipBlanks(start + text.scalar(at: start).width, end)
    let han = ChineseNumber.han(text, at: inside, before: end)
    guard let number = han ?? ChineseNumber.decimal(text, at: inside, before: end) else {
      return nil
    }
    let close = text.skipBlanks(number.end, end)
    guard let closing = text.peek(close, before: end), closing.isClosing, number.value > 0,
      number.value < (han == nil ? 100 : 200)
    else { return nil }
    let behind = close + text.scalar(at: close).width
    return Label(
      kind: han == nil ? .digitBracket : .hanBracket, number: number.value,
      form: bracketRefersOn(text, text.skipBlanks(behind, end)) ? .reference : .firm,
      body: skipLabelEnd(text, behind))
  }

  private func digitLabel(_ text: Span<UInt8>) -> Label? {
    guard let number = ChineseNumber.decimal(text, at: start, before: end), number.value > 0,
      number.value < 300
    else { return nil }
    var index = markPlace(text, number.end)
    if text.has("\\", at: index, before: end) { index += 1 }
    guard let next = text.peek(index, before: end) else { return nil }
    if next.folded == 0x2E { return dottedLabel(text, number.value, index) }
    if next == 0x3001 { return firm(text, .digit, number.value, index) }
    if next.folded == 0x29 { return firm(text, .digitClosing, number.value, index) }
    if next.folded == 0x2C, let after = text.peek(index + 1, before: end), after.isHan {
      return firm(text, .digit, number.value, index, form: .spaced)
    }
    return lostMark(text, .digit, number.value, number.end)
  }

  /// `1.` or, with further numbers behind the dot, `1.1` and `1.1.1`; 10.5% is no label.
  private func dottedLabel(_ text: Span<UInt8>, _ number: Int32, _ dot: Int) -> Label? {
    var value = number
    var index = dot
    for kind in [LabelKind.digit, .decimal2, .decimal3] {
      guard let mark = text.peek(index, before: end), mark.folded == 0x2E || kind != .digit else {
        return nil
      }
      let behind = mark.folded == 0x2E ? index + text.scalar(at: index).width : index
      guard let more = ChineseNumber.decimal(text, at: behind, before: end), behind > index else {
        if kind == .digit { return firm(text, .digit, value, index) }
        return behind > index ? nil : lostMark(text, kind, value, index)
      }
      value = more.value
      index = more.end
    }
    return nil
  }

  private func signLabel(_ text: Span<UInt8>, _ sign: UInt32) -> Label? {
    let width = text.scalar(at: start).width
    switch sign {
    case 0x2460...0x2473: return firm(text, .circled, Int32(sign - 0x245F), start)
    case 0x2474...0x2487: return firm(text, .digitBracket, Int32(sign - 0x2473), start)
    case 0x2488...0x249B: return firm(text, .digit, Int32(sign - 0x2487), start)
    case 0x3220...0x3229: return firm(text, .hanBracket, Int32(sign - 0x321F), start)
    case 0x2160...0x216B:
      guard let next = text.peek(start + width, before: end),
        next.isComma || next.folded == 0x2E || next.isBlank
      else { return nil }
      return Label(
        kind: .roman, number: Int32(sign - 0x215F), form: .firm,
        body: skipLabelEnd(text, start + width))
    default: return nil
    }
  }

  private func hanLabel(_ text: Span<UInt8>) -> Label? {
    guard let number = ChineseNumber.han(text, at: start, before: end), number.value > 0,
      number.value < 100
    else { return nil }
    let mark = markPlace(text, number.end)
    guard let next = text.peek(mark, before: end) else { return nil }
    if next == 0x3001 || next.folded == 0x2E || next == 0xFF64 {
      return firm(text, .han, number.value, mark)
    }
    if next.folded == 0x29 { return firm(text, .hanBracket, number.value, mark, form: .spaced) }
    if next.folded == 0x2C { return firm(text, .han, number.value, mark, form: .spaced) }
    return lostMark(text, .han, number.value, number.end)
  }

  // MARK: ends of labels

  /// Where the mark of a number stands if blanks part them: `一 、`.
  private func markPlace(_ text: Span<UInt8>, _ index: Int) -> Int {
    let behind = text.skipBlanks(index, end)
    return isMark(text, behind) ? behind : index
  }

  private func firm(
    _ text: Span<UInt8>, _ kind: LabelKind, _ number: Int32, _ mark: Int, form: LabelForm = .firm
  )
    -> Label
  {
    let behind = mark + text.scalar(at: mark).width
    return Label(kind: kind, number: number, form: form, body: skipLabelEnd(text, behind))
  }

  /// A number whose mark OCR may have lost; nil where what follows makes it a quantity.
  private func lostMark(_ text: Span<UInt8>, _ kind: LabelKind, _ number: Int32, _ index: Int)
    -> Label?
  {
    let body = text.skipBlanks(index, end)
    guard let next = text.peek(body, before: end), next.isHan || next.isOpening,
      !quantityWords.contains(next)
    else { return nil }
    let isSpaced = body > index
    if kind == .han, !isSpaced, hanWords.contains(next) { return nil }
    return Label(
      kind: kind, number: number, form: isSpaced && !unsureWords.contains(next) ? .spaced : .bare,
      body: body)
  }

  private func isMark(_ text: Span<UInt8>, _ index: Int) -> Bool {
    text.peek(index, before: end).map { $0 == 0x3001 || $0.folded == 0x2E } ?? false
  }

  /// Passes blanks, bold marks and a doubled mark (`（一）、`) behind a label.
  private func skipLabelEnd(_ text: Span<UInt8>, _ index: Int) -> Int {
    var index = text.skipBlanks(index, end)
    while text.has("**", at: index, before: end) { index = text.skipBlanks(index + 2, end) }
    if isMark(text, index) { index = text.skipBlanks(index + text.scalar(at: index).width, end) }
    return index
  }
}

/// Characters that make the number before them a quantity or a date.
private let quantityWords = values(
  "年月日号时分秒个项名家万亿元千百十余多倍条款件种类次岁位户台套所座亩吨米公里级层期届章节版页例批篇只张份省市县周季度小")

/// Characters that may: 4 部门联合, but 4 部署车联网.
private let unsureWords = values("部支区人国天点重")

/// Characters that make 一, 三 and the like the head of a word: 一是, 一般, 三农.
private let hanWords = values(
  "是些般方定样系体切直旦带路步起致一二三四五六七八九站线流中下来则并同面经边向再味半应律手点段生贯农权重维角江")

private func values(_ characters: String) -> Set<UInt32> {
  Set(characters.unicodeScalars.map(\.value))
}
