import Testing

@testable import zhupi

@Suite struct OutputTests {
  /// A terminal would obey what a folder is named; a program wants it byte by byte.
  @Test func aPathShowsSignsOnATerminalAlone() throws {
    let path = Word(bytes: Array("/x\u{1B}[31m".utf8) + [0xFF])
    var shown = Output(to: -1, isTerminal: true)
    try shown.write(path: path)
    #expect(String(decoding: shown.bytes, as: UTF8.self) == "/x␛[31m\u{FFFD}")
    var read = Output(to: -1, isTerminal: false)
    try read.write(path: path)
    #expect(read.bytes == path.bytes)
  }
}
