import CaseModel
import JSONText
public import SubsidyRules

/// The policy file, `zizhu-policy/1`: what a policy pays, to whom, under which conditions, as data.
///
/// One JSON object with `format`, `id`, `title`, `document`, `signed`, `periods`, `districts`, `readings`, `caps`,
/// `papers`, `items` and `articles`, and where the office keeps one a `register`; a policy that comes in the place of
/// another says so by `replaces`, its id; one to which the national ceiling does not apply (an award and what others paid within
/// the fees really paid: asked about where nothing is said) has `"feeCeiling": false`. Every key is known, none stands twice. Money is text with its unit ("80000元"), rates are text ("30%"), days are `YYYY-MM-DD`, thresholds are whole numbers. Ids are plain ASCII
/// words; whatever people read is a `label`.
///
/// - **District**: a code of GB/T 2260, whose name the country's table has; or `code` and `name`, with `former` codes
///   and, for a zone that has no code and takes two to six capitals, the code that it `liesIn`.
/// - **Papers** common to all items: a list, each with `id`, `label`, `copies`, `original` and, where it is asked for
///   only now and then, `optional`; or `{"checked-before": "accept", "list": […]}`: from that step on (`accept`,
///   `review` or `approve`) a filing waits until somebody has looked at every paper that is always asked for, its
///   item's own among them.
/// - **Item**: `article`, `who` (kinds of applicants), `inputs`, `values`, `event` (a date), `conditions`,
///   `amount`, `once`, `papers`; besides `since`, `until` (days on which the item begins and ends within the
///   policy), `mayFollowReceipt`, `needs` (an item above without whose award this one pays nothing, such as the first of
///   several instalments: this one has the parts of its once-only key under the same names), and `continues` where what was paid once under an item of an earlier policy
///   (`"policy/item"`) is not paid again under this one.
/// - **Input**: `kind` date, money, flag, text, year, count (with a `range`), choice (with `options`) or
///   application-number; `from` applicant or office; `record` where nothing rests on it; `neededUnder` an option
///   of a reading; `atMost` another count.
/// - **Value** of an expression: the name of an input or of a value above, `kind` (of applicant), behind the event also
///   `event` and `received` (the day of receipt), a number, `true`, "500元", "30%", "2019-01-01", or one operation:
///   `{"type": number}`, `{"year": date}`, `{"last-day": year}`, `{"day": ["05-01", year]}`,
///   `{"after": [date, "6个月"]}` (the last day of a term, in 天, 个月 or 年, that runs from a day on),
///   `{"later": [date, date]}`, `{"annuity": [filed, date]}`; of numbers or of sums `{"add": [a, b, …]}`,
///   `{"subtract": [a, b]}` (a sum never below zero), `{"least": [a, b, …]}`, `{"most": [a, b, …]}` (就高);
///   `{"share": [sum, rate]}` or `{"share": [sum, part, whole]}`, rounded down to the fen; `{"times": [sum, number]}`;
///   `{"steps": [number, threshold, size]}`, the whole steps above; `{"tiers": {"of": …, "rows": […]}}`, nothing where no
///   row is reached; `{"by": value, "cases": {…}}` with a value for each case, cases in cases too; and
///   `{"reading": …, "options": {…}}` with a value for each option. There are no expressions as text.
/// - **Figure**: a sum or rate for all, or `{"by": value, "cases": {…}}` by an option, yes or no, patent type,
///   kind of applicant or year of the event, every case that the conditions leave.
/// - **Amount**, one of: `fixed` figure, by several values at once where cases stand in cases; `paid` money input or a
///   sum worked out; `share` `of` such at a `rate`; `tiers` `of` a quantity, `rows` rising from `atLeast` (以上) or
///   `over` (超过), the highest reached pays; `steps` `of` a number, `each` sum for `every` so many `beyond` a threshold.
///   With any of them a `ceiling`: a figure, or a sum worked out such as fees less what others paid.
/// - **Condition**: `compare` [a, comparison, b], `among` a value and words, `share` of a part in a whole, or `any` of
///   several such of which one has to hold, with its `reason`; or under a `reading` a list of such for each of its
///   `options`; or a single one that the forms can't say, `{"unexpressed": {id, label, clause, reason}}`, which the office
///   confirms in an input of its own, yes or no. A claim window compares `received` with days of the year after the event's.
/// - **Once**: what may be paid once, as parts: applicant, family, inputs, values; or such a list for each option
///   of a reading.
/// - **Cap**: shared by `items`, for each `holder` (applicant, family, what a value comes to, such as a patent type, a
///   patent or a project; none: the whole city), in a `window` (year, validity), with a `limit` figure, an `order` and a
///   `remainder`. A limit is a sum, or in pieces ("5件"), of which an award above nothing takes one; `{"by": "item",
///   "cases": {…}}` gives each item its own; a case with the limit `none` has none. `remainder` is `reduce` (the one that
///   does not fit gets what is left) or `difference` (补差: each filing has a limit of its own, less what was paid before:
///   a higher title later, a grant behind its filing). `order` is `received`, or `{"earliest": date}` or `{"highest": number
///   or sum}` of the filing's own (certificate day; ranking), behind which receipt decides; then `closes` is the last day on
///   which others may come, and nobody is approved before it is over. `same-day` says who is first of those who came on one
///   day: `id` (by filing id, where nothing is said) or `lot` (by SHA-256 of the head of the seal of the year before the day
///   of receipt and the id: nobody is approved before that seal stands). `continues` an earlier policy's (`"policy/cap"`) where both pay out of one.
/// - **Unexpressed**: `clause` and `reason` of what these forms can't say; the award is then the office's own
///   `approvedAmount`, with its `basis`, and waits until both are entered.
/// - **Register** (工作台账): kinds of records with `article`, `fields` (an input's `kind` with `optional`, and `sum`
///   where counts add it up), the `day` field that gives the year, `stages` (each with the date field it is reached
///   `on`, and `ends` where the matter ends with it), `once`: the fields of which a county has one record each, and
///   `budget`: the money field that is a county's budget of the fund for that year.
///
/// In a trace what is worked out stands as the operations of the interchange's table. `any` stands as the one that holds,
/// or as all of them where none does; a day of a year as a `figure` with the year behind its name, the
/// last day of a term likewise with the day that it runs from; a part's share of a
/// sum as a `figure`, and behind it the steps that prove it: not more than the share, and one fen more would be. A needed
/// award stands as `first` on its key, which must be false; pieces as a `fact` (cap, holder, year, those served before) that
/// is subtracted from the limit, brought between 0 and 1, and multiplied with the amount.
public enum PolicyFile {
  public static let format = "zizhu-policy/1"

