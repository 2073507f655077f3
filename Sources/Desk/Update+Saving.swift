public import Casework

/// Saving what is worked on, and what follows once it is safe.
extension Model {
  /// What a save key comes to: `save`, or `saveAndNext`, which goes on with the next filing or step.
  ///
  /// - Parameter isConfirmed: Whether somebody has said that it is to be saved as it stands.
  mutating func save(_ way: Request, isConfirmed: Bool = false, _ state: OfficeState) -> [Effect] {
    guard let work else { return [] }
    // A key that has just saved something saves nothing more without a question.
    if saving.isRepeated, let next = work.saved(by: way, surroundings(state)) {
      ask(.again(next, way))
      return []
    }
    if let whyNotSaved, work.canSave {
      message = Notice(.bad, "没有保存：" + whyNotSaved)
      return []
    }
    return atWork(state) { $0.save(way, isConfirmed: isConfirmed, $1) }
  }

  /// A save is safe on the disk.
  public mutating func saved(_ changes: [Change], _ state: OfficeState) {
    // The next key acts on what is chosen from now on, and it may come before anything else is told.
    defer {
      saving.said = message
      renewLists(state)
    }
    remember(changes, state)
    guard saving.isUnderWay else { return }
    saving.isUnderWay = false
    _ = atWork(state) { layer, desk in layer.afterSave(changes, desk) }
  }

  /// A save was not made; what was typed stays.
  public mutating func notSaved(_ sentence: String, _ state: OfficeState) {
    (saving.isUnderWay, saving.key) = (false, nil)
    renewLayers(state)
    message = Notice(.bad, sentence)
  }

  /// To the worklist, where what was saved is to be seen.
  mutating func goToWorklist() {
    leaveTrail()
    screen = .worklist
    states.worklist.showAll()
  }
}
