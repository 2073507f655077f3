import ArgumentParser
import Casework
import Office

/// A command that works on a store: it is opened for it, and whatever goes wrong in the office gets its sentence.
protocol StoreCommand: ParsableCommand {
  var options: StoreOptions { get }

  /// Opens the store as the command needs it: to look at where it says nothing else.
  func openStore() throws -> OpenOffice

  /// The command's work. What it writes goes to `Streams`; errors of the office need no catching.
  func run(on office: OpenOffice) throws
}

extension StoreCommand {
  func openStore() throws -> OpenOffice { try options.open() }

  func run() throws { try runOnStore() }

  /// Saves as the operator whom the options name, who signs in first.
  @discardableResult
  func save(_ command: Casework.Command, in office: OpenOffice) throws -> OpenOffice.Saved? {
    try office.save(command, by: options.actor(in: office))
  }

  /// What `run` comes to; by name for a command that some options let do without a store.
  func runOnStore() throws {
    let office = try openStore()
    try storeFailures(at: options.path(), of: office) { try run(on: office) }
  }
}

/// Runs work on a store, and gives an error of the office its sentence.
///
/// - Parameters:
///   - path: where the store lies, if the sentence is to say so.
///   - office: what the words of a refusal are looked up in.
///   - filing: the one filing that is worked on, if it is one.
func storeFailures<Value>(
  at path: String? = nil, of office: OpenOffice? = nil, filing: String? = nil, _ work: () throws -> Value
) throws -> Value {
  do { return try work() } catch let error as OfficeError {
    throw Failure(error, at: path, in: office?.state, filing: filing)
  }
}
