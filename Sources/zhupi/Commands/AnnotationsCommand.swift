import AnnotationJournal

/// `zhupi annotations [PATH...]` and `zhupi follow-ups [PATH...]`
enum AnnotationsCommand {
  /// Lists annotations in reading order.
  static func list(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let arguments = invocation.arguments
    let today = try invocation.today()
    var filter = AnnotationFilter()
    filter.tags = try TagName.read(.tag, of: arguments, isNew: false)
    filter.color = try arguments.annotationColor()
    filter.status = try arguments.choice(.status, of: FollowUpStatus.self)
    filter.author = try arguments.text(.author)
    filter.state = try arguments.choice(.state, of: AnchorState.self)
    if let words = try arguments.text(.dueBefore) {
      filter.dueBefore = try arguments.day(.dueBefore, words, today)
    }
    let journals = try Journals(invocation)
    let rows = try AnnotationListing.rows(journals, invocation, filter)
    if arguments.has(.json) {
      var json = JSONOutput(output)
      try json.write(rows)
      output = json.output
      return 0
    }
    let text = AnnotationLines(rows, of: journals, today: today, invocation.environment.language)
    for row in rows { try output.writeLine(text.line(row)) }
    return 0
  }

  /// Lists what is to be done, the most urgent first: by the day it is due, what has none at the
  /// end.
  static func followUps(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    var filter = AnnotationFilter()
    filter.isPending = true
    filter.assignee = try invocation.arguments.assignee()
    let today = try invocation.today()
    let journals = try Journals(invocation)
    let found = try AnnotationListing.rows(journals, invocation, filter)
    let rows = found.enumerated().sorted { left, right in
      guard let first = left.element.due, let second = right.element.due else {
        if (left.element.due == nil) != (right.element.due == nil) {
          return left.element.due != nil
        }
        return left.offset < right.offset
      }
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
    if invocation.arguments.has(.json) {
      var json = JSONOutput(output)
      try json.write(rows, today: today)
      output = json.output
      return 0
    }
    let text = AnnotationLines(rows, of: journals, today: today, invocation.environment.language)
    for line in text.followUps(rows) { try output.writeLine(line) }
    return 0
  }
}
