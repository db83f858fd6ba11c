import Glibc

/// Time, chance and the machine, as values, so that a test decides them.
public struct Surroundings {
  /// The wall clock, in milliseconds since 1970 (UTC).
  public var now: () -> Int64
  /// 64 bits of chance.
  public var random: () -> UInt64
  /// Waits that many milliseconds.
  public var pause: (Int) -> Void
  /// What tells this machine from others; empty where it cannot be told.
  public var machine: String
  /// The number of the user who may own a journal.
  public var user: UInt32

  /// Makes surroundings.
  public init(
    now: @escaping () -> Int64, random: @escaping () -> UInt64, pause: @escaping (Int) -> Void,
    machine: String, user: UInt32
  ) {
    self.now = now
    self.random = random
    self.pause = pause
    self.machine = machine
    self.user = user
  }

  /// Those of this process.
  public static func ofProcess() -> Surroundings {
    let places = ["/etc/machine-id", "/var/lib/dbus/machine-id"]
    let machine = places.lazy.compactMap(Self.firstLine).first ?? ""
    return Surroundings(
      now: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
      },
      random: { UInt64.random(in: .min ... .max) },
      pause: { usleep(UInt32($0) * 1000) }, machine: machine, user: geteuid())
  }

  /// `/etc/machine-id` may be a symbolic link, so it is not read as a journal's file is.
  private static func firstLine(of path: String) -> String? {
    guard let stream = fopen(path, "re") else { return nil }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = fread(&bytes, 1, bytes.count, stream)
    let line = bytes[..<count].prefix { $0 > 0x20 }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }
}
