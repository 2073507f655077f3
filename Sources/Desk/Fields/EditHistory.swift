/// What stood before each step, the latest last: steps of one kind with nothing between them are taken back together.
struct EditHistory<Value: Sendable, Step: Hashable & Sendable>: Sendable {
  private var values: [Value] = []
  private var last: Step?
  /// The kind of step that is always taken back alone, and how many can be taken back.
  private let single: Step
  private let longest: Int

  init(alone single: Step, longest: Int) { (self.single, self.longest) = (single, longest) }

  /// Remembers what stands before a step.
  mutating func remember(_ value: Value, before step: Step) {
    defer { last = step }
    guard step != last || step == single else { return }
    values.append(value)
    if values.count > longest { values.removeFirst() }
  }

  /// What stood before the last step; nil where there is none.
  mutating func takeBack() -> Value? {
    last = nil
    return values.popLast()
  }

  /// What comes next is a step of its own.
  mutating func pause() { last = nil }

  mutating func forget() { (values, last) = ([], nil) }
}
