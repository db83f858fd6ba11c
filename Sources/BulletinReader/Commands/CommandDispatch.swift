extension ReaderState {
  /// Carries out a command; nothing but the way from its name to what it does.
  mutating func perform(_ call: CommandCall, count: Int?) -> [Effect] {
    let times = max(1, count ?? 1)
    let number = call.number(count: count)
    switch call.command {
    case .rowDown: return moveRows(times)
    case .rowUp: return moveRows(-times)
    case .nextCharacter: return moveCharacters(times)
    case .previousCharacter: return moveCharacters(-times)
    case .nextWord: return moveWords(times)
    case .previousWord: return moveWords(-times)
    case .rowStart: return goToRowStart()
    case .rowEnd: return goToRowEnd()
    case .nextSentence: return moveSentences(times)
    case .previousSentence: return moveSentences(-times)
    case .nextParagraph: return moveParagraphs(times)
    case .previousParagraph: return moveParagraphs(-times)
    case .halfPageDown: return movePages(times, half: true)
    case .halfPageUp: return movePages(-times, half: true)
    case .pageDown: return movePages(times, half: false)
    case .pageUp: return movePages(-times, half: false)
    case .goToTop: return goToTop(line: number)
    case .goToBottom: return goToBottom(line: number)
    case .goToPercent: return goToPercent(number)

    case .nextArticle: return goToArticle(times)
    case .previousArticle: return goToArticle(-times)
    case .nextClause: return goToRegion(.clause, times)
    case .previousClause: return goToRegion(.clause, -times)
    case .nextSection: return goToRegion(.section, times)
    case .previousSection: return goToRegion(.section, -times)
    case .nextEditorNote: return goToRegion(.editorNote, times)
    case .previousEditorNote: return goToRegion(.editorNote, -times)
    case .nextFigure: return goToRegion(.figure, times)
    case .previousFigure: return goToRegion(.figure, -times)
    case .nextReference: return goToReference(times)
    case .previousReference: return goToReference(-times)
    case .goToClause: return goToClause(number)
    case .goToPage: return goToPage(number)
    case .openEntry: return openEntry()
    case .followReference: return followReference()

    case .search: return search(for: call.argument, isBackward: false)
    case .searchBackward: return search(for: call.argument, isBackward: true)
    case .searchWord: return searchWord()
    case .nextHit: return goToHit(times)
    case .previousHit: return goToHit(-times)
    case .filter: return filter(by: call.argument)

    case .setMark: return setMark(call.argument)
    case .goToMark: return goToMark(call.argument)
    case .jumpBack: return jumpBack(times)
    case .jumpForward: return jumpForward(times)
    case .swapPlaces: return swapPlaces()

    case .toggleFold: return toggleFold()
    case .openFold: return fold(open: true)
    case .closeFold: return fold(open: false)
    case .openAllFolds: return foldAll(open: true)
    case .closeAllFolds: return foldAll(open: false)

    case .focusNext: return turnFocus(by: times)
    case .focusPrevious: return turnFocus(by: -times)
    case .focusLeft: return moveFocus(by: -times)
    case .focusRight: return moveFocus(by: times)
    case .focusContents: return focus(.contents)
    case .focusText: return focus(.text)
    case .focusAnnotations: return focus(.annotations)
    case .toggleContents: return toggle(.contents)
    case .toggleText: return toggle(.text)
    case .toggleAnnotations: return toggle(.annotations)
    case .toggleFocusMode: return toggleFocusMode()
    case .centreRow: return centreRow()
    case .widenPane: return widen(by: 2 * times)
    case .narrowPane: return widen(by: -2 * times)

    case .accept: return acceptPrompt()
    case .complete: return completePrompt(by: 1)
    case .completeBackward: return completePrompt(by: -1)
    case .olderEntry: return recallEntry(by: 1)
    case .newerEntry: return recallEntry(by: -1)
    case .caretLeft, .caretRight, .caretWordLeft, .caretWordRight, .caretStart, .caretEnd,
      .deleteBefore, .deleteAfter, .deleteWord, .killToStart, .killToEnd, .yank:
      return editPrompt(call.command)

    case .palette: return runPalette(call.argument)
    case .help: return openHelp()
    case .reload: return [.reload]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .cancel: return cancel()
    case .close: return close()
    }
  }
}
