import Cells

/// What may be typed where the cursor stands.
enum Typing {
  /// Somebody's name or number.
  case personal
  /// That too, and keys that are characters.
  case mixed
  /// A PIN.
  case secret
  /// Days, amounts, words of a list, keys.
  case plain
}

extension Model {
  var typing: Typing {
    // A question about a form is gone on from by typing in that.
    if let asking = layers.last as? Asking, !asking.question.isAboutTyping { return .plain }
    return shown?.typing ?? (search.isTyping ? .personal : .plain)
  }
}

extension FieldSet {
  var typing: Typing { list != nil ? .plain : focused?.typing ?? .personal }
}

extension ListEntry {
  var typing: Typing { rows.cell?.typing ?? .personal }
}

extension Field {
  /// Whether a person's or a unit's data may stand in the field.
  fileprivate var typing: Typing {
    switch kind {
    case .text where lookup?.source == .items: .plain
    case .text, .applicationNumber: .personal
    case .date, .money, .count, .year, .flag, .choice: .plain
    }
  }
}
