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
  let formulas: Formulas
  let event: Int
  let values: [Int]
  let conditions: [Condition]
  let basis: Basis
  let ceiling: Ceiling?
  /// Nil where the reading that it depends on is not there.
  let once: [KeyPart]?
  /// Whether it is paid once to a family.
  let isOncePerFamily: Bool
  let caps: [Cap]
  let order: Order?
  /// The heads of seals by year, where its caps draw lots by them.
  let heads: [Int: String]
  /// What the key of the needed award begins with, and its parts; nil where none is needed.
  let needs: (keyName: [UInt8], parts: [KeyPart])?
  /// By index of an input: its id, what it takes, the input that it may not exceed, whether it is needed.
  let inputs: [String]
  let kinds: [InputRule.Kind]
  let bounds: [Int?]
  let isNeeded: [Bool]
  let applicants: [ApplicantKind]
  let districts: [String]
  let periods: [Policy.Period]

  init(_ item: Item, _ policy: Policy) {
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
    if let needed = item.needs, let other = policy.items.first(where: { $0.name == needed.item }) {
      needs = (Array(other.keyName.utf8), needed.parts.map(\.self))
    } else {
      needs = nil
    }
    let caps = policy.caps.filter { $0.items.contains(item.id) }
    heads = caps.contains { $0.sameDay == .lot } ? policy.heads : [:]
    var layout = Layout(formulas: Formulas(choices: policy.readings.map(\.choice)))
    event = layout.formulas.add(item.event)
    values = item.values.map { layout.formulas.add($0.expression) }
    conditions = item.conditions.compactMap { layout.condition($0, policy) }
    basis = layout.basis(item.amount.basis, mayReachNothing: item.mayReachNothing)
    ceiling = item.amount.ceiling.map { layout.ceiling($0) }
    self.caps = caps.compactMap { layout.cap($0, item) }
    var order: Order?
    for cap in policy.caps where order == nil { order = layout.order(cap.order, item) }
    self.order = order
    formulas = layout.formulas
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
}
