import BulletinCore

/// `zhupi explain FILE`: what each line was taken for.
enum ExplainCommand {
  /// Prints `line TAB role TAB number TAB depth` for each line that has text.
  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let bulletin = try invocation.bulletin()
    let names = LineRole.allCases.map { Array($0.name.utf8) }
    let (tab, dash) = (UInt8(ascii: "\t"), UInt8(ascii: "-"))
    for (line, reading) in zip(bulletin.source.lines, bulletin.roles) {
      output.write(Int(line.number))
      output.write(ascii: tab)
      try output.write(bytes: names[Int(reading.role.rawValue)])
      output.write(ascii: tab)
      if reading.number < 0 {
        output.write(ascii: dash)
      } else {
        output.write(Int(reading.number))
        if reading.role == .caption, reading.minor > 0 {
          output.write(ascii: dash)
          output.write(Int(reading.minor))
        }
      }
      output.write(ascii: tab)
      if reading.depth < 0 { output.write(ascii: dash) } else { output.write(Int(reading.depth)) }
      try output.endLine()
    }
    return 0
  }
}

extension Invocation {
  /// The file named on the command line, read whole.
  func bulletin() throws(Failure) -> Bulletin {
    Bulletin(try readSource(file, encoding: encoding()))
  }

  /// The encoding asked for.
  func encoding() throws(Failure) -> TextEncoding? {
    try arguments.choice(.encoding)
  }
}
