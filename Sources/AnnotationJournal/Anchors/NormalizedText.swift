public import BulletinCore

/// A text without what printing, typing and conversion change: the common ground on which two
/// states of a bulletin are compared. `第三条　ＡＩ，` and `第三条 AI,` are both `第三条AI,`.
///
/// It is a function of the decoded scalars alone. Full-width ASCII is folded; white space, line
/// ends, zero-width characters and bidi controls are removed. Roles have no part in it, so a better
/// reading never moves an anchor. Offsets into it count scalars, from 0.
public struct NormalizedText: Sendable {
  /// The scalars that are left, in order.
  public let scalars: [UInt32]
  /// The byte offset in the source of each scalar; empty for a kept edition, which has no source.
  private let offsets: [UInt32]
  /// Which state of the text this is.
  public let edition: Edition

  /// Normalises the text of a file.
  public init(_ source: SourceText) {
    self.init(utf8: source.bytes, withOffsets: true)
  }

  /// Reads back an edition that the journal kept. Where the bytes are not those that were written,
  /// `edition` is another one than the name of the file says.
  ///
  /// - Parameter kept: the UTF-8 of a normalised text, as `utf8` gave it.
  public init(kept: [UInt8]) {
    self.init(utf8: kept, withOffsets: false)
  }

  private init(utf8: [UInt8], withOffsets: Bool) {
    var scalars: [UInt32] = []
    var offsets: [UInt32] = []
    scalars.reserveCapacity(utf8.count / 3 + 16)
    if withOffsets { offsets.reserveCapacity(utf8.count / 3 + 16) }
    let bytes = utf8.span
    var index = 0
    while index < bytes.count {
      let (value, width) = decode(bytes, at: index)
      let folded = normalForm(value)
      if folded != 0 {
        scalars.append(folded)
        if withOffsets { offsets.append(UInt32(index)) }
      }
      index += width
    }
    self.scalars = scalars
    self.offsets = offsets
    edition = Edition(of: scalars)
  }

  /// Whether normalised text leaves a scalar out: blanks, and what shows nothing.
  public static func leavesOut(_ scalar: UInt32) -> Bool { normalForm(scalar) == 0 }

  /// How many scalars the text has.
  public var count: Int { scalars.count }

  /// The text as UTF-8: what the journal keeps of an edition.
  public var utf8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * 3)
    for scalar in scalars { appendUTF8(of: scalar, to: &bytes) }
    return bytes
  }

  /// A part of the text as a string; offsets beyond the end are cut off.
  public func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars[range.clamped(to: 0..<count)] {
      if let scalar = Unicode.Scalar(scalar) { view.append(scalar) }
    }
    return String(view)
  }

  // MARK: The map back

  /// The byte offset in the source of a scalar.
  ///
  /// - Parameter offset: a normalised offset, at least 0 and less than `count`.
  public func byteOffset(of offset: Int) -> Int { Int(offsets[offset]) }

  /// The normalised offset of the first scalar at or behind a byte offset of the source; `count`
  /// where none follows.
  public func offset(atByte byte: Int) -> Int {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The normalised scalars that stem from a range of bytes of the source.
  public func range(ofBytes bytes: Range<Int>) -> Range<Int> {
    let start = offset(atByte: bytes.lowerBound)
    return start..<max(start, offset(atByte: bytes.upperBound))
  }
}

/// The normal form of a string that a user typed or that a record quotes.
func normalizedScalars(of text: String) -> [UInt32] {
  text.unicodeScalars.compactMap { scalar in
    let folded = normalForm(scalar.value)
    return folded == 0 ? nil : folded
  }
}

/// A scalar's normal form; 0 where normalised text leaves it out. U+0000 is left out too: no source
/// has it.
@inline(__always)
func normalForm(_ scalar: UInt32) -> UInt32 {
  if scalar >= 0x4E00, scalar <= 0x9FFF { return scalar }
  switch scalar {
  case 0xFF01...0xFF5E: return scalar - 0xFEE0
  // Unicode property White_Space.
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
    0x3000:
    return 0
  // Zero-width characters and bidi controls: of the property Default_Ignorable_Code_Point those
  // that editing and conversion leave behind.
  case 0xAD, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
    0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF:
    return 0
  default: return scalar
  }
}

/// The scalar that begins at the byte offset of valid UTF-8, and how many bytes it takes; damage,
/// which only a file changed by hand can have, reads as U+FFFD.
@inline(__always)
private func decode(_ bytes: Span<UInt8>, at index: Int) -> (value: UInt32, width: Int) {
  let first = UInt32(bytes[index])
  if first < 0x80 { return (first, 1) }
  let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard first >= 0xC2, index + width <= bytes.count else { return (0xFFFD, 1) }
  var value = first & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
  for next in index + 1..<index + width { value = value << 6 | UInt32(bytes[next]) & 0x3F }
  return (value, width)
}

/// Appends the UTF-8 of a scalar value.
@inline(__always)
func appendUTF8(of scalar: UInt32, to bytes: inout [UInt8]) {
  if scalar < 0x80 {
    bytes.append(UInt8(scalar))
  } else if scalar < 0x800 {
    bytes.append(UInt8(0xC0 | scalar >> 6))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  } else if scalar < 0x10000 {
    bytes.append(UInt8(0xE0 | scalar >> 12))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  } else {
    bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
    bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  }
}
