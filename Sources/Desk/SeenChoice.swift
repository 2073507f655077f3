import Casework

/// What the screen drawn last highlights: a key that acts on one record acts on that one or on none.
///
/// Between the drawing and the key another desk may have taken the record out of the list, and the cursor then stands
/// on its neighbour, which nobody has looked at yet.
///
/// `ListState.hold` keeps the record through every renewal of its list; where it is gone, `SeenChoice` says
/// so and nothing is done.
struct SeenChoice: Hashable, Sendable {
  var screen: Model.Screen
  var record: RecordKey?
}

extension Model {
  /// Tells the model that its screen has been drawn.
  public mutating func wasDrawn() {
    guard isListOnTop else { return }
    selection.seen = SeenChoice(screen: screen, record: chosenList.held)
  }

  /// Whether nothing lies over the list.
  var isListOnTop: Bool { layers.isEmpty }

  /// Whether the cursor stands on another record than the one that was seen there.
  var hasSlipped: Bool {
    guard let seen = selection.seen, seen.screen == screen, let record = seen.record
    else { return false }
    return record != chosenList.held
  }

  /// Whether a request is for the record under the cursor.
  func actsOnChosen(_ request: Request) -> Bool {
    guard isListOnTop else { return false }
    switch request {
    case .lookup, .story, .mark: return true
    case .nextStep, .otherStep, .printing: return selection.marks.isEmpty
    case .newFiling: return screen == .applicants
    default: return false
    }
  }

  /// Says so instead of acting; false where what was seen is still what is chosen.
  mutating func refusesSlipped(_ state: OfficeState) -> Bool {
    guard selection.isSlipped else { return false }
    let name: String =
      switch selection.seen?.record {
      case .number(let number) where state.files.indices.contains(number): state.files.id(of: number)
      case .id(let id): id
      default: "刚才选中的"
      }
    warn("\(name) 刚由别处办理，已不在这里；什么都没有办。请看清现在选中的再按。")
    return true
  }
}
