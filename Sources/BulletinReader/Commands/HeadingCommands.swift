internal import BulletinCore

/// Going to any heading by a few characters of it.
extension ReaderState {
  /// Asks for a heading, or goes to the one that fits best.
  mutating func goToHeading(_ words: String?) -> [Effect] {
    guard let words else { return openPrompt(.heading) }
    var search = HeadingSearch(words, in: contents.outline, reading: article)
    while !search.isComplete { search.extend(in: contents.outline) }
    headings = search
    return goToHeading(number: 0)
  }

  /// Goes to one of the headings that fit what is typed.
  mutating func goToHeading(number: Int) -> [Effect] {
    defer { headings = nil }
    guard let headings, headings.matches.indices.contains(number) else {
      return refuseHeading()
    }
    let node = headings.matches[number].node
    if panes.focus != .text { _ = focus(.text) }
    switch node {
    case .article(let index), .column(let index): return open(article: index)
    case .front, .back, .section:
      return jump(toLine: contents.outline.line(of: node), landing: .top)
    }
  }

  /// Says that no heading fits; the line stays to be mended.
  mutating func refuseHeading() -> [Effect] {
    let words = headings?.words ?? ""
    return refuse(Text(zh: "没有标题含“\(words)”", en: "no heading has “\(words)”"))
  }

  /// Looks for the headings that what is typed may mean.
  mutating func updateHeadings(_ words: String) -> [Prompt.Completion] {
    if headings?.words != words {
      headings = HeadingSearch(words, in: contents.outline, reading: article)
    }
    return headingCompletions
  }

  private var headingCompletions: [Prompt.Completion] {
    (headings?.matches ?? []).map {
      Prompt.Completion(word: $0.name, help: Text(zh: $0.article, en: $0.article))
    }
  }

  /// Looks at more headings while nobody strikes a key.
  mutating func extendHeadings() {
    guard case .prompt(var prompt, let below) = mode, prompt.purpose == .heading else { return }
    headings?.extend(in: contents.outline)
    prompt.completions = headingCompletions
    mode = .prompt(prompt, below: below)
  }
}
