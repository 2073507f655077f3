import CaseModel

/// An item's rules laid out flat, under the readings that a policy has chosen, for a judge that goes through them again
/// and again.
///
/// Who judges many filings beside others makes a plan of their own: two cores that count references to the same lists
/// and expressions wait for each other more than they work. Here are only lists of its own, and numbers for expressions.
struct ItemPlan {
  /// A test of a condition, its expressions by their numbers.
  struct Test {
    indirect enum Form {
      case compare(Int, Comparison, Int)
      case among(Int, [String])
      case share(part: Int, Comparison, Percentage, whole: Int)
      case any([Form])
    }

    var form: Form
    var reason: Reason
  }

  /// What must hold, for each option of the reading that it depends on; one option where it depends on none.
  struct Condition {
    var reading: Int?
    var choice: Int
    var options: [[Test]]
  }

  /// A figure, or one for each case that an expression tells.
  struct Figure<Value: Sendable & Hashable> {
    var by: Int?
    var cases: [Case]

    struct Case {
      var word: String
      var name: String
      var value: Value
    }
  }

  struct Cap {
    enum Holder {
      case applicant, family
      /// One of a few words, or what tells itself apart.
      case each(Int)
      /// A text that people write in several ways.
      case text(Int)

      var isFamily: Bool { if case .family = self { true } else { false } }
    }

    /// Whether a family holds it.
    var isOfFamily: Bool { holder?.contains(where: \.isFamily) ?? false }

    var id: String
    var article: String
    var window: SubsidyRules.Cap.Window
    /// Nil where no part of the item's tells a holder.
    var holder: [Holder]?
    var limit: Figure<Money>
    var isInPieces: Bool
    /// The number of the day on which it closes, where it is served by an order of its own.
    var closes: Int?
  }

  /// By what the item's caps serve, where it is not by day of receipt.
  enum Order {
    case earliest(Int)
    case highest(Int)
  }

  /// What its once-only keys begin with.
  let keyName: [UInt8]
  private(set) var formulas = Formulas()
  private(set) var event = 0
  private(set) var values: [Int] = []
  private(set) var conditions: [Condition] = []
  private(set) var basis = Basis.nothing
  private(set) var ceiling: Ceiling?
  /// Nil where the reading that it depends on is not there.
  private(set) var once: [KeyPart]?
  /// Whether it is paid once to a family.
  private(set) var isOncePerFamily = false
  private(set) var caps: [Cap] = []
  private(set) var order: Order?
  /// The heads of seals by year, where its caps draw lots by them.
  private(set) var heads: [Int: String] = [:]
  /// What the key of the needed award begins with, and its parts; nil where none is needed.
  private(set) var needs: (keyName: [UInt8], parts: [KeyPart])?
  /// By index of an input: its id, what it takes, the input that it may not exceed, whether it is needed.
  private(set) var inputs: [String]
  private(set) var kinds: [InputRule.Kind]
  private(set) var bounds: [Int?]
  private(set) var isNeeded: [Bool]
  private(set) var applicants: [ApplicantKind]
  private(set) var districts: [String]
  private(set) var periods: [Policy.Period]

  init(_ item: Item, _ policy: Policy) {
    formulas = Formulas(choices: policy.readings.map(\.choice))
    keyName = Array(item.keyName.utf8)
    inputs = item.inputs.map(\.id)
    kinds = item.inputs.map(\.kind)
    bounds = item.inputs.map(\.atMost)
    isNeeded = item.inputs.map { $0.isNeeded(policy.readings) }
    applicants = item.applicants.map(\.self)
    districts = policy.districts.map(\.code)
    periods = policy.periods.map(\.self)
    once = item.once.chosen(policy.readings)?.map(\.self)
    isOncePerFamily = once?.contains { if case .family = $0 { true } else { false } } ?? false
    event = formulas.add(item.event)
    values = item.values.map { formulas.add($0.expression) }
    conditions = item.conditions.compactMap { condition($0, policy) }
    basis = basis(item.amount.basis, mayReachNothing: item.mayReachNothing)
    ceiling = item.amount.ceiling.map { ceiling($0) }
    caps = policy.caps.filter { $0.items.contains(item.id) }.compactMap { cap($0, item) }
    for cap in policy.caps where order == nil { order = self.order(cap.order, item) }
    if policy.caps.contains(where: { $0.sameDay == .lot && $0.items.contains(item.id) }) {
      heads = policy.heads
    }
    if let needed = item.needs, let other = policy.items.first(where: { $0.name == needed.item }) {
      needs = (Array(other.keyName.utf8), needed.parts.map(\.self))
    }
  }

