import ArgumentParser

/// Makes the store of an invented office and keeps it.
struct Make: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the store of an invented office and keeps it.")

  @Argument(help: "Number of filings.") var size: Int
  @Argument(help: "The store's folder, empty or missing.") var store: String
  @Option(help: "What names and numbers are drawn from.") var seed: UInt64 = 201_827
  @Option(help: "The policy file.") var policy = "data/policies/qingyuan-2018-27.json"

  func validate() throws {
    guard size > 0 else { throw ValidationError("an office has at least one filing") }
  }

  func run() throws {
    let lines = try InventedStore(path: store, policy: try Scratch.bytes(of: policy)).make(
      filings: size, seed: seed)
    print("\(size) filings, \(lines) lines")
  }
}
