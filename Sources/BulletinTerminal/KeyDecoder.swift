import BulletinScreen

/// Makes events of what ncurses reads: characters, codes of keys, and sequences that it left alone.
///
/// One burst is what was there to read at once. A sequence or a paste may go on in the next.
struct KeyDecoder {
  /// What ncurses hands out.
  enum Unit: Equatable {
    /// A character.
    case character(Unicode.Scalar)
    /// A key by its code.
    case code(Int32)
  }

  /// Whether an answer of the terminal on where its cursor stands is awaited; else one is ignored.
  var awaitsCursor = false
  /// Whether the terminal's answer on the colour of its ground is awaited; else one is ignored.
  ///
  /// The terminal's attributes (DA1) are asked for after the colour: when they come, no answer will.
  var awaitsBackground = false
  /// Whether the terminal's attributes are still to come.
  var awaitsAttributes = false
  /// The column, from 1, where a character is shown to be measured.
  ///
  /// The answer must not look like
  /// F3 with modifiers, `ESC [ 1 ; 2 R`, whose second number goes up to 16.
  static let askingColumn = 17
  private var sequence: [Unicode.Scalar] = []
  private var string: TerminalString?
  /// Whether the ESC of `sequence` was already told as a key, since nothing had come with it.
  private var escapeWasTold = false
  private var paste: String.UnicodeScalarView?
  private var pasteEnd = PasteEnd()
  /// Whether a paste is under way.
  var isPasting: Bool { paste != nil }

  /// Longer sequences are none that any key sends; the rest of one is passed over.
  private static let longestSequence = 64

  /// Reads one burst.
  /// - Parameter name: the name ncurses has for a code, such as `kUP5`.
  mutating func events(from burst: [Unit], name: (Int32) -> String? = { _ in nil }) -> [InputEvent]
  {
    var events: [InputEvent] = []
    for unit in burst {
      if paste != nil {
        addToPaste(unit, &events)
      } else {
        switch unit {
        case .character(let scalar): add(scalar, &events)
        case .code(let code): add(code, name, &events)
        }
      }
    }
    endBurst(&events)
    return events
  }

  /// ESC alone, or with one key, is complete: nothing more came with it. While an answer is awaited
  /// it may also have been cut there: then `]` waits for what follows.
  private mutating func endBurst(_ events: inout [InputEvent]) {
    switch sequence.count {
    case 1 where !escapeWasTold:
      events.append(.key(Key(.escape)))
      escapeWasTold = awaitsBackground
      if !awaitsBackground { sequence = [] }
    case 2 where !(awaitsBackground && sequence[1] == "]"): giveUpSequence(&events)
    default: break
    }
    if string?.endsInEscape == true, !awaitsBackground {
      string = nil
      events.append(.key(Key(.escape)))
    }
  }

  /// Gives up a sequence or a string that was cut: what comes after a silence is no part of it.
  mutating func forgetCutSequence() {
    string = nil
    sequence = []
    escapeWasTold = false
  }

  /// Tells ESC and a character that began nothing as a key with Alt, or what of it is not told yet.
  private mutating func giveUpSequence(_ events: inout [InputEvent]) {
    if sequence.count == 2 {
      events.append(.key(Key(.character(sequence[1]), escapeWasTold ? [] : .alt)))
    }
    sequence = []
    escapeWasTold = false
  }

