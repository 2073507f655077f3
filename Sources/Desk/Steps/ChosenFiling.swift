import Casework

/// The filing under the cursor as it stands, read from its record once for all that shows it or asks what it allows.
struct ChosenFiling: Sendable {
  private var version = 0
  private(set) var number: Int?
  private(set) var file: FiledFiling?

  /// Reads the filing of a number, where it is another or the office has moved.
  mutating func renew(_ new: Int?, _ state: OfficeState) {
    guard new != number || state.version != version else { return }
    number = new
    version = state.version
    file = new.map { state.files[$0] }
  }

  /// The filing of a number, read where it is not the one under the cursor.
  func file(_ number: Int, _ state: OfficeState) -> FiledFiling {
    guard number == self.number, state.version == version, let file else { return state.files[number] }
    return file
  }
}
