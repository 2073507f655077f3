import CaseModel
import Cells

/// A layer in which a list of choices opens: it has all keys then, and Esc closes it before what it belongs to.
protocol ChoosingLayer: Layer {
  var choices: ChoiceList? { get set }
  /// What picking one comes to; the list is closed then.
  mutating func pick(_ choice: Field.Choice, _ desk: Surroundings) -> Answer
}

extension ChoosingLayer {
  var isListOpen: Bool { choices != nil }

  mutating func pressInChoices(_ key: Key, _ desk: Surroundings) -> Answer {
    switch choices?.press(key) {
    case .picked(let choice)?:
      choices = nil
      return pick(choice, desk)
    case .closes?: choices = nil
    case .stays?, nil: break
    }
    return .stays()
  }

  mutating func type(_ text: String, _ desk: Surroundings) -> Answer {
    choices?.type(text)
    return .stays()
  }
}
