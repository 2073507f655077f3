import ArgumentParser

/// `zizhu-make-data pinyin`: the table by which names are found through their pinyin.
struct MakePinyin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pinyin",
    abstract: "Makes data/pinyin.tsv of the pinyin_dict.json in the PyPI package pypinyin.")

  @Option(help: "The source: a JSON object of code points and their readings with tone marks.")
  var source: String

  @Option(help: "Where the table goes; standard output without it.")
  var output: String?

  @Option(help: "The version of the source, for the head of the table.")
  var sourceVersion: String

  func run() throws {
    let table = try PinyinTable(json: try Files.read(source))
    try Files.write(table.text(sourceVersion: sourceVersion), to: output)
  }
}