  private mutating func add(_ code: Int32, _ name: (Int32) -> String?, _ events: inout [InputEvent])
  {
    let afterEscape = sequence.count == 1 && !escapeWasTold
    if sequence.count == 2 { giveUpSequence(&events) }
    sequence = []
    escapeWasTold = false
    string = nil
    switch code {
    case KeyDecoding.pasteBegin: paste = String.UnicodeScalarView()
    case KeyDecoding.pasteEnd: break
    case KeyDecoding.mouse: sequence = ["\u{1B}", "[", "<"]
    default:
      guard let key = KeyDecoding.key(code: code, name: name) else { return }
      let modifiers = afterEscape ? key.modifiers.union(.alt) : key.modifiers
      events.append(.key(Key(key.code, modifiers)))
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ events: inout [InputEvent]) {
    if string != nil { return addToString(scalar, &events) }
    // After an ESC that was told only the answer can follow.
    if sequence.count == 1, escapeWasTold, scalar != "]" { giveUpSequence(&events) }
    switch sequence.count {
    case 0:
      if scalar == "\u{1B}" {
        sequence = [scalar]
      } else {
        events.append(.key(.character(scalar)))
      }
    case 1:
      if scalar == "[" || scalar == "O" || TerminalString.canBegin(with: scalar) {
        sequence.append(scalar)
      } else if scalar == "\u{1B}" {
        events.append(.key(Key(.escape)))
      } else {
        sequence = []
        events.append(.key(Key(.character(scalar), .alt)))
      }
    case 2 where TerminalString.canBegin(with: sequence[1]):
      string = TerminalString(sequence[1], scalar)
      guard string == nil else {
        sequence = []
        escapeWasTold = false
        return
      }
      giveUpSequence(&events)
      add(scalar, &events)
    default:
      // Numbers and marks go on, anything else ends: ECMA-48, control sequences.
      if !(0x20...0x3F).contains(scalar.value) {
        finish(with: scalar, &events)
      } else if sequence.count < KeyDecoder.longestSequence {
        sequence.append(scalar)
      }
    }
  }

  private mutating func addToString(_ scalar: Unicode.Scalar, _ events: inout [InputEvent]) {
    guard let step = string?.add(scalar), step != .goesOn else { return }
    let whole = string
    string = nil
    switch step {
    case .goesOn: break
    case .ends:
      guard awaitsBackground, let whole, whole.text.hasPrefix("11;") else { return }
      awaitsBackground = false
      if let isLight = whole.backgroundIsLight { events.append(.background(isLight: isLight)) }
    case .breaks:
      if whole?.endsInEscape == true { sequence = ["\u{1B}"] }
      add(scalar, &events)
    }
  }

  /// A whole sequence is there; one that means nothing here is dropped.
  private mutating func finish(
    with final: Unicode.Scalar, _ events: inout [InputEvent]
  ) {
    let isMouse = sequence.count > 2 && sequence[2] == "<"
    let body = String(String.UnicodeScalarView(sequence.dropFirst(isMouse ? 3 : 2)))
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map {
      min(max(Int($0) ?? 0, 0), 0x10FFFF)
    }
    sequence = []
    if final == "~", body == "200" {
      // Right behind the end of another, which ncurses does not get to see.
      paste = String.UnicodeScalarView()
    } else if final == "c", body.hasPrefix("?") {
      awaitsAttributes = false
      awaitsBackground = false
    } else if isMouse {
      if let event = mouseEvent(numbers, final) { events.append(.mouse(event)) }
    } else if awaitsCursor, final == "R", numbers.count == 2, numbers[0] == 1 {
      awaitsCursor = false
      let width = numbers[1] - KeyDecoder.askingColumn
      if width == 1 || width == 2 { events.append(.ambiguousWidth(width)) }
    } else if let key = KeyDecoding.key(numbers: body.isEmpty ? [] : numbers, final: final) {
      events.append(.key(key))
    }
  }

  /// Rule source: xterm's control sequences, SGR mouse mode 1006.
  private func mouseEvent(_ numbers: [Int], _ final: Unicode.Scalar) -> MouseEvent? {
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0, final == "M" || final == "m" else {
      return nil
    }
    let place = Point(column: numbers[1] - 1, row: numbers[2] - 1)
    switch numbers[0] & ~0b11100 {  // without Shift, Alt, Ctrl
    case 0: return MouseEvent(final == "M" ? .press : .release, at: place)
    case 32: return MouseEvent(.drag, at: place)
    case 64: return MouseEvent(.wheelUp, at: place)
    case 65: return MouseEvent(.wheelDown, at: place)
    default: return nil
    }
  }
}

// MARK: Pastes

extension KeyDecoder {
  /// Inside a paste nothing is a command: all of it is text, controls too. Line ends become `\n`.
  ///
  /// It ends with the end's bytes, or with its code, which also gives up one that has no end.
  private mutating func addToPaste(_ unit: Unit, _ events: inout [InputEvent]) {
    switch unit {
    case .character(let scalar):
      paste?.append(scalar)
      pasteEnd.take(UInt8(exactly: scalar.value) ?? 0)
      if pasteEnd.isWhole { endPaste(leavingOut: PasteEnd.length, &events) }
    case .code(KeyDecoding.pasteEnd): endPaste(leavingOut: 0, &events)
    case .code: break
    }
  }

  private mutating func endPaste(leavingOut count: Int, _ events: inout [InputEvent]) {
    guard let text = paste else { return }
    paste = nil
    pasteEnd = PasteEnd()
    events.append(.paste(String(text.dropLast(count)).replacingLineEnds()))
  }

  /// What was pasted so far, while the rest keeps one waiting; an end that has begun is kept back.
  mutating func takePasted() -> [InputEvent] {
    guard let text = paste, text.count > pasteEnd.matched else { return [] }
    paste = String.UnicodeScalarView(text.suffix(pasteEnd.matched))
    return [.paste(String(text.dropLast(pasteEnd.matched)).replacingLineEnds())]
  }
}

extension String {
  /// CR LF and CR as LF.
  fileprivate func replacingLineEnds() -> String {
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in unicodeScalars {
      if !(afterReturn && scalar == "\n") { result.append(scalar == "\r" ? "\n" : scalar) }
      afterReturn = scalar == "\r"
    }
    return String(result)
  }
}
