/// The keymaps that come with the program, as the files of this folder say them.
public enum Keymaps {
  /// The name of the keymap in force where none is chosen.
  public static let standard = "vim"

  /// The names, the one in force by default first.
  public static let names = ["vim", "emacs", "less"]

  /// What they extend without being chosen by itself: the keys of prompts and notes.
  public static let parts = ["typing"]

  /// The JSON of a keymap or a part of one; nothing for a name that is neither.
  public static func json(named name: String) -> [UInt8]? {
    switch name {
    case "vim": PackageResources.vim_json
    case "emacs": PackageResources.emacs_json
    case "less": PackageResources.less_json
    case "typing": PackageResources.typing_json
    default: nil
    }
  }
}
