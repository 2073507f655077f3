import Casework

/// The filings that a key acts on: what is marked, what the cursor stands on, and what may be done with them.
struct Selection: Sendable {
  /// What the screen drawn last highlights, and whether the list has moved on since.
  var seen: SeenChoice?
  var isSlipped = false
  /// Filings that a step or a paper is for, all together.
  var marks: Set<String> = []
  /// The filing under the cursor.
  var chosen = ChosenFiling()
  /// What can be done with them, or with the one under the cursor.
  private(set) var offered = Offered()

  mutating func renew(_ number: Int?, operatorName: String, _ state: OfficeState) {
    chosen.renew(number, state)
    offered.renew(chosen: chosen, marks: marks, operatorName: operatorName, state)
  }
}
