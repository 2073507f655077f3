import CaseModel
import JSONText
public import SubsidyRules

/// The policy file, `zizhu-policy/1`: what a policy pays, to whom, under which conditions, as data.
///
/// One JSON object with `format`, `id`, `title`, `document`, `signed`, `periods`, `districts`, `readings`, `caps`,
/// `papers`, `items` and `articles`, and where the office keeps one a `register`; a policy that comes in the place of
/// another says so by `replaces`, its id. Every key is known, none stands twice. Money is text with its unit ("80000元"), rates are text ("30%"), days are `YYYY-MM-DD`, thresholds are whole numbers. Ids are plain ASCII
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
///   policy), `mayFollowReceipt`, and `continues` where what was paid once under an item of an earlier policy
///   (`"policy/item"`) is not paid again under this one.
/// - **Input**: `kind` date, money, flag, text, year, count (with a `range`), choice (with `options`) or
///   application-number; `from` applicant or office; `record` where nothing rests on it; `neededUnder` an option
///   of a reading; `atMost` another count.
/// - **Value** of an expression: the name of an input or of a value above, `kind` (of applicant), `event`, a
///   number, `true`, "500元", "2019-01-01", or one operation: `{"type": number}`, `{"year": date}`,
///   `{"last-day": year}`, `{"later": [date, date]}`, `{"annuity": [filed, date]}`, `{"add": [a, b]}`,
///   `{"subtract": [a, b]}`. There are no expressions as text.
/// - **Figure**: a sum or rate for all, or `{"by": value, "cases": {…}}` by an option, yes or no, patent type,
///   kind of applicant or year of the event, every case that the conditions leave.
/// - **Amount**, one of: `fixed` figure; `paid` money input; `share` `of` a money input at a `rate`; `tiers` `of` a
///   quantity, `rows` rising from `atLeast` (以上) or `over` (超过), the highest reached pays; `steps` `of` a number,
///   `each` sum for `every` so many `beyond` a threshold. With any of them a `ceiling`.
/// - **Condition**: `compare` [a, comparison, b], `among` a value and words, or `share` of a part in a whole, with
///   its `reason`; or under a `reading` a list of such for each of its `options`.
/// - **Once**: what may be paid once, as parts: applicant, family, inputs, values; or such a list for each option
///   of a reading.
/// - **Cap**: shared by `items`, for each `holder` (applicant, family, a value told by cases; none: the whole
///   city), in a `window` (year, validity), with a `limit` figure, an `order` and a `remainder`; `continues` an earlier
///   policy's (`"policy/cap"`) where both pay out of one.
/// - **Unexpressed**: `clause` and `reason` of what these forms can't say; the award is then the office's own
///   `approvedAmount`, with its `basis`, and waits until both are entered.
/// - **Register** (工作台账): kinds of records with `article`, `fields` (an input's `kind` with `optional`, and `sum`
///   where counts add it up), the `day` field that gives the year, `stages` (each with the date field it is reached
///   `on`, and `ends` where the matter ends with it), `once`: the fields of which a county has one record each, and
///   `budget`: the money field that is a county's budget of the fund for that year.
public enum PolicyFile {
  public static let format = "zizhu-policy/1"

  /// Reads a policy file; a wrong one gives all its mistakes at once, in the order of their places.
  public static func read(_ bytes: [UInt8]) -> Result<Policy, PolicyMistakes> {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      return .failure(.init([.init(.byteOrderMark, location: JSONLocation(line: 1, column: 1), path: "")]))
    }
    let tree: JSONTree
    do throws(JSONError) {
      var reader = JSONReader(bytes)
      tree = try reader.tree()
      try reader.end()
    } catch {
      return .failure(.init([.init(.json(error.reason), location: error.location, path: "")]))
    }
    let reader = PolicyReader(bytes)
    let policy = reader.policy(.init(tree: tree, path: ""))
    guard reader.mistakes.isEmpty, let policy else {
      let ordered = reader.mistakes.enumerated().sorted { a, b in
        (a.element.offset, a.offset) < (b.element.offset, b.offset)
      }
      return .failure(.init(ordered.map(\.element.mistake)))
    }
    return .success(policy)
  }
}
