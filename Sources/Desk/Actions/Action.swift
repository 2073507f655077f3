import Casework

/// Something that can be done on a screen: its key, what it is called on the bar and in the palette and by which other words it
/// is found, why it can't be done now, and what it does. Keys, bar, palette and mouse go by the same row.
struct Action {
  /// Why something can't be done.
  enum Hindrance {
    /// What is to be done first, as it follows 请先.
    case before(String)
    /// The whole sentence.
    case because(String)

    var sentence: String {
      switch self {
      case .before(let way): "请先\(way)。"
      case .because(let sentence): sentence
      }
    }
  }

  let request: Request
  /// Nil for what no key does.
  let key: KeyName?
  let label: String
  /// What the bar calls it, where that is another word.
  let brief: String
  /// Other words by which it is found.
  let words: [String]
  /// Whether the palette has it only among what is found.
  let isFoundOnly: Bool
  let hindrance: Hindrance?
  private(set) var perform: (inout Model, OfficeState) -> [Effect]

  init(
    _ request: Request, _ key: KeyName? = nil, _ label: String, brief: String? = nil,
    words: [String] = [], isFoundOnly: Bool = false, unless hindrance: Hindrance? = nil,
    does work: @escaping (inout Model, OfficeState) -> Void = { _, _ in }
  ) {
    (self.request, self.key, self.label, self.brief) = (request, key, label, brief ?? label)
    (self.words, self.isFoundOnly, self.hindrance) = (words, isFoundOnly, hindrance)
    perform = { model, state in
      work(&model, state)
      return []
    }
  }

  /// What wants something done outside of the desk.
  func asking(_ perform: @escaping (inout Model, OfficeState) -> [Effect]) -> Action {
    var action = self
    action.perform = perform
    return action
  }

  /// For the bar; nil where it can't be done.
  var hint: KeyHint? {
    hindrance == nil ? key.map { KeyHint($0, brief) } : nil
  }

  /// For the palette, found by the same words where it can't be done.
  var command: Palette.Command {
    let command = Palette.Command(
      label, key: key, action: .request(request), words: words, isFoundOnly: isFoundOnly)
    switch hindrance {
    case .before(let way)?: return command.refused(before: way)
    case .because(let why)?: return command.refused(why)
    case nil: return command
    }
  }
}
