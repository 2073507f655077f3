import CaseModel
import JSONText
import SubsidyRules

/// What can be checked only when the whole file is known: names that refer to one another.
extension CaseFileReader {
  func checked(policy find: (String) -> Policy?) throws(CaseFileError) -> CaseFile {
    if let format = head.format, format.value != CaseFile.format {
      throw error(.wrongFormat(format.value), at: format.offset)
    }
    var policy = try found(find)
    for (id, option) in head.readings {
      guard let reading = policy.reading(id.value) else {
        let nearest = nearestWord(to: id.value, among: policy.readings.map(\.id))
        throw error(.unknownReading(id.value, nearest: nearest), at: id.offset)
      }
      guard let chosen = policy.choosing(option.value, for: id.value) else {
        let nearest = nearestWord(to: option.value, among: reading.options.map(\.id))
        throw error(.unknownOption(option.value, nearest: nearest), at: option.offset)
      }
      policy = chosen
    }
    if leavesOutBad { return try checkedLeavingOut(policy) }
    let applicants = try checkedApplicants()
    let known = Set(applicants.map(\.id))
    return file(policy, applicants, try checkedFilings(policy: policy, applicants: known))
  }

  /// The policy that the file names, or all of them as one.
  private func found(_ find: (String) -> Policy?) throws(CaseFileError) -> Policy {
    let name = head.policy?.value ?? ""
    guard let policies = head.policies else {
      guard let policy = find(name) else { throw error(.unknownPolicy(name), at: head.policy?.offset ?? 0) }
      return policy
    }
    var all: [Policy] = []
    var ids: Set<String> = []
    for id in policies.value {
      guard ids.insert(id).inserted else { throw error(.repeatedID(id), at: policies.offset) }
      guard let policy = find(id) else { throw error(.unknownPolicy(id), at: policies.offset) }
      all.append(policy)
    }
    guard ids.contains(name), let joined = Policy.joining(all) else {
      throw error(.unknownPolicy(name), at: head.policy?.offset ?? 0)
    }
    return joined
  }

  func file(_ policy: Policy, _ applicants: [Applicant], _ filings: [Filing]) -> CaseFile {
    CaseFile(
      policy: policy, readings: head.readings.map { .init($0.id.value, $0.option.value) },
      applicants: applicants, filings: filings, damaged: head.damaged?.value ?? [])
  }

  // MARK: - Applicants

  private func checkedApplicants() throws(CaseFileError) -> [Applicant] {
    var byID: [String: Applicant] = [:]
    var byCode: [String: String] = [:]
    var all: [Applicant] = []
    all.reserveCapacity(applicants.count)
    for read in applicants {
      let applicant = try applicant(read)
      guard byID.updateValue(applicant, forKey: applicant.id) == nil else {
        throw error(.repeatedID(applicant.id), at: read.offset)
      }
      if let code = applicant.code.map(TextFolding.search), !code.isEmpty,
        let other = byCode.updateValue(applicant.id, forKey: code)
      {
        throw error(.sharedCode(other, applicant.id), at: read.offset)
      }
      all.append(applicant)
    }
    try checkParents(byID)
    return all
  }

  /// Every chain of parents ends; each applicant is walked over once, however long the chains.
  func checkParents(_ byID: [String: Applicant]) throws(CaseFileError) {
    var ending: Set<String> = []
    for read in applicants {
      guard let parent = read[.parent] else { continue }
      guard byID[parent.value] != nil else { throw error(.unknownParent(parent.value), at: parent.offset) }
      var chain: Set<String> = []
      var next = read[.id]?.value
      while let id = next, !ending.contains(id) {
        guard chain.insert(id).inserted else {
          throw error(.cycleOfParents(read[.id]?.value ?? ""), at: parent.offset)
        }
        next = byID[id]?.parent
      }
      ending.formUnion(chain)
    }
  }

  func applicant(_ read: ReadTexts<Applicant.Field>) throws(CaseFileError) -> Applicant {
    var applicant = Applicant(id: "", name: "", kind: .individual, district: "")
    for field in Applicant.fields {
      let text = read[field]
      guard text != nil || field.isNeeded else { continue }
      do throws(FieldMistake) { try applicant.put(text?.value, in: field) } catch {
        throw self.error(error, field.rawValue, text, of: read.offset)
      }
    }
    return applicant
  }

  /// Why a text can't stand in a field, at its place; what is missing is missing in the whole record.
  private func error(
    _ mistake: FieldMistake, _ key: String, _ text: Placed<String>?, of record: Int
  ) -> CaseFileError {
    error(.init(mistake, key), at: mistake == .missing ? record : text?.offset ?? record)
  }

