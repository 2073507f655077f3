/// What is being searched for on the screens that have no state of their own for it, and how far the search has come.
struct Searching: Sendable {
  /// What is searched for on the applicants screen.
  var query = LineEditor()
  /// What is searched for among the articles.
  var policyQuery = LineEditor()
  /// Whether typing goes into the search field of the screen.
  var isTyping = false
  /// Whether a row of a list that is only near to what was typed has been chosen.
  var isNearChosen = false
}
