import CaseModel

/// The city's steps that its offices have taken in with replies and its own journal lacks: it was restored from a backup
/// of before. Source: offices.md, Files.
///
/// They are found in the lines by which counties took replies (`OpenOffice+Recalling`), and the city decides
/// nothing before it has them again (`checkNothingLost`).
public struct LostVerdicts: Hashable, Sendable {
  /// Of one office: which saves of the city's they are, and in which of the office's own lines they stand whole.
  public struct Office: Hashable, Sendable {
    public var writer: String
    public var name: String
    public var lines: [SaveName: Int]
    /// What the city has done with filings of this office that the office has not been told: whatever of it is about a
    /// filing with a lost step was done without knowing of that.
    public var untold: [CityStep]

    /// How many saves of the city's they are, whatever each was about.
    public var count: Int {
      Dictionary(grouping: lines.keys) { [String($0.epoch), String($0.sequence), $0.at] }.count
    }
  }

  public var offices: [Office] = []

  public var isEmpty: Bool { offices.isEmpty }
  /// Saves of the city's, each of one step or several.
  public var count: Int { offices.reduce(0) { $0 + $1.count } }

  public init() {}

  /// - Parameter writer: whose journal the city's is.
  init(city: OfficesBook, writer: String, others: some Sequence<OfficePart>) {
    let known = Set(city.steps.map(\.save))
    for part in others {
      let book = part.state.offices
      guard book.city?.city.writer == writer else { continue }
      let lines = book.takenSteps.filter { !known.contains($0.key) }
      guard !lines.isEmpty else { continue }
      let untold = city.steps.filter { $0.filing.writer == part.writer && book.takenSteps[$0.save] == nil }
      offices.append(Office(writer: part.writer, name: part.name, lines: lines, untold: untold))
    }
  }
}

extension OfficeState {
  /// Refuses what rests on what was decided while some of that is lost: it would be decided and paid again.
  func checkNothingLost() throws(Refusal) {
    guard joint.lostVerdicts.isEmpty else {
      throw .offices(.verdictsLost(joint.lostVerdicts.count, offices: joint.lostVerdicts.offices.map(\.name)))
    }
  }
}
