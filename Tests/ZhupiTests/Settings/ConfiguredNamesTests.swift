import Testing

/// A theme or keymap that the configuration names and nobody has costs nobody the reader.
@Suite struct ConfiguredNamesTests {
  @Test(arguments: [
    (#"{ "theme": "papre" }"#, "paper"), (#"{ "keymap": "emcas" }"#, "emacs"),
  ])
  func theReaderOpensAndSaysWhatIsWrong(configuration: String, nearest: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(configuration, to: "config.json")
    let result = try BuiltProgram.run(["render", "--config", file, "--size", "140x12"])
    #expect(result.status == 0)
    #expect(result.output.contains(nearest), "\(result.output)")
  }

  @Test func anOptionThatNamesNoneIsRefused() throws {
    #expect(try BuiltProgram.run(["render", "--keymap", "emcas"]).status == 2)
  }
}
