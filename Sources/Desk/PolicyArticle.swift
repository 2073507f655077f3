import Casework
import SubsidyRules
import Wording

/// An article of one of the office's policies, by the policy's id and its number there.
struct PolicyArticle: Hashable, Sendable {
  var policy: String
  var number: String

  /// What is paid under it.
  func items(_ state: OfficeState) -> [Item] {
    state.policy.document(policy)?.items.filter { $0.article == number } ?? []
  }

  /// The kinds of records that are kept under it.
  func kinds(_ state: OfficeState) -> [RecordKind] {
    guard let document = state.policy.document(policy) else { return [] }
    return state.policy.register.filter { kind in
      kind.article == number && document.register.contains { $0.id == kind.id }
    }
  }
}

/// A line of the screen of policies: an article, or where the office has several policies the head of one.
struct ArticleLine: Sendable {
  enum Content: Sendable {
    case policy(Policy)
    case article(PolicyArticle, Policy.Article)
  }

  var content: Content

  /// All lines, the newest policy first.
  static func all(_ state: OfficeState) -> [ArticleLine] {
    let documents = state.policy.documents
    return documents.flatMap { document -> [ArticleLine] in
      let head = documents.count > 1 ? [ArticleLine(content: .policy(document))] : []
      return head
        + document.articles.map { article in
          ArticleLine(content: .article(PolicyArticle(policy: document.id, number: article.number), article))
        }
    }
  }

  /// What it is found by: a policy by its title and number, an article by its own and by what is paid under it.
  func names(_ state: OfficeState) -> [String] {
    switch content {
    case .policy(let policy): [policy.title, policy.document]
    case .article(let place, let article):
      [article.title, Labels.articleName(article.number)] + place.items(state).map(\.label)
    }
  }
}
