/// Where a line's text may be cut, and what its label is: the ground on which damage works.
extension Labelled.Row {
  /// Roles of lines with text that a page break may cut.
  var isText: Bool { ["paragraph", "clause", "item", "editor-note-text"].contains(role) }

  /// The row's marks, label, blank behind the label and body; nil without a label.
  var labelParts: (marks: String, label: String, blank: String, body: String)? {
    guard ["part", "chapter", "section", "clause", "heading", "item"].contains(role) else {
      return nil
    }
    let han = "[一二三四五六七八九十百零]+"
    let pattern =
      "^([#*> -]*)(第\(han)[编章节条](?:之\(han))?|\(han)、|[（(](?:\(han)|\\d+)[)）]|\\d+[.．、]|[①-⑳])"
      + "((?:\\*\\*)?[ 　]*)(.*)$"
    guard
      let regex = try? Regex(
        pattern, as: (Substring, Substring, Substring, Substring, Substring).self),
      let match = try? regex.wholeMatch(in: text)
    else { return nil }
    let output = match.output
    return (String(output.1), String(output.2), String(output.3), String(output.4))
  }

  /// The text cut in two at a place where print may cut it: not behind the end of a sentence, in a
  /// number or word, or before a mark that begins no line. Nil where there is no such place.
  func cut(using chance: inout SplitMix64, keep: Int = 8, tail: Int = 3) -> (String, String)? {
    let characters = Array(text)
    guard characters.count >= keep + tail else { return nil }
    let places = (keep...characters.count - tail).filter { place in
      let (before, after) = (characters[place - 1], characters[place])
      return !"。；：！？”）》】’… *#-（《“【第—".contains(before)
        && !"。；：！？”）》】’…，、 *%".contains(after)
        && !(before.isWord && after.isWord)
    }
    guard !places.isEmpty else { return nil }
    let place = chance.pick(places)
    return (String(characters[..<place]), String(characters[place...]))
  }
}

extension Character {
  /// A Latin letter, a digit or a mark inside numbers.
  fileprivate var isWord: Bool { isASCII && (isLetter || isNumber || ".-/:".contains(self)) }
}
