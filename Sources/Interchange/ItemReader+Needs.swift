import CaseModel
import JSONText
import SubsidyRules

/// What an item needs beside its own inputs: another award, the office's word on a single condition.
extension ItemReader {
  /// The item above whose award must come first; this one has the parts of its once-only key under the same names.
  func needs(_ node: PolicyReader.Node) -> NeededAward? {
    let above = reader.itemsAbove
    guard case .string(let text) = node.tree.value, !reader.broken.contains(text) else {
      _ = reader.text(node)
      return nil
    }
    guard let other = above.first(where: { $0.id == text }) else {
      if reader.itemIDs.contains(text) {
        reader.note(.neededBelow(text), node)
      } else {
        noteUnknown(text, node, among: above.map(\.id))
      }
      return nil
    }
    guard case .always(let key) = other.once else { return reader.refuse(.neededKeyByReading, node) }
    var missing: [String] = []
    let parts = key.compactMap { part -> KeyPart? in
      let found = own(part, of: other)
      if let found { use(found, node) } else { missing.append(other.name(of: part)) }
      return found
    }
    guard missing.isEmpty else { return reader.refuse(.neededKeyDiffers(missing), node) }
    return NeededAward(item: other.id, parts: parts)
  }

  /// What this item has in the place of a part of another's key.
  private func own(_ part: KeyPart, of other: Item) -> KeyPart? {
    switch part {
    case .applicant, .family: return part
    case .input(let index):
      let rule = other.inputs[index]
      return declared.inputs.firstIndex { $0.id == rule.id && $0.kind == rule.kind }.map(KeyPart.input)
    case .value(let index):
      let value = other.values[index]
      return declared.values.firstIndex { $0.id == value.id }.map(KeyPart.value)
    }
  }

  private func use(_ part: KeyPart, _ node: PolicyReader.Node) {
    switch part {
    case .applicant, .family: break
    case .input(let index): uses.add(.input(index), at: node)
    case .value(let index): uses.add(.value(index), at: node)
    }
  }

  /// A condition in the words of the text, which the office confirms: an input of its own, yes or no.
  func confirmed(_ node: PolicyReader.Node) -> Condition.Test? {
    guard let object = reader.object(node, PolicyWords.confirmation) else { return nil }
    let id = name(object["id"])
    let label = reader.text(object["label"])
    let clause = reader.text(object["clause"])
    let reason = reader.text(object["reason"])
    if let label, let at = object["label"] { reader.checkFit(label, in: InputRule.labelColumns, at) }
    guard let id, let label, let clause, let reason else { return nil }
    checkNew(id, node)
    if declared.inputNames.id(labelled: label) != nil { reader.note(.repeatedLabel(label), node) }
    let index = declared.inputs.count
    declared.inputs.append(InputRule(id: id, label: label, hint: clause, kind: .flag, source: .office))
    declared.inputNodes.append(node)
    declared.inputNames.add(id, label: label)
    uses.add(.input(index), at: node)
    asked.confirmations.append(
      Confirmation(input: index, unexpressed: .init(clause: clause, reason: reason)))
    return Condition.Test(form: .compare(.input(index), .equal, .flag(true)), reason: .condition(id))
  }
}

extension Item {
  /// The name of a part of the once-only key in the file.
  fileprivate func name(of part: KeyPart) -> String {
    switch part {
    case .applicant: "applicant"
    case .family: "family"
    case .input(let index): inputs.indices.contains(index) ? inputs[index].id : ""
    case .value(let index): values.indices.contains(index) ? values[index].id : ""
    }
  }
}
