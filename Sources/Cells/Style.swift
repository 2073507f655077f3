/// What a cell means; how that looks is the terminal's affair.
///
/// No role is told from another by colour alone, so a screen reads the same in one colour.
public enum Style: UInt8, Sendable, Hashable, CaseIterable {
  case normal
  /// Of less weight: hints, empty values, what cannot be chosen now.
  case dim
  /// Of more weight, within running text.
  case strong

  /// The line on top of the screen.
  case title
  /// The name of a part or the head of a table.
  case heading
  /// What a key does, on the bar at the bottom, and the key's own name there.
  case keyBar, keyName
  /// Lines between and around parts.
  case frame

  /// The name beside a field, the field itself, one that can't be read as it stands, the field that is being edited, and
  /// what of it is selected.
  case label, field, fieldWrong, fieldFocused, fieldSelected
  /// The chosen row of the list that has the focus, and of one that has not.
  case selected, selectedUnfocused
  /// The part of a text that a search has found.
  case match

  /// Allowed, wants attention, refused or failed.
  case good, warning, bad
  /// The parts of a bar: spent, asked for but not yet granted, left.
  case barUsed, barWaiting, barEmpty
}
