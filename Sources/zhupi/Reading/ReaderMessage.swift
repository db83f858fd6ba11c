import BulletinReader

extension Failure {
  /// What the message line says: as on standard error, but of a long path only its end, so that
  /// the reason has room.
  func readerMessage(_ language: Language) -> String {
    let message = message(language) ?? ""
    // The place ends where the reason begins, with the first colon that a blank follows.
    guard let colon = message.indices.first(where: { message[$0...].hasPrefix(": ") }) else {
      return message
    }
    let parts = message[..<colon].split(separator: "/")
    guard parts.count > 2 else { return message }
    return "…/" + parts.suffix(2).joined(separator: "/") + message[colon...]
  }
}
