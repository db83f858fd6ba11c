internal import BulletinCore

/// Marks, and going back and forth between the places that jumps left.
extension ReaderState {
  /// Keeps the cursor's place under a letter.
  mutating func setMark(_ name: String?) -> [Effect] {
    guard let letter = name?.unicodeScalars.first, let position = text?.cursor.position else {
      return [.bell]
    }
    memory.marks[letter] = position
    say(Text(zh: "已做标记 \(letter)", en: "mark \(letter) set"))
    return []
  }

  /// Goes to the place kept under a letter.
  mutating func goToMark(_ name: String?) -> [Effect] {
    guard let letter = name?.unicodeScalars.first, let position = memory.marks[letter] else {
      say(
        Text(zh: "没有标记 \(name ?? "")", en: "there is no mark \(name ?? "")"), isError: true)
      return [.bell]
    }
    jump(to: position)
    return []
  }

  /// Goes back in the jump list.
  mutating func jumpBack(_ count: Int) -> [Effect] {
    var target: TextPosition?
    for _ in 0..<count {
      guard let here = text?.cursor.position, let place = memory.jumps.back(from: target ?? here)
      else { break }
      target = place
    }
    return go(target, missing: Text(zh: "没有更早的位置", en: "no earlier place"))
  }

  /// Goes forward in the jump list.
  mutating func jumpForward(_ count: Int) -> [Effect] {
    var target: TextPosition?
    for _ in 0..<count {
      guard let place = memory.jumps.forward() else { break }
      target = place
    }
    return go(target, missing: Text(zh: "没有更后的位置", en: "no later place"))
  }

  /// Says where the cursor is: the line of the file, and the place as one cites it.
  mutating func showPlace() -> [Effect] {
    guard let position = text?.cursor.position, let line = makePlace()?.cursor.line,
      let lines = bulletin.source.lines.last?.number
    else {
      say(Text(zh: "文件是空的", en: "the file is empty"))
      return [.bell]
    }
    let place = citation(of: position.line)
    say(
      Text(
        zh: "\(setup.name) 第 \(line)/\(lines) 行，\(place)",
        en: "\(setup.name) line \(line) of \(lines), \(place)"))
    return []
  }

  private mutating func go(_ target: TextPosition?, missing: Text) -> [Effect] {
    guard let target else {
      say(missing)
      return [.bell]
    }
    text?.go(to: target)
    followText()
    return []
  }

  /// Goes back to before the last jump; again, and one is here.
  mutating func swapPlaces() -> [Effect] {
    guard let place = memory.jumps.last else {
      say(Text(zh: "还没有跳转过", en: "there was no jump yet"))
      return [.bell]
    }
    jump(to: place)
    return []
  }
}
