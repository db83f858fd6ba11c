/// Collects what is wrong with a file and those that it extends. Nobody reads thousands of
/// complaints: after the first ones they are only counted, and no nearest word is looked for.
struct ProblemList {
  private var told: [SettingsProblem] = []
  private var untold = 0

  /// How many are told.
  static let longest = 100

  /// Takes a problem, which is made only where it will be told.
  mutating func append(_ problem: @autoclosure () -> SettingsProblem) {
    if told.count < Self.longest { told.append(problem()) } else { untold += 1 }
  }

  /// The problems as they were met, and how many more there are.
  var all: [SettingsProblem] {
    guard untold > 0, let last = told.last else { return told }
    let reason = Text(zh: "另有 \(untold) 处问题", en: "\(untold) more problems")
    return told + [SettingsProblem(file: last.file, line: 0, reason: reason)]
  }
}
