import AnnotationJournal
import BulletinCore

/// `zhupi annotate FILE`: annotates a place, or words of the text, and prints the new id.
enum AnnotateCommand {
  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let arguments = invocation.arguments
    let place = try place(arguments)
    let number = try arguments.number(.nth, in: 1...Int(Int32.max))
    let fields = try AnnotationArguments(arguments, today: invocation.today()).fields(of: nil)
    let bulletin = try invocation.bulletin()
    let journals = try Journals(invocation)
    let journal = try journals.journal(of: invocation.file)
    let document = journal.document(bulletin, file: invocation.file)
    let range =
      if let place {
        try range(of: place, document.present, invocation.file)
      } else {
        try range(
          of: try arguments.text(.quote) ?? "", number, document.present, invocation.file)
      }
    let author = try journals.author.find()
    let id = try journal.doing { () throws(JournalError) in
      try document.annotate(range, fields, by: author)
    }
    try output.write(id)
    try output.endLine()
    return 0
  }

  /// The place of `--at`; nil where there is a quote.
  private static func place(_ arguments: Arguments) throws(Failure) -> Place? {
    switch (arguments.word(.at), arguments.has(.quote)) {
    case (nil, false): throw .usage(.missingOneOf([.at, .quote], command: "annotate"))
    case (.some, true): throw .usage(.conflict(.at, .quote))
    case (nil, true): return nil
    case (let word?, false):
      if arguments.has(.nth) { throw .usage(.needs(.nth, .quote)) }
      do throws(PlaceError) {
        return try Place(word.text)
      } catch {
        throw .place(Word(Option.at.name), error)
      }
    }
  }

  private static func range(
    of place: Place, _ present: PresentText, _ file: Word
  ) throws(Failure) -> Range<Int> {
    do throws(PlaceError) { return try present.range(of: place) } catch {
      throw .place(file, error)
    }
  }

  /// The place of words; of several the one of that number.
  private static func range(
    of quote: String, _ number: Int?, _ present: PresentText, _ file: Word
  ) throws(Failure) -> Range<Int> {
    let places = present.places(of: quote)
    guard let first = places.first else { throw .noQuote(file, quote) }
    if let number {
      guard number <= places.count else {
        throw .noQuoteNumber(file, number, count: places.count)
      }
      return places[number - 1]
    }
    guard places.count == 1 else {
      let lines = places.map { present.lineRange(of: $0)?.line ?? 0 }
      throw .severalQuotes(file, quote, lines: lines)
    }
    return first
  }
}
