// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// A release binary carries all it needs, so that it can be copied to a machine without Swift, and
// starts at once: no library is looked for and nothing relocated.
// ncurses counts cells by `wcwidth`: it shall find the program's own, which only an exported symbol
// guarantees whatever the linker.
// Test libraries are dynamic alone: tests in release want ZHUPI_STANDALONE=no.
let isStandalone = Context.environment["ZHUPI_STANDALONE"] != "no"
let linking: [LinkerSetting] =
  [.unsafeFlags(["-Xlinker", "--export-dynamic-symbol=wcwidth"], .when(platforms: [.linux]))]
  + (isStandalone
    ? [
      .unsafeFlags(
        ["-static-executable", "-use-ld=lld", "-Xlinker", "-s", "-lswiftSynchronization"],
        .when(platforms: [.linux], configuration: .release))
    ] : [])

let package = Package(
  name: "zhupi",
  products: [.executable(name: "zhupi", targets: ["zhupi"])],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(
      name: "Themes", path: "Themes",
      resources: [
        .embedInCode("vermilion-light.json"), .embedInCode("vermilion-dark.json"),
        .embedInCode("paper.json"), .embedInCode("high-contrast.json"),
        .embedInCode("eight-colour.json"), .embedInCode("monochrome.json"),
      ],
      swiftSettings: strict),
    .target(
      name: "Keymaps", path: "Keymaps",
      resources: [
        .embedInCode("vim.json"), .embedInCode("emacs.json"), .embedInCode("less.json"),
        .embedInCode("typing.json"),
      ],
      swiftSettings: strict),
    .target(name: "BulletinCore", swiftSettings: strict),
    .target(name: "AnnotationJournal", dependencies: ["BulletinCore"], swiftSettings: strict),
    .target(name: "BulletinScreen", swiftSettings: strict),
    .target(
      name: "BulletinReader",
      dependencies: ["BulletinCore", "BulletinScreen", "AnnotationJournal"],
      swiftSettings: strict),
    .target(
      name: "BulletinTerminal", dependencies: ["BulletinScreen", "CNcurses"],
      swiftSettings: strict),
    .executableTarget(
      name: "zhupi",
      dependencies: [
        "BulletinCore", "AnnotationJournal", "BulletinScreen", "BulletinReader", "BulletinTerminal",
        "Themes", "Keymaps",
      ],
      swiftSettings: strict, linkerSettings: linking),
    .testTarget(name: "BulletinCoreTests", dependencies: ["BulletinCore"], swiftSettings: strict),
    .testTarget(
      name: "AnnotationJournalTests", dependencies: ["AnnotationJournal", "BulletinCore"],
      swiftSettings: strict),
    .testTarget(
      name: "BulletinScreenTests", dependencies: ["BulletinScreen"], swiftSettings: strict),
    .testTarget(
      name: "BulletinReaderTests",
      dependencies: [
        "BulletinReader", "BulletinCore", "AnnotationJournal", "BulletinScreen", "Themes",
        "Keymaps",
      ],
      exclude: ["Cases", "ThemeCases"],
      swiftSettings: strict),
    .testTarget(
      name: "BulletinTerminalTests", dependencies: ["BulletinTerminal", "BulletinScreen"],
      swiftSettings: strict),
    .testTarget(
      name: "ZhupiTests",
      dependencies: ["zhupi", "BulletinCore", "AnnotationJournal", "BulletinReader"],
      swiftSettings: strict),
  ]
)
