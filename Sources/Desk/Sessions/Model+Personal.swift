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
    if palette != nil || isHelpShown || question?.isAboutTyping == false { return .plain }
    if signIn != nil { return .secret }
    if overlay != nil { return .mixed }
    let isPersonal =
      if let form = applicantForm {
        form.list == nil && form.isTypingPersonal
      } else if let list = listEntry {
        list.isTypingPersonal
      } else if let form = filing {
        form.list == nil && form.isTypingPersonal
      } else {
        isSearching
      }
    return isPersonal ? .personal : .plain
  }
}

extension ApplicantForm {
  fileprivate var isTypingPersonal: Bool {
    guard fields.indices.contains(focus) else { return true }
    return fields[focus].isPersonal
  }
}

extension ListEntry {
  fileprivate var isTypingPersonal: Bool {
    rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column].isPersonal : true
  }
}

extension FilingForm {
  fileprivate var isTypingPersonal: Bool {
    switch focus {
    case 0: false
    case 1: true
    default: focusedField?.isPersonal ?? true
    }
  }
}

extension Field {
  /// Whether a person's or a unit's data may stand in the field.
  fileprivate var isPersonal: Bool {
    switch kind {
    case .text, .applicationNumber: true
    case .date, .money, .count, .year, .flag, .choice: false
    }
  }
}
