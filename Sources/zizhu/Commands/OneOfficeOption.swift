import ArgumentParser
import Casework

/// The office of a city to whose part a report or a table is narrowed.
struct OneOfficeOption: ParsableArguments {
  @Option(name: .customLong("office"), help: "市局：只列一个局（441881）") var code: String?

  /// The part of the office that was asked for; all there is where none was.
  func part(of state: OfficeState) throws -> OfficeState {
    guard let code else { return state }
    if let part = state.part(of: code) { return part }
    let codes = state.officeCodes
    guard !codes.isEmpty else { throw Failure(.usage, "本局没有下属的局，--office 只用于市局。") }
    throw Failure(.usage, "没有局“\(code)”。各局：\(codes.joined(separator: "、"))。")
  }
}
