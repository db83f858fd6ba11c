import Glibc

/// Who annotates: the option, `$ZHUPI_AUTHOR`, the configuration, git's `user.name`, the login name.
struct AuthorName: Sendable {
  private let arguments: Arguments
  private let environment: Environment
  private let configured: String?

  /// Makes a name that is looked up when it is asked for.
  init(_ invocation: Invocation, _ configuration: Configuration) {
    arguments = invocation.arguments
    environment = invocation.environment
    configured = configuration.author
  }

  /// The name. Git is asked last but one, because that takes longest.
  func find() throws(Failure) -> String {
    if let name = try arguments.text(.author) {
      guard let name = trimmed(name) else { throw .usage(.missingValue(.author)) }
      return name
    }
    let said = (environment.author?.text).flatMap(trimmed) ?? configured.flatMap(trimmed)
    return said ?? gitName ?? (environment.login?.text).flatMap(trimmed) ?? accountName
  }

  private var gitName: String? {
    ChildProgram.output(of: ["git", "config", "--get", "user.name"].map { Word($0) })
      .flatMap { trimmed(String(decoding: $0, as: UTF8.self)) }
  }

  /// The name of the account, else its number. A static program cannot ask the system's services.
  private var accountName: String {
    let number = String(getuid())
    let table = (try? readFile(Word("/etc/passwd"))) ?? []
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      if fields.count > 2, fields[2].elementsEqual(number.utf8) {
        return String(decoding: fields[0], as: UTF8.self)
      }
    }
    return number
  }

  /// A name without blanks around; nil where nothing is left.
  private func trimmed(_ text: String) -> String? {
    let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
    guard let end = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return nil }
    return String(scalars[...end])
  }
}
