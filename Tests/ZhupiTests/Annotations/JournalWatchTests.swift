import BulletinReader
import Foundation
import Glibc
import Testing

/// `zhupi journal watch`, beside other runs of the program.
@Suite struct JournalWatchTests {
  /// A watch that is running, and what it printed.
  private final class Watch {
    private let number: pid_t
    /// What it prints comes here.
    let input: Int32
    private var bytes: [UInt8] = []

    init(_ library: AnnotatedFolder, _ paths: String...) throws {
      // A pipe of `pipe` would be inherited by programs that other tests start at that moment.
      let fifo = library.file("watched")
      try #require(mkfifo(fifo, 0o600) == 0)
      input = open(fifo, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      let words = ["-c", "cd \"$0\" && exec \"$@\"", library.path, BuiltProgram.path]
      number = try ChildProcess.start(
        "/bin/sh", words + ["journal", "watch"] + paths, environment: library.variables
      ) { actions in
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, fifo, O_WRONLY, 0)
      }
    }

    /// The next line, once it is there; nil where none comes.
    func line() throws -> LinedJSON? {
      while true {
        if let end = bytes.firstIndex(of: 0x0A) {
          defer { bytes.removeFirst(end + 1) }
          return try LinedJSONParser.parse(Array(bytes[..<end]))
        }
        var place = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        guard poll(&place, 1, 20_000) > 0 else { return nil }
        var piece = [UInt8](repeating: 0, count: 65_536)
        let count = read(input, &piece, piece.count)
        guard count > 0 else { return nil }
        bytes += piece[..<count]
      }
    }

    /// The exit status once nobody reads what it prints.
    func end() -> Int32 {
      close(input)
      return ChildProcess.wait(for: number)
    }
  }

  /// Annotates until the watch is at work: when that is, nothing tells from outside.
  private func awaken(_ watch: Watch, _ library: AnnotatedFolder) throws {
    let id = try library.annotate("--at", "15")
    var tries = 0
    while tries < 200 {
      tries += 1
      #expect(try library.run(["edit", id, "--note", "\(tries)"]).status == 0)
      var place = pollfd(fd: watch.input, events: Int16(POLLIN), revents: 0)
      if poll(&place, 1, 100) > 0 { break }
    }
    #expect(try library.run(["remove", id]).status == 0)
    while let line = try watch.line(), line["event"]?.string != "removed" {}
  }

  @Test func eachChangeIsALine() throws {
    let library = try AnnotatedFolder()
    let watch = try Watch(library)
    try awaken(watch, library)
    let id = try library.annotate("--at", "10", "--note", "一")
    let added = try #require(try watch.line())
    #expect(added.members?.map(\.key) == ["event", "annotation"])
    #expect(added["event"]?.string == "added" && added["annotation"]?["id"]?.string == id)
    #expect(added["annotation"]?["note"]?.string == "一")
    #expect(added["annotation"]?["state"]?.string == "exact")
    #expect(try library.run(["edit", id, "--note", "二"]).status == 0)
    let changed = try #require(try watch.line())
    #expect(changed["event"]?.string == "changed")
    #expect(changed["annotation"]?["note"]?.string == "二")
    #expect(try library.run(["remove", id]).status == 0)
    let removed = try #require(try watch.line())
    #expect(removed["event"]?.string == "removed" && removed["annotation"]?["id"]?.string == id)
    #expect(watch.end() == 0)
  }

  @Test func otherFilesAreNotWatched() throws {
    let library = try AnnotatedFolder()
    try library.write("第一条 为了试验，制定本办法。\n", to: "other.txt")
    let watch = try Watch(library, "issue.txt")
    try awaken(watch, library)
    #expect(try library.run(["annotate", "other.txt", "--at", "1"]).status == 0)
    let id = try library.annotate("--at", "10")
    #expect(try watch.line()?["annotation"]?["id"]?.string == id)
    #expect(watch.end() == 0)
  }

  /// Nothing would ever tell it that nobody reads.
  @Test func aClosedOutputEndsAtOnce() throws {
    let library = try AnnotatedFolder()
    let result = try ChildProcess.run(
      "/bin/sh",
      ["-c", "cd \"$0\" && exec \"$1\" journal watch >&-", library.path, BuiltProgram.path],
      environment: library.variables)
    #expect(result.status == 74)
  }
}
