/// The command table: one row a command, from which help, hint line, palette and `zhupi keys` come.
enum CommandTable {
  /// The row of a command.
  static func entry(for command: Command) -> CommandEntry {
    switch command {
    case .rowDown: row(.moving, .anywhere, .repeats, "下一行", "row down", "下移一行", "down a row")
    case .rowUp: row(.moving, .anywhere, .repeats, "上一行", "row up", "上移一行", "up a row")
    case .nextCharacter: row(.moving, .inText, .repeats, "右", "right", "右移一字", "right a character")
    case .previousCharacter:
      row(.moving, .inText, .repeats, "左", "left", "左移一字", "left a character")
    case .nextWord: row(.moving, .inText, .repeats, "下一词", "word", "到下一词", "to the next word")
    case .previousWord:
      row(.moving, .inText, .repeats, "上一词", "word back", "到上一词", "to the previous word")
    case .rowStart:
      row(.moving, .inText, .none, "行首", "row start", "到行首", "to the start of the row")
    case .rowEnd: row(.moving, .inText, .none, "行末", "row end", "到行末", "to the end of the row")
    case .nextSentence:
      row(.moving, .inText, .repeats, "下一句", "sentence", "到下一句", "to the next sentence")
    case .previousSentence:
      row(.moving, .inText, .repeats, "上一句", "sentence back", "到上一句", "to the previous sentence")
    case .nextParagraph:
      row(.moving, .inText, .repeats, "下一段", "paragraph", "到下一段", "to the next paragraph")
    case .previousParagraph:
      row(.moving, .inText, .repeats, "上一段", "paragraph back", "到上一段", "to the previous paragraph")
    case .halfPageDown:
      row(
        .moving, .anywhere, .number, "下半页", "half page down",
        "下移半页，或数字所定的行数", "down half a page, or as many rows as a count set")
    case .halfPageUp:
      row(
        .moving, .anywhere, .number, "上半页", "half page up",
        "上移半页，或数字所定的行数", "up half a page, or as many rows as a count set")
    case .pageDown: row(.moving, .anywhere, .repeats, "下一页", "page down", "下移一页", "down a page")
    case .pageUp: row(.moving, .anywhere, .repeats, "上一页", "page up", "上移一页", "up a page")
    case .goToTop:
      row(
        .moving, .anywhere, .number, "开头", "top",
        "到开头；带数字时到文件的那一行", "to the top, or with a count to that line of the file")
    case .goToBottom:
      row(
        .moving, .anywhere, .number, "末尾", "bottom",
        "到末尾；带数字时到文件的那一行", "to the end, or with a count to that line of the file")
    case .goToPercent:
      row(
        .moving, .anywhere, .number, "百分比", "percent",
        "到全文的百分之几", "to that percentage of the issue")

    case .nextClause: row(.regions, .inText, .repeats, "条", "clause", "到下一条", "to the next clause")
    case .previousClause:
      row(.regions, .inText, .repeats, "条", "clause", "到上一条", "to the previous clause")
    case .nextArticle:
      row(.regions, .inText, .repeats, "文章", "article", "到下一篇文章", "to the next article")
    case .previousArticle:
      row(.regions, .inText, .repeats, "文章", "article", "到上一篇文章", "to the previous article")
    case .nextEditorNote:
      row(
        .regions, .inText, .repeats, "编者按", "editor's note",
        "到下一则编者按", "to the next editor's note")
    case .previousEditorNote:
      row(
        .regions, .inText, .repeats, "编者按", "editor's note",
        "到上一则编者按", "to the previous editor's note")
    case .nextSection:
      row(
        .regions, .inText, .repeats, "小节", "section", "到下一章节或标题", "to the next section or heading")
    case .previousSection:
      row(
        .regions, .inText, .repeats, "小节", "section",
        "到上一章节或标题", "to the previous section or heading")
    case .nextAnnotation:
      row(.regions, .anywhere, .repeats, "批注", "annotation", "到下一条批注", "to the next annotation")
    case .previousAnnotation:
      row(.regions, .anywhere, .repeats, "批注", "annotation", "到上一条批注", "to the previous annotation")
    case .nextFollowUp:
      row(
        .regions, .anywhere, .repeats, "待跟进", "follow-up",
        "到下一条待跟进", "to the next open follow-up")
    case .previousFollowUp:
      row(
        .regions, .anywhere, .repeats, "待跟进", "follow-up",
        "到上一条待跟进", "to the previous open follow-up")
    case .nextFigure: row(.regions, .inText, .repeats, "图", "figure", "到下一幅图", "to the next figure")
    case .previousFigure:
      row(.regions, .inText, .repeats, "图", "figure", "到上一幅图", "to the previous figure")
    case .nextReference:
      row(.regions, .inText, .repeats, "引用", "reference", "到下一处引用", "to the next reference")
    case .previousReference:
      row(.regions, .inText, .repeats, "引用", "reference", "到上一处引用", "to the previous reference")
    case .nextDoubtful:
      row(
        .regions, .anywhere, .repeats, "待确认", "doubtful",
        "到下一条待确认或失锚的批注", "to the next doubtful anchor or orphan")
    case .previousDoubtful:
      row(
        .regions, .anywhere, .repeats, "待确认", "doubtful",
        "到上一条待确认或失锚的批注", "to the previous doubtful anchor or orphan")
    case .goToClause:
      row(.regions, .inText, .number, "第几条", "clause n", "到本篇第几条", "to clause n of this article")
    case .goToPage: row(.regions, .inText, .number, "第几页", "page n", "到印刷页第几页", "to printed page n")
    case .goToHeading:
      row(
        .regions, .anywhere, .text, "标题", "heading",
        "按几个字跳到任一标题或条款", "to any heading or clause, by a few characters of it")
    case .openEntry:
      row(.regions, .inContents, .none, "打开", "open", "到目录所指之处", "to what the contents line names")
    case .followReference:
      row(
        .regions, .inText, .none, "引用", "follow",
        "到光标处所引的条文或文件", "to what the reference under the cursor names")
    case .openAnnotation:
      row(.regions, .inAnnotations, .none, "到原文", "open", "到批注所在的原文", "to the annotation's text")

    case .selectCharacters:
      row(
        .selecting, .inTextOrVisual, .none, "逐字选取", "select", "逐字选取，再按则取消",
        "select by character, or stop")
    case .selectUnits:
      row(
        .selecting, .inTextOrVisual, .none, "逐段选取", "units", "逐段选取，再按则取消", "select by unit, or stop"
      )
    case .selectClause:
      row(
        .selecting, .inTextOrVisual, .none, "本条", "clause", "选取整条及其各项",
        "select the clause with its items")
    case .selectArticle:
      row(.selecting, .inTextOrVisual, .none, "本篇", "article", "选取整篇文章", "select the article")
    case .selectSentence:
      row(.selecting, .inTextOrVisual, .none, "本句", "sentence", "选取整句", "select the sentence")
    case .selectParagraph:
      row(.selecting, .inTextOrVisual, .none, "本段", "paragraph", "选取整段", "select the paragraph")
    case .selectQuotation:
      row(
        .selecting, .inTextOrVisual, .none, "引号内", "quotation",
        "选取引号或书名号之内", "select what quotation marks hold")
    case .swapSelectionEnds:
      row(
        .selecting, .inVisual, .none, "另一端", "other end", "到选区的另一端", "to the selection's other end")
    case .copy:
      row(
        .selecting, .onAnnotations, .none, "复制", "copy",
        "复制所选或本段，带出处", "copy the selection or unit with its citation")

    case .annotate:
      row(
        .annotating, .onAnnotations, .none, "批注", "annotate", "给所选或本段写批注",
        "write a note on the selection or unit")
    case .editNote:
      row(
        .annotating, .onAnnotations, .none, "改批注", "edit", "修改光标处的批注",
        "edit the note under the cursor")
    case .tag: row(.annotating, .onAnnotations, .text, "标签", "tag", "加或改标签", "set the tags")
    case .followUp:
      row(
        .annotating, .onAnnotations, .text, "跟进", "follow up", "标为待跟进，并问到期日",
        "mark for follow-up, with a due date")
    case .toggleDone:
      row(
        .annotating, .onAnnotations, .none, "办结", "done", "标为已办，或重新待办",
        "mark as done, or open again"
      )
    case .setStatus:
      row(
        .annotating, .onAnnotations, .text, "状态", "status",
        "设状态：open 待办、waiting 等待、done 已办、dropped 不办",
        "set the status: open, waiting, done, dropped")
    case .assign:
      row(.annotating, .onAnnotations, .text, "分派", "assign", "分派给某人", "assign to somebody")
    case .setColor:
      row(
        .annotating, .onAnnotations, .text, "颜色", "colour",
        "设颜色：vermilion 朱、gold 金、jade 碧、azure 青、violet 紫",
        "set the colour: vermilion, gold, jade, azure, violet")
    case .removeAnnotation:
      row(
        .annotating, .onAnnotations, .none, "删除", "remove", "删除光标处的批注",
        "remove the annotation under the cursor")
    case .undo:
      row(
        .annotating, .anywhere, .repeats, "撤销", "undo", "撤销本人对本文的上一次改动",
        "undo your last change to this document")
    case .redo:
      row(.annotating, .anywhere, .repeats, "重做", "redo", "重做撤销了的改动", "redo what was undone")
    case .repeatChange:
      row(
        .annotating, .onAnnotations, .none, "重复", "repeat", "在此重复上一次改动",
        "repeat the last change here")
    case .acceptAnchor:
      row(
        .annotating, .onAnnotations, .none, "接受", "accept", "接受待确认批注的位置",
        "accept the place of a doubtful anchor")
    case .moveAnchor:
      row(
        .annotating, .inAnnotations, .none, "改放", "move",
        "把这条批注移到所选或光标所在段", "move the annotation to the selection or unit")
    case .leaveOrphan:
      row(
        .annotating, .onAnnotations, .none, "失锚", "orphan", "确认原文已不在",
        "confirm that its text is gone")
    case .sortAnnotations:
      row(
        .annotating, .inAnnotations, .text, "排序", "sort",
        "换一种排序：place 位置、tag 标签、status 状态、due 到期、color 颜色、author 作者",
        "sort by place, tag, status, due, color, author")
    case .resumeNote:
      row(
        .annotating, .anywhere, .none, "续写", "resume", "继续写未保存的批注草稿",
        "go on with the draft of a note")
    case .saveAgain:
      row(
        .annotating, .anywhere, .none, "再存", "save again", "再次写入没有保存的改动",
        "try again to save what is not saved")
    case .export:
      row(
        .annotating, .anywhere, .text, "导出", "export",
        "把本文的批注导出到文件：export 格式 文件名；export! 覆盖已有的文件",
        "write the annotations to a file: export FORMAT FILE; export! overwrites one")

    case .search: row(.searching, .anywhere, .text, "查找", "search", "向后查找", "search forward")
    case .searchBackward:
      row(.searching, .anywhere, .text, "向前查找", "search back", "向前查找", "search backward")
    case .searchOrNext:
      row(.searching, .anywhere, .repeats, "查找", "search", "查找或到下一处命中", "search, or next hit")
    case .searchOrPrevious:
      row(
        .searching, .anywhere, .repeats, "向前", "back", "向前查找或到前一处命中",
        "search backward, or previous hit")
    case .searchWord:
      row(
        .searching, .inText, .none, "查此词", "this word",
        "查找光标处的词", "search the word under the cursor")
    case .nextHit:
      row(.searching, .anywhere, .repeats, "下一处", "next hit", "到下一处命中", "to the next hit")
    case .previousHit:
      row(.searching, .anywhere, .repeats, "上一处", "previous hit", "到上一处命中", "to the previous hit")
    case .filter:
      row(
        .searching, .filtered, .text, "筛选", "filter",
        "只列出含有某文字、#标签、颜色、状态、日期的行", "list only what has a text, #tag, colour, state, date")

    case .setMark: row(.places, .inText, .character, "标记", "mark", "在此做标记", "mark this place")
    case .goToMark: row(.places, .inText, .character, "到标记", "to mark", "到标记处", "to a mark")
    case .swapPlaces:
      row(
        .places, .inText, .none, "返回", "back",
        "回到上次跳转之前，再按则回来", "back to before the last jump, and again")
    case .showPlace:
      row(
        .places, .anywhere, .none, "出处", "where",
        "说明光标所在：行号、期号、文章、条款、页码", "say where the cursor is: line, issue, article, clause, page")
    case .jumpBack:
      row(.places, .anywhere, .repeats, "后退", "back", "在跳转记录中后退", "back in the jump list")
    case .jumpForward:
      row(.places, .anywhere, .repeats, "前进", "forward", "在跳转记录中前进", "forward in the jump list")

    case .toggleFold:
      row(
        .folding, .anywhere, .none, "折叠", "fold",
        "折叠或展开目录的一支", "fold or unfold a branch of the contents")
    case .openFold:
      row(.folding, .anywhere, .none, "展开", "unfold", "展开目录的一支", "unfold a branch of the contents")
    case .closeFold:
      row(
        .folding, .anywhere, .none, "收起", "fold up", "收起目录的一支", "fold up a branch of the contents")
    case .openAllFolds:
      row(.folding, .anywhere, .none, "全部展开", "unfold all", "展开整个目录", "unfold all the contents")
    case .closeAllFolds:
      row(.folding, .anywhere, .none, "全部收起", "fold all", "收起整个目录", "fold up all the contents")

    case .focusNext:
      row(
        .panes, .anywhere, .number, "下一窗格", "next pane", "到下一窗格，或第几个", "to the next pane, or pane n"
      )
    case .focusPrevious:
      row(
        .panes, .anywhere, .number, "上一窗格", "previous pane",
        "到上一窗格，或第几个", "to the previous pane, or pane n")
    case .focusLeft:
      row(.panes, .anywhere, .repeats, "左", "left", "到左边的窗格", "to the pane on the left")
    case .focusRight:
      row(.panes, .anywhere, .repeats, "右", "right", "到右边的窗格", "to the pane on the right")
    case .focusContents: row(.panes, .anywhere, .none, "目录", "contents", "到目录", "to the contents")
    case .focusText: row(.panes, .anywhere, .none, "正文", "text", "到正文", "to the text")
    case .focusAnnotations:
      row(.panes, .anywhere, .none, "批注", "annotations", "到批注", "to the annotations")
    case .toggleContents:
      row(.panes, .anywhere, .none, "目录", "contents", "显示或隐藏目录", "show or hide the contents")
    case .toggleText:
      row(.panes, .anywhere, .none, "正文", "text", "显示或隐藏正文", "show or hide the text")
    case .toggleAnnotations:
      row(.panes, .anywhere, .none, "批注", "annotations", "显示或隐藏批注", "show or hide the annotations")
    case .toggleFocusMode:
      row(
        .panes, .anywhere, .none, "专注", "focus mode",
        "只留一个窗格，再按则恢复", "this pane alone, or all again")
    case .centreRow:
      row(
        .panes, .anywhere, .number, "居中", "centre",
        "把光标所在行（或文件的第几行）移到中间", "move the cursor's row, or line n, to the middle")
    case .widenPane: row(.panes, .anywhere, .repeats, "加宽", "widen", "加宽窗格", "widen the pane")
    case .narrowPane: row(.panes, .anywhere, .repeats, "变窄", "narrow", "让窗格变窄", "narrow the pane")
    case .balancePanes:
      row(
        .panes, .anywhere, .none, "均分", "balance", "窗格恢复默认宽度",
        "give the panes their own widths again")

    case .accept: row(.typing, .typing, .none, "确定", "accept", "确定所输入的内容", "take what is typed")
    case .complete:
      row(
        .typing, .prompts, .none, "补全", "complete",
        "补全；再按为下一个", "complete, and again the next one")
    case .completeBackward:
      row(.typing, .prompts, .none, "上一补全", "previous", "上一个补全", "the completion before")
    case .olderEntry:
      row(
        .typing, .typing, .none, "上一条", "older",
        "以前输入过的上一条；上一行", "what was typed before, or a row up")
    case .newerEntry:
      row(
        .typing, .typing, .none, "下一条", "newer",
        "以前输入过的下一条；下一行", "what was typed after it, or a row down")
    case .caretLeft: row(.typing, .typing, .none, "左", "left", "光标左移", "left a character")
    case .caretRight: row(.typing, .typing, .none, "右", "right", "光标右移", "right a character")
    case .caretWordLeft: row(.typing, .typing, .none, "左一词", "word left", "光标左移一词", "left a word")
    case .caretWordRight:
      row(.typing, .typing, .none, "右一词", "word right", "光标右移一词", "right a word")
    case .caretStart:
      row(.typing, .typing, .none, "行首", "start", "光标到行首", "to the start of the line")
    case .caretEnd: row(.typing, .typing, .none, "行末", "end", "光标到行末", "to the end of the line")
    case .deleteBefore:
      row(.typing, .typing, .none, "退格", "delete back", "删除前一字", "delete the character before")
    case .deleteAfter:
      row(.typing, .typing, .none, "删除", "delete", "删除后一字", "delete the character after")
    case .deleteWord:
      row(.typing, .typing, .none, "删词", "delete word", "剪切前一词", "cut the word before")
    case .killToStart:
      row(.typing, .typing, .none, "剪到行首", "cut to start", "剪切到行首", "cut to the start of the line")
    case .killToEnd:
      row(.typing, .typing, .none, "剪到行末", "cut to end", "剪切到行末", "cut to the end of the line")
    case .yank: row(.typing, .typing, .none, "粘贴", "put back", "贴上剪切的内容", "put back what was cut")
    case .breakLine:
      row(.typing, .inNote, .none, "换行", "line break", "在批注中换行", "break the line of a note")
    case .undoTyping:
      row(.typing, .inNote, .none, "撤销输入", "undo", "撤销上一步输入", "undo the last step of typing")
    case .redoTyping:
      row(.typing, .inNote, .none, "重做输入", "redo", "重做撤销的输入", "redo the step of typing")
    case .editExternally:
      row(
        .typing, .inNote, .none, "外部编辑器", "editor", "用 $VISUAL 或 $EDITOR 编辑",
        "edit with $VISUAL or $EDITOR")
    case .discardNote:
      row(
        .typing, .inNote, .none, "放弃", "discard", "放弃这条批注（先问一次）",
        "discard the note, after one question")

    case .palette:
      row(.session, .anywhere, .text, "命令", "command", "按名字执行命令", "run a command by its name")
    case .help: row(.session, .anywhere, .none, "帮助", "help", "按键一览", "the table of keys")
    case .theme:
      row(.session, .anywhere, .text, "主题", "theme", "换主题，边选边看", "switch the theme, with a preview")
    case .keymap: row(.session, .anywhere, .text, "按键", "keymap", "换按键方案", "switch the keymap")
    case .width:
      row(
        .session, .anywhere, .number, "行宽", "width", "设正文每行字数",
        "set the Chinese characters in a row"
      )
    case .set:
      row(
        .session, .anywhere, .text, "设置", "set", "看或改本次阅读的设置",
        "show or change settings of this reading")
    case .reload: row(.session, .anywhere, .none, "重新读取", "reload", "重新读取文件", "read the file again")
    case .redraw: row(.session, .anywhere, .none, "重画", "redraw", "重画屏幕", "draw the screen anew")
    case .suspend:
      row(.session, .anywhere, .none, "挂起", "suspend", "挂起，回到命令行", "suspend, back to the shell")
    case .cancel:
      row(.session, .everywhere, .none, "取消", "cancel", "取消正在等待的操作", "cancel what waits")
    case .close:
      row(.session, .anywhere, .none, "关闭", "close", "关闭；在阅读时离开程序", "close, or leave the program")
    }
  }

  /// A row of the table: hint and help, each Chinese and English.
  private static func row(
    _ group: CommandGroup, _ contexts: [KeyContext], _ argument: CommandArgument,
    _ hintZh: String, _ hintEn: String, _ helpZh: String, _ helpEn: String
  ) -> CommandEntry {
    CommandEntry(
      group: group, contexts: contexts, argument: argument, hint: Text(zh: hintZh, en: hintEn),
      help: Text(zh: helpZh, en: helpEn))
  }
}
