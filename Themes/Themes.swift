/// The themes that come with the program, as the files of this folder say them.
public enum Themes {
  /// The name of the theme for a terminal with a dark background, and where that is not known.
  public static let dark = "vermilion-dark"
  /// The name of the theme for a terminal with a light background.
  public static let light = "vermilion-light"
  /// The name of the theme for a terminal without colours.
  public static let colourless = "monochrome"

  /// The name of the theme for a terminal of eight or sixteen colours.
  public static let fewColours = "eight-colour"

  /// The names, in the order of listings.
  public static let names = [light, dark, "paper", "high-contrast", fewColours, colourless]

  /// The JSON of a theme; nothing for a name that is none of `names`.
  public static func json(named name: String) -> [UInt8]? {
    switch name {
    case light: PackageResources.vermilion_light_json
    case dark: PackageResources.vermilion_dark_json
    case "paper": PackageResources.paper_json
    case "high-contrast": PackageResources.high_contrast_json
    case fewColours: PackageResources.eight_colour_json
    case colourless: PackageResources.monochrome_json
    default: nil
    }
  }
}