  /// Reads a policy file; a wrong one gives all its mistakes at once, in the order of their places.
  public static func read(_ bytes: [UInt8]) -> Result<Policy, PolicyMistakes> {
    proofread(bytes).map(\.policy)
  }

  /// Reads a policy file and tells besides what is no mistake but can hardly be meant: conditions that always or never
  /// hold.
  public static func proofread(
    _ bytes: [UInt8]
  ) -> Result<(policy: Policy, remarks: [PolicyMistake]), PolicyMistakes> {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      return .failure(.init([.init(.byteOrderMark, location: JSONLocation(line: 1, column: 1), path: "")]))
    }
    let tree: JSONTree
    do throws(JSONError) {
      var reader = JSONReader(bytes)
      tree = try reader.tree()
      try reader.end()
    } catch {
      let reason = wideMark(in: bytes, at: error.offset).map(PolicyMistake.Reason.wideMark)
      return .failure(.init([.init(reason ?? .json(error.reason), location: error.location, path: "")]))
    }
    let reader = PolicyReader()
    let policy = reader.policy(.init(tree: tree, path: ""))
    guard reader.mistakes.isEmpty, let policy else {
      return .failure(.init(placed(reader.mistakes, in: bytes)))
    }
    return .success((policy, placed(reader.remarks, in: bytes)))
  }

  /// The Chinese punctuation mark that stands at a place; nil where none does.
  private static func wideMark(in bytes: [UInt8], at offset: Int) -> String? {
    let text = String(decoding: bytes.dropFirst(offset).prefix(4), as: UTF8.self)
    return text.first.flatMap { "，、：；“”‘’｛｝［］【】（）".contains($0) ? String($0) : nil }
  }

  /// All places at once: a file of another kind has a mistake in every line.
  private static func placed(
    _ noted: [(offset: Int, reason: PolicyMistake.Reason, path: String)], in bytes: [UInt8]
  ) -> [PolicyMistake] {
    let ordered = noted.enumerated().sorted { a, b in
      (a.element.offset, a.offset) < (b.element.offset, b.offset)
    }.map(\.element)
    let places = JSONLocation.places(of: ordered.map(\.offset), in: bytes)
    return zip(ordered, places).map { PolicyMistake($0.reason, location: $1, path: $0.path) }
  }
}
