import Cells

/// What stands on every paper of a store that was made for trying things out, whatever its template holds.
enum TrialMark {
  static let words = "试用，不作凭据"

  /// A line in the middle of a page of text.
  static let text =
    String(repeating: " ", count: (TextPage.columns - Text.columns(of: words, on: .paper)) / 2) + words

  /// A page with the words at the top of every sheet: what is fixed is printed on each.
  static func put(on page: String) -> String {
    let mark =
      #"<div class="trial" style="position:fixed;top:0;left:0;right:0;text-align:center">"# + words + "</div>"
    guard let body = page.firstRange(of: "<body"),
      let end = page[body.upperBound...].firstIndex(of: ">")
    else { return mark + page }
    let behind = page.index(after: end)
    return page[..<behind] + "\n" + mark + page[behind...]
  }

  /// The title of a report with the word behind it.
  static func title(_ title: String, isTrial: Bool) -> String { isTrial ? title + "（试用）" : title }
}
