/// Identifiers that sort by the time they were made: 48 bits of milliseconds and 80 of chance,
/// as 26 letters and digits of Crockford's base 32.
public enum ULID {
  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// Makes an identifier of the time and chance of the surroundings.
  public static func make(_ surroundings: Surroundings) -> String {
    let time = UInt64(clamping: surroundings.now()) & 0xFFFF_FFFF_FFFF
    let letters =
      write(time, count: 10) + write(surroundings.random(), count: 8)
      + write(surroundings.random(), count: 8)
    return String(decoding: letters, as: UTF8.self)
  }

  /// The lowest `count` digits of a value, five bits each.
  static func write(_ value: UInt64, count: Int) -> [UInt8] {
    (0..<count).map { digits[Int(value >> UInt64(5 * (count - 1 - $0)) & 31)] }
  }
}
