import ArgumentParser
import CaseModel
import Casework
import Office
import SubsidyRules
import Wording

/// A filing's papers: the list, and what was found of each.
struct TickCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "papers", abstract: "申报的材料清单：列出，或逐项核对（份数、原件、页数）；写几个编号时，所写的用于每一件")

  @Argument(help: "申报编号，可写多个") var ids: [String]
  @Option(name: .customLong("ok"), help: "齐备的材料，如 identity 或 identity:2:5（份数、页数）") var inOrder: [String] = []
  @Flag(name: .customLong("all-ok"), help: "清单上须交的材料全部齐备") var isAllInOrder = false
  @Option(help: "没有提交的材料") var missing: [String] = []
  @Option(help: "不符合要求的材料，如 account-proof=户名不符") var failing: [String] = []
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    for id in ids where office.state.file(id) == nil {
      throw Failure(.notFound, "没有编号为“\(id)”的申报。")
    }
    var who: SignedIn?
    for id in ids {
      try tick(id, in: office, by: &who)
      guard let now = office.state.file(id) else { return }
      let heading = ids.count > 1 ? ["\(id)："] : []
      try Streams.write(heading + office.state.tickList(of: now).map { TickWording.line($0) })
    }
  }

  /// Saves what was found of one filing's papers; whoever does it signs in with the first.
  private func tick(_ id: String, in office: OpenOffice, by who: inout SignedIn?) throws {
    guard let file = office.state.file(id), let seen = office.state.seen(id) else { return }
    let ticks = try ticks(office.state.tickList(of: file))
    guard !ticks.isEmpty else { return }
    let actor = try who ?? options.actor(in: office)
    who = actor
    let command = Casework.Command.tickPapers(filing: id, ticks, seen: seen)
    _ = try storeFailures(at: options.path(), of: office, filing: id) { try office.save(command, by: actor) }
  }

  private func ticks(_ rows: [TickRow]) throws -> [PaperTick] {
    var ticks: [PaperTick] = []
    if isAllInOrder { ticks += rows.filter { !$0.paper.optional }.map { PaperTick(full: $0.paper) } }
    for text in inOrder {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      let numbers = parts.dropFirst().map(Int.init)
      guard numbers.count <= 2, numbers.allSatisfy({ $0.map { (0...9999).contains($0) } ?? false }) else {
        throw Failure(.usage, "--ok“\(text)”应写成 材料、材料:份数 或 材料:份数:页数。")
      }
      var tick =
        rows.first { $0.paper.id == parts[0] }.map { PaperTick(full: $0.paper) } ?? PaperTick(paper: parts[0])
      if let copies = numbers.first { tick.copies = copies ?? 0 }
      if numbers.count == 2 { tick.pages = numbers[1] ?? 0 }
      ticks.append(tick)
    }
    ticks += missing.map { PaperTick(paper: $0, verdict: .missing) }
    for text in failing {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw Failure(.usage, "--failing“\(text)”应写成 材料=哪里不符合要求。")
      }
      // The sheets that lie there are the same; only what is thought of them is another.
      var tick = rows.first { $0.paper.id == parts[0] }?.tick ?? PaperTick(paper: parts[0], copies: 1)
      tick.verdict = .failing(parts[1])
      ticks.append(tick)
    }
    // Of a paper named twice the last word counts.
    return ticks.enumerated().filter { place, tick in
      !ticks[(place + 1)...].contains { $0.paper == tick.paper }
    }.map(\.element)
  }
}
