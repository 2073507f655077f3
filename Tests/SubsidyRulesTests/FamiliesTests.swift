import SubsidyRules
import Testing

/// Who heads a family, by every way of asking.
@Suite struct FamiliesTests {
  @Test(
    "The head is the last of the chain; a circle, and whatever leads into one, has none",
    arguments: [
      ([:], [:]),
      (["B": "A"], ["B": "A"]),
      (["C": "B", "B": "A"], ["C": "A", "B": "A"]),
      (["C": "A", "B": "A", "E": "D"], ["C": "A", "B": "A", "E": "D"]),
      (["A": "A"], ["A": nil]),
      (["A": "B", "B": "C", "C": "A", "D": "A"], ["A": nil, "B": nil, "C": nil, "D": nil]),
      (["A": "B", "B": "A", "D": "C"], ["A": nil, "B": nil, "D": "C"]),
    ] as [([String: String], [String: String?])])
  func heads(parents: [String: String], expected: [String: String?]) {
    #expect(Families.heads(parents) == expected)
    for (id, head) in expected { #expect(Families.root(of: id, parent: { parents[$0] }) == head) }
  }

  @Test("A chain of fifty thousand is one family")
  func longChain() {
    let parents = Dictionary(uniqueKeysWithValues: (1...50_000).map { ("G\($0)", "G\($0 - 1)") })
    let heads = Families.heads(parents)
    #expect(heads.count == 50_000)
    #expect(heads.values.allSatisfy { $0 == "G0" })
  }
}
