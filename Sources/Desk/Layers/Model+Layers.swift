import Casework
import Cells

/// The stack of layers: at the bottom what is worked on, over it what only passes, and over all of it who is asked to sign in.
extension Model {
  /// The layer that is worked on, whatever passes over it.
  var work: (any Layer)? { workPlace.map { layers[$0] } }

  private var workPlace: Int? { layers.lastIndex { !$0.staysOnTop } }

  /// Lays what is to be worked on over what stays below it, or in the place of what does not.
  mutating func open(_ layer: any Layer) {
    guard let place = workPlace else { return layers.insert(layer, at: 0) }
    if layers[place].staysBelow { layers.insert(layer, at: place + 1) } else { layers[place] = layer }
  }

  /// Takes away what is worked on; what lies below it comes into sight again.
  mutating func close() {
    if let place = workPlace { layers.remove(at: place) }
  }

  /// The same where what asked for something outside of the desk still lies there, and no form has come over it.
  mutating func closePage() {
    if work?.staysBelow == false { close() }
  }

  /// Lays what passes over everything but the question who is there.
  mutating func lay(_ layer: any Layer) {
    layers.insert(layer, at: layers.last is SignInForm ? layers.count - 1 : layers.count)
  }

  mutating func ask(_ question: Question) { lay(Asking(question, of: unfinished.leftBehind)) }

  /// The uppermost layer of a kind.
  func layer<Kind: Layer>(_ kind: Kind.Type = Kind.self) -> Kind? {
    layers.lazy.reversed().compactMap { $0 as? Kind }.first
  }

  mutating func drop<Kind: Layer>(_ kind: Kind.Type) { layers.removeAll { $0 is Kind } }

  /// Changes the uppermost layer of a kind; nil where there is none.
  @discardableResult
  mutating func change<Kind: Layer, Result>(_ kind: Kind.Type, _ work: (inout Kind) -> Result) -> Result? {
    guard let place = layers.lastIndex(where: { $0 is Kind }), var layer = layers[place] as? Kind else {
      return nil
    }
    defer { layers[place] = layer }
    return work(&layer)
  }

  /// Lets the uppermost layer work, and carries out what it answers.
  mutating func onTop(
    _ state: OfficeState, _ work: (inout any Layer, Surroundings) -> Answer
  ) -> [Effect] {
    guard let place = layers.indices.last else { return [] }
    return take(at(place, surroundings(state), work), state)
  }

  /// Lets the layer that is worked on work, whatever passes over it.
  mutating func atWork(
    _ state: OfficeState, _ work: (inout any Layer, Surroundings) -> Answer
  ) -> [Effect] {
    guard let place = workPlace else { return [] }
    return take(at(place, surroundings(state), work), state)
  }

  /// Every layer takes in that the office has moved, or the screen.
  mutating func renewLayers(_ state: OfficeState) {
    let desk = surroundings(state)
    // What waits for its own save is about to close, and rows that were saved just now would be duplicates of themselves.
    for place in layers.indices where !saving.isUnderWay || place != workPlace {
      at(place, desk) { $0.renew($1) }
    }
  }

  /// Out of the stack while it works, so that nothing of it is copied.
  private mutating func at<Result>(
    _ place: Int, _ desk: Surroundings, _ work: (inout any Layer, Surroundings) -> Result
  ) -> Result {
    var layer = layers.remove(at: place)
    defer { layers.insert(layer, at: place) }
    return work(&layer, desk)
  }

  /// Carries out what a layer answers.
  mutating func take(_ answer: Answer, _ state: OfficeState) -> [Effect] {
    switch answer {
    case .stays(let notice): message = notice ?? message
    case .passes: break
    case .closes: layers.removeLast()
    case .opens(let other): open(other)
    case .asks(let effect):
      if effect.isSave { saving.isUnderWay = true }
      return [effect]
    case .shows(let criteria): showFilings(criteria)
    case .enters: return update(.key(.enter), state)
    case .works(let work): return work(&self, state)
    }
    return []
  }
}

extension Effect {
  /// Whether `saved` or `notSaved` answers it.
  var isSave: Bool {
    switch self {
    case .save, .undo: true
    default: false
    }
  }

  /// Whether it is one of two things that the same key does one after the other, and that must not come of a key held
  /// down: a save, or the reading of a table that the key then takes in.
  var isFinal: Bool {
    switch self {
    case .readOldLedger, .readRecords, .readExchange, .exchange: true
    default: isSave
    }
  }
}