  // MARK: - Laying out

  private mutating func condition(_ condition: SubsidyRules.Condition, _ policy: Policy) -> Condition? {
    switch condition {
    case .always(let test): return Condition(reading: nil, choice: 0, options: [[self.test(test)]])
    case .byReading(let index, let options):
      guard policy.readings.indices.contains(index),
        options.indices.contains(policy.readings[index].choice)
      else { return nil }
      return Condition(
        reading: index, choice: policy.readings[index].choice, options: options.map { $0.map { test($0) } })
    }
  }

  private mutating func test(_ test: SubsidyRules.Condition.Test) -> Test {
    Test(form: form(test.form), reason: test.reason)
  }

  private mutating func form(_ form: SubsidyRules.Condition.Test.Form) -> Test.Form {
    switch form {
    case .compare(let a, let comparison, let b): .compare(formulas.add(a), comparison, formulas.add(b))
    case .among(let a, let texts): .among(formulas.add(a), texts.map(\.self))
    case .share(let part, let comparison, let rate, let whole):
      .share(part: formulas.add(part), comparison, rate, whole: formulas.add(whole))
    case .any(let forms): .any(forms.map { self.form($0) })
    }
  }

  private mutating func figure<Value>(_ figure: SubsidyRules.Figure<Value>) -> Figure<Value> {
    switch figure {
    case .one(let name, let value): Figure(by: nil, cases: [.init(word: "", name: name, value: value)])
    case .cases(let by, let cases):
      Figure(
        by: formulas.add(by),
        cases: cases.map { .init(word: $0, name: $1.name, value: $1.value) })
    }
  }

  private mutating func cap(_ cap: SubsidyRules.Cap, _ item: Item) -> Cap? {
    guard let limit = cap.limit[item.id] else { return nil }
    var holder: [Cap.Holder]? = []
    for part in cap.holder {
      switch part {
      case .applicant: holder?.append(.applicant)
      case .family: holder?.append(.family)
      case .each(let expressions):
        if let expression = expressions[item.id] {
          let number = formulas.add(expression)
          holder?.append(item.isFreeText(expression) ? .text(number) : .each(number))
        } else {
          holder = nil
        }
      }
    }
    return Cap(
      id: cap.id, article: cap.article, window: cap.window, holder: holder, limit: figure(limit),
      isInPieces: cap.isInPieces, closes: cap.closes[item.id].map { formulas.add($0) })
  }

  private mutating func order(_ order: SubsidyRules.Cap.Order, _ item: Item) -> Order? {
    switch order {
    case .received: nil
    case .earliest(let days): days[item.id].map { .earliest(formulas.add($0)) }
    case .highest(let numbers): numbers[item.id].map { .highest(formulas.add($0)) }
    }
  }

  // MARK: - Amounts

  /// How the amount is worked out, as `Amount.Basis` says.
  enum Basis {
    case nothing
    case fixed(Figure<Money>)
    case paid(Int)
    case share(of: Int, Figure<Percentage>)
    case tiers(of: Int, [Tier])
    case steps(of: Int, beyond: Int, every: Int, Figure<Money>)
    /// The number of the sum, and whether it may come to nothing since no row is reached.
    case worked(Int, mayReachNothing: Bool)
  }

  enum Ceiling {
    case stated(Figure<Money>)
    case worked(Int)
  }

  struct Tier {
    var bound: Value
    var isStrict: Bool
    var amount: Figure<Money>

    var comparison: Comparison { isStrict ? .more : .atLeast }
  }

  private mutating func ceiling(_ ceiling: Amount.Ceiling) -> Ceiling {
    switch ceiling {
    case .stated(let figure): .stated(self.figure(figure))
    case .worked(let sum): .worked(formulas.add(sum))
    }
  }

  private mutating func basis(_ basis: Amount.Basis, mayReachNothing: Bool) -> Basis {
    switch basis {
    case .fixed(let figure): .fixed(self.figure(figure))
    case .paid(let input): .paid(input)
    case .share(let input, let rate): .share(of: input, figure(rate))
    case .tiers(let quantity, let tiers):
      .tiers(
        of: formulas.add(quantity),
        tiers.map { Tier(bound: $0.bound, isStrict: $0.isStrict, amount: figure($0.amount)) })
    case .steps(let quantity, let threshold, let size, let each):
      .steps(of: formulas.add(quantity), beyond: threshold, every: size, figure(each))
    case .worked(let sum): .worked(formulas.add(sum), mayReachNothing: mayReachNothing)
    }
  }
}