  // MARK: - Filings

  private func checkedFilings(
    policy: Policy, applicants: Set<String>
  ) throws(CaseFileError) -> [Filing] {
    var ids: Set<String> = []
    ids.reserveCapacity(filings.count)
    var all: [Filing] = []
    all.reserveCapacity(filings.count)
    for read in filings {
      let filing = try filing(read, policy: policy, applicants: applicants)
      guard ids.insert(filing.id).inserted else {
        throw error(.repeatedID(filing.id), at: read.texts.offset)
      }
      all.append(filing)
    }
    return all
  }

  /// The one filing that was read by itself; its applicant is the store's to know.
  func checkedFiling(_ read: ReadFiling, policy: Policy) throws(CaseFileError) -> Filing {
    var read = read
    let hasID = read.texts[.id].map { !TextFolding.isBlank($0.value) } ?? false
    if !hasID { read.texts[.id] = Placed(value: "-", offset: read.texts.offset) }
    let facts = read.asReceived
    let named = [read.texts[.applicant]?.value, facts?.family].compactMap(\.self) + (facts?.further ?? [])
    var filing = try filing(read, policy: policy, applicants: Set(named))
    if !hasID { filing.id = "" }
    return filing
  }

  func filing(
    _ read: ReadFiling, policy: Policy, applicants: Set<String>
  ) throws(CaseFileError) -> Filing {
    let filing = try filing(read)
    guard let item = policy.item(filing.item) else {
      let nearest = nearestWord(to: filing.item, among: policy.items.map(\.id))
      throw error(.unknownItem(filing.item, nearest: nearest), at: read.texts.place(of: .item))
    }
    guard applicants.contains(filing.applicant) else {
      throw error(.unknownApplicant(filing.applicant), at: read.texts.place(of: .applicant))
    }
    if let facts = filing.asReceived, let offset = read.asReceived?.offset {
      for family in facts.heads where !applicants.contains(family) {
        throw error(.unknownApplicant(family), at: offset)
      }
    }
    try checkNames(read.inputs.map(\.name), at: read.inputOffsets, of: item)
    try checkNames(
      read.overrides.map(\.input), at: read.overrideOffsets, of: item, besides: Filing.otherOverrides)
    return filing
  }

  /// A filing by itself, before its names are looked up.
  func filing(_ read: ReadFiling) throws(CaseFileError) -> Filing {
    var filing = Filing(
      id: "", item: "", applicant: "", received: .first, inputs: read.inputs, overrides: read.overrides)
    for field in Filing.fields {
      let text = read.texts[field]
      guard text != nil || field.isNeeded else { continue }
      do throws(FieldMistake) { try filing.put(text?.value, in: field) } catch {
        throw self.error(error, field.rawValue, text, of: read.texts.offset)
      }
    }
    if let reclaimed = filing.reclaimed {
      let offset = read.texts.place(of: .reclaimed)
      guard let decided = filing.decided else { throw error(.reclaimedWithoutDecided, at: offset) }
      guard reclaimed <= decided else { throw error(.reclaimedAboveDecided, at: offset) }
    }
    if let facts = read.asReceived { filing.asReceived = try self.facts(facts) }
    return filing
  }

  private func facts(_ read: ReadFacts) throws(CaseFileError) -> FactsAtReceipt {
    guard let kind = read.kind else { throw error(.missing("kind"), at: read.offset) }
    guard let district = read.district, !TextFolding.isBlank(district) else {
      throw error(.missing("district"), at: read.offset)
    }
    guard let family = read.family, !TextFolding.isBlank(family) else {
      throw error(.missing("family"), at: read.offset)
    }
    var heads: Set<String> = [family]
    for further in read.further {
      guard heads.insert(further).inserted else { throw error(.repeatedID(further), at: read.offset) }
    }
    return FactsAtReceipt(
      kind: try self.kind(kind), district: district, family: family, further: read.further)
  }

  func kind(_ text: Placed<String>) throws(CaseFileError) -> ApplicantKind {
    guard let kind = ApplicantKind(rawValue: text.value) else {
      let known = ApplicantKind.allCases.map(\.rawValue)
      throw error(.init(.unknownWord(text.value, known: known), "kind"), at: text.offset)
    }
    return kind
  }

  private func checkNames(
    _ names: [String], at offsets: [Int], of item: Item, besides known: Set<String> = []
  ) throws(CaseFileError) {
    for (name, offset) in zip(names, offsets) where item.input(name) == nil && !known.contains(name) {
      let nearest = nearestWord(to: name, among: item.inputs.map(\.id))
      throw error(.unknownInput(name, nearest: nearest), at: offset)
    }
  }
}
