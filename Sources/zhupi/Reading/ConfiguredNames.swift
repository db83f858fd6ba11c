import BulletinReader

/// Themes and keymaps that the configuration names.
extension Configuration {
  /// What is wrong with a theme or keymap that the configuration names: it is not there, or cannot be
  /// read; looks for it. Nil where nothing is, or none is named.
  func fault(ofName name: String?, _ key: String, in settings: UserSettings) -> SettingsProblem? {
    guard let name, let file else { return nil }
    func problem(_ reason: Text, nearest: String?) -> SettingsProblem {
      SettingsProblem(
        file: file, line: lines[key] ?? 0, subject: key, reason: reason, nearest: nearest)
    }
    do throws(Failure) {
      _ = try settings.file(Word(name))
      return nil
    } catch {
      if case .usage(.unknownSetting(_, _, let names)) = error {
        return problem(
          Text(zh: "没有 \(name)", en: "there is no \(name)"),
          nearest: NearestWord.find(name, among: names))
      }
      return problem(error.reason(at: Word(name)), nearest: nil)
    }
  }
}
