import BulletinReader

/// The command line as a value.
///
/// `zhupi outline --json FILE` has the command `outline`, the operand `FILE`, and `--json`.
struct Arguments: Sendable {
  /// The command's row; nil opens the reader.
  private(set) var command: ProgramCommand?
  /// What is neither command nor option: paths, or a command's name for `help`.
  private(set) var operands: [Word] = []
  private var values: [Option: [Word]] = [:]

  /// Reads the words behind the program's name.
  /// - Parameter isFile: whether there is a file or folder of a name; tells a path from a misspelt
  ///   command.
  init(_ words: [Word], isFile: (Word) -> Bool) throws(Failure) {
    var rest = words[...]
    var optionsEnd = false
    var mayBeCommand = true
    while let word = rest.popFirst() {
      if !optionsEnd, word.bytes.first == UInt8(ascii: "-"), !word.isStandardInput {
        if word.text == "--" {
          optionsEnd = true
        } else {
          try readOption(word, &rest)
        }
        continue
      }
      if mayBeCommand, !optionsEnd {
        command = try Self.command(word, isFile)
        if command == nil { operands.append(word) }
      } else {
        operands.append(word)
      }
      mayBeCommand = false
    }
    try check()
  }

  /// Whether an option was given.
  func has(_ option: Option) -> Bool { values[option] != nil }

  /// An option's value as it was given.
  func word(_ option: Option) -> Word? { values[option]?.last }

  /// All values of an option that may come again, in their order.
  func words(_ option: Option) -> [Word] { values[option] ?? [] }

  /// An option's value as text, to be kept as it is.
  func text(_ option: Option) throws(Failure) -> String? {
    try word(option).map { (word) throws(Failure) in
      guard let text = String(validating: word.bytes, as: UTF8.self) else {
        throw .usage(.notText(option))
      }
      return text
    }
  }

  /// An option's value as a number of the range.
  func number(_ option: Option, in range: ClosedRange<Int>) throws(Failure) -> Int? {
    guard let word = word(option) else { return nil }
    guard let number = Int(word.text), range.contains(number) else {
      throw .usage(.badNumber(option, word.text, range))
    }
    return number
  }

  /// An option's value as one of a few names, in either case of letters.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ option: Option, of choices: Choice.Type = Choice.self
  ) throws(Failure) -> Choice?
  where Choice.RawValue == String {
    guard let text = word(option)?.text else { return nil }
    if let choice = Choice(rawValue: text.lowercased()) { return choice }
    throw .usage(.badChoice(option, text, Choice.allCases.map(\.rawValue)))
  }

  private static func command(_ word: Word, _ isFile: (Word) -> Bool) throws(Failure)
    -> ProgramCommand?
  {
    let name = word.text
    if let command = ProgramCommand.named(name) { return command }
    let names = ProgramCommand.all.map(\.name)
    if !name.contains("/"), !name.contains("."), !word.isStandardInput, !isFile(word),
      let nearest = NearestWord.find(name, among: names)
    {
      throw .usage(.unknownCommand(name, nearest: nearest))
    }
    return nil
  }

  /// Reads `--name`, `--name VALUE` or `--name=VALUE`, and `-h`.
  private mutating func readOption(_ word: Word, _ rest: inout ArraySlice<Word>) throws(Failure) {
    let halves = word.bytes.split(separator: UInt8(ascii: "="), maxSplits: 1)
    let typed = Word(bytes: halves[0]).text
    let isShort = word.bytes.count == 2 || !typed.hasPrefix("--")
    let name = typed == "-h" ? "help" : isShort ? "" : String(typed.dropFirst(2))
    guard let option = Option(rawValue: name) else {
      let names = Option.allCases.map(\.name)
      throw .usage(.unknownOption(typed, nearest: NearestWord.find(typed, among: names)))
    }
    let hasValue = word.bytes.contains(UInt8(ascii: "="))
    guard option.value != nil else {
      if hasValue { throw .usage(.needlessValue(option)) }
      values[option] = [word]
      return
    }
    if hasValue {
      values[option, default: []].append(Word(bytes: halves.count > 1 ? halves[1] : []))
    } else {
      guard let value = rest.popFirst() else { throw .usage(.missingValue(option)) }
      values[option, default: []].append(value)
    }
  }

  /// Whether the command takes these options and so many operands.
  private func check() throws(Failure) {
    if has(.help) || has(.version) { return }
    let known = Option.common + (command?.options ?? ProgramCommand.readerOptions)
    for option in Option.allCases where has(option) && !known.contains(option) {
      throw .usage(.foreignOption(option, command: command?.name))
    }
    if command?.options.contains(.color) != true {
      let _: ReaderSettings.ColorChoice? = try choice(.color)
    }
    guard let command else { return }
    if operands.count < command.operands.lowerBound {
      throw .usage(.missingOperand(command: command.name))
    }
    if operands.count > command.operands.upperBound {
      throw .usage(
        .needlessOperand(operands[command.operands.upperBound].text, command: command.name))
    }
  }
}
