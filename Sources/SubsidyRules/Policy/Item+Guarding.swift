extension Policy {
  /// The inputs by which an item's filings are told apart: what its once-only key, the event that gives a cap its year,
  /// and the limits are made of; in the order of the form.
  public func guardingInputs(of item: Item) -> [String] {
    let home = document(of: item)
    var places: Set<Int> = []
    for part in item.once.chosen(home.readings) ?? [] {
      switch part {
      case .applicant, .family: break
      case .input(let place): places.insert(place)
      case .value(let place): places.formUnion(inputs(of: .value(place), item))
      }
    }
    for cap in home.caps where cap.items.contains(item.id) {
      places.formUnion(inputs(of: item.event, item))
      if case .cases(let by, _)? = cap.limit[item.id] { places.formUnion(inputs(of: by, item)) }
      for case .each(let parts) in cap.holder {
        if let part = parts[item.id] { places.formUnion(inputs(of: part, item)) }
      }
    }
    return item.inputs.indices.filter(places.contains).map { item.inputs[$0].id }
  }

  private func inputs(of expression: Expression, _ item: Item) -> Set<Int> {
    switch expression {
    case .input(let place): [place]
    case .value(let place):
      item.values.indices.contains(place) ? inputs(of: item.values[place].expression, item) : []
    default: expression.parts.reduce(into: []) { $0.formUnion(inputs(of: $1, item)) }
    }
  }
}

extension Item {
  /// Whether a value is a text as people write it, and no word of a list.
  func isFreeText(_ expression: Expression) -> Bool {
    switch expression {
    case .input(let place): inputs.indices.contains(place) && inputs[place].kind == .text
    case .value(let place): values.indices.contains(place) && isFreeText(values[place].expression)
    default: false
    }
  }
}
