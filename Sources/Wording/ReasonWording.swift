public import CaseModel
import Casework
public import SubsidyRules

/// Why a filing is not paid in full, in sentences that a clerk can read out to the applicant.
public enum ReasonWording {
  /// What happened and what to do, for one reason of a decision.
  ///
  /// What is short is taken from the trace. With the filing, an input that can't be read is explained by what was
  /// written there; without it, by what its kind asks for.
  public static func sentence(
    _ reason: Reason, item: Item?, policy: Policy, trace: Trace, filing: Filing? = nil
  ) -> String {
    let words = words(reason, item: item, policy: policy, trace: trace, filing: filing)
    return words.finding + words.advice
  }

  /// What happened, without what the clerk is to do about it and without a full stop: for letters to the applicant.
  public static func finding(
    _ reason: Reason, item: Item?, policy: Policy, trace: Trace, filing: Filing? = nil
  ) -> String {
    words(reason, item: item, policy: policy, trace: trace, filing: filing).finding
  }

  /// All that a decision comes to, a sentence each: what stands in the way of an incomplete filing already, why one is not
  /// paid in full, and what is still to be added, by whom.
  public static func sentences(
    _ decision: Decision, item: Item?, policy: Policy, filing: Filing?
  ) -> [String] {
    var missing: [String] = []
    var others: [Reason] = []
    for reason in decision.reasons {
      if case .missing(let input) = reason { missing.append(input) } else { others.append(reason) }
    }
    return ahead(decision, item: item, policy: policy, filing: filing)
      + others.map {
        sentence($0, item: item, policy: policy, trace: decision.trace, filing: filing)
      } + InputWording.toAdd(missing, TraceWords(trace: decision.trace, item: item, policy: policy))
  }

  /// What stands in the way of an incomplete filing already, a sentence each.
  public static func ahead(_ decision: Decision, item: Item?, policy: Policy, filing: Filing?) -> [String] {
    guard let ahead = decision.ahead else { return [] }
    return ahead.reasons.map {
      "预先告知：" + sentence($0, item: item, policy: policy, trace: ahead.trace, filing: filing)
    }
  }

  /// A coded reason by itself, with its article where the policy has one: for a list to choose from, and for a letter
  /// where the filing's own working does not tell more.
  public static func ground(_ code: String, item: Item?, policy: Policy) -> String {
    guard Ground(rawValue: code) == nil, let reason = Reason(code: code) else {
      return StepLabels.ground(code)
    }
    if case .cap(let id) = reason {
      let article = Labels.articleName(policy.cap(id)?.article ?? item?.article ?? "")
      return "\(article.isEmpty ? "" : article + " ")\(policy.cap(id)?.label ?? id)已用完"
    }
    return finding(reason, item: item, policy: policy, trace: Trace())
  }

  private static func words(
    _ reason: Reason, item: Item?, policy: Policy, trace: Trace, filing: Filing?
  ) -> ReasonWords {
    let words = TraceWords(trace: trace, item: item, policy: policy)
    return switch reason {
    case .missing(let input): InputWording.missing(input, words)
    case .invalid(let input): InputWording.invalid(input, raw: filing?.input(input), words)
    case .applicantKind: words.applicantKind()
    case .notLocal: words.notLocal()
    case .outsideValidity: words.outsideValidity()
    case .eventAfterReceived: words.eventAfterReceived()
    case .numberAfterEvent: words.numberAfterEvent()
    case .patentType: words.patentType()
    case .condition(let input): words.condition(input)
    case .belowThreshold: words.belowThreshold()
    case .shareTooLow: words.shareTooLow()
    case .window: words.window()
    case .neededAward: words.neededAward()
    case .duplicate(let filing): words.duplicate(filing)
    case .cap(let cap): words.cap(cap)
    }
  }
}

/// A reason in two parts: what was found, for anybody, and what the clerk is to do, with the sign that parts them
/// in front and the full stop behind.
struct ReasonWords {
  var finding: String
  var advice: String

  init(_ finding: String, _ advice: String) {
    self.finding = finding
    self.advice = advice
  }
}

/// What a person should look at although it does not change the award.
public enum WarningWording {
  /// A warning about a filing of an item.
  public static func sentence(_ warning: Warning, item: Item?, policy: Policy) -> String {
    switch warning {
    case .retroactive:
      return "事项发生在办法签发（\(policy.document(of: item).signed)）之前，可参照执行；请复核人确认。"
    case .readingDiffers(let id):
      guard let reading = policy.reading(id) else { return "换一种口径（\(id)）结论不同；请复核人确认。" }
      guard reading.options.indices.contains(reading.choice) else {
        return "\(reading.label)换一种口径，结论不同；请复核人确认。"
      }
      let others = reading.options.indices.filter { $0 != reading.choice }.map { reading.options[$0].label }
      let current = reading.options[reading.choice].label
      return "\(reading.label)：现行口径为\(current)；若改为\(others.joined(separator: "或"))，本项条件结论不同。请复核人确认。"
    }
  }
}
