import CaseModel

/// An office as plain values, made by a generator and decided twice.
struct PlainOffice {
  var applicants: [Applicant] = []
  var filings: [Filing] = []
  /// Chosen options by reading, where they are not the ones in force.
  var readings: Set<String> = []

  func applicant(_ id: String) -> Applicant? { applicants.first { $0.id == id } }

  /// The head of the chain of parents.
  func family(_ id: String) -> String {
    var head = id
    while let parent = applicant(head)?.parent { head = parent }
    return head
  }
}

/// What a filing comes to, with sums in fen and codes as texts, so that two evaluators can be compared.
struct PlainResult: Equatable {
  var outcome: String
  var gross: Int64 = 0
  var award: Int64 = 0
  var reasons: Set<String> = []
  var warnings: Set<String> = []
}

/// One cap of one holder in one year.
struct PlainCap: Equatable {
  var cap: String
  var holder: String
  var year: Int
  var limit: Int64
  var used: Int64
}
