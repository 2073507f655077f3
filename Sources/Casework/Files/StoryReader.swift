import CaseModel

/// Reads a filing's story as `PackedWriter` writes it.
extension PackedReader {
  mutating func story() -> (standing: Standing, history: [HistoryEntry], marks: [Mark]) {
    (value(.received), list { $0.entry() }, list { $0.mark() })
  }

  mutating func entry() -> HistoryEntry {
    let deed = deed()
    let (by, at) = moment()
    let sequence = integer()
    let undone = integer()
    let day = integer()
    return HistoryEntry(
      deed: deed, by: by, at: at,
      day: day == 0 ? nil : CivilDate(dayNumber: day - 1) ?? failing(.first), sequence: sequence,
      undoes: undone == 0 ? nil : undone)
  }

  private mutating func moment() -> (by: String, at: String) {
    let by = name()
    let packed = number()
    guard !packed.isMultiple(of: 2) else {
      return PackedMoment(bits: packed >> 1).map { (by, isLooking ? "" : $0.description) }
        ?? failing((by, ""))
    }
    return packed == 1 ? (by, text()) : failing((by, ""))
  }

  private mutating func mark() -> Mark {
    let kind: Mark.Kind =
      switch number() {
      case 0: .accepted
      case 1: .input(name())
      case 2: .paper(name())
      case 3: .facts
      case 4: .amount
      case 5: .handedUp
      default: failing(.accepted)
      }
    let (by, at) = moment()
    return Mark(kind, by: by, at: at)
  }

  private mutating func deed() -> Deed {
    switch number() {
    case 0: .received
    case 1:
      .takenOver(value(.received), decided: optional { $0.money() }, reclaimed: optional { $0.money() })
    case 2: .changed(list { $0.name() })
    case 3: .stepped(step())
    case 4: .papersTicked(list { $0.tick() })
    case 5: .factsChanged(facts())
    default: failing(.received)
    }
  }

  mutating func money() -> Money { Money(fen: signed()) }

  mutating func day() -> CivilDate {
    let number = integer()
    return CivilDate(dayNumber: number) ?? failing(.first)
  }

  mutating func facts() -> FactsAtReceipt {
    let packed = packedFacts()
    return facts(packed)
  }

  mutating func facts(_ packed: PackedFacts) -> FactsAtReceipt {
    FactsAtReceipt(
      kind: value(of: packed.kind, .individual), district: names[packed.district],
      family: names[packed.family], further: packed.further.map { names[$0] })
  }

  /// The same as it stands: a name is its number.
  mutating func packedFacts() -> PackedFacts {
    PackedFacts(
      kind: nameNumber(), district: nameNumber(), family: nameNumber(), further: list { $0.nameNumber() })
  }

  // MARK: - Papers and notices

  private mutating func tick() -> PaperTick {
    let paper = name()
    let copies = Int(signed())
    let hasOriginal = flag()
    let pages = Int(signed())
    let verdict: PaperTick.Verdict =
      switch number() {
      case 0: .inOrder
      case 1: .missing
      case 2: .failing(text())
      default: failing(.missing)
      }
    return PaperTick(paper: paper, copies: copies, hasOriginal: hasOriginal, pages: pages, verdict: verdict)
  }

  private mutating func point() -> CorrectionPoint {
    switch number() {
    case 0: .missingInput(name())
    case 1: .invalidInput(name())
    case 2: .paper(name(), fault())
    case 3: .remark(text())
    default: failing(.remark(""))
    }
  }

  private mutating func fault() -> PaperFault {
    switch number() {
    case 0: .missing
    case 1: .copies(have: Int(signed()), need: Int(signed()))
    case 2: .original
    case 3: .failing(text())
    default: failing(.missing)
    }
  }

  // MARK: - Steps

  private mutating func step() -> StepTaken {
    let step: Step = value(.undo)
    let day = day()
    let note = text()
    let grounds = list { $0.name() }
    let paper = text()
    let isAlone = flag()
    return StepTaken(
      step, day: day, note: note, grounds: grounds, paper: paper, isAlone: isAlone, detail: detail(),
      due: optional { $0.day() })
  }

  private mutating func detail() -> StepTaken.Detail {
    switch number() {
    case 0: .none
    case 1: .figures(list { $0.input() })
    case 2:
      .notice(CorrectionNotice(due: day(), points: list { $0.point() }, late: list { $0.point() }))
    case 3:
      .approval(Approval(amount: money(), overtakes: list { $0.text() }, doubts: next()))
    case 4: .payment(payment())
    case 5: .bounced(money(), due: day())
    case 6: .recovery(Recovery(amount: money(), setOffAgainst: optional { $0.text() }))
    case 7: .whole(money())
    case 8: .undone(value(.undo))
    case 10: .service(Service(of: value(.undo), number: text(), way: value(.direct)))
    case 9: .batched(BatchEntry(batch: text(), payment: payment()))
    default: failing(.none)
    }
  }

  private mutating func payment() -> Payment {
    Payment(
      amount: money(), payee: .init(name: text(), bank: text(), account: text()),
      setOff: optional { .init(filing: $0.next(), amount: $0.next()) })
  }
}

extension HistoryEntry: Packed {
  init(from reader: inout PackedReader) { self = reader.entry() }
  func pack(into writer: inout PackedWriter) { writer.entry(self) }
}
