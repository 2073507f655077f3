import CaseModel

/// A filing's story as bytes: where it stands, what was done with it, who handled what.
extension PackedWriter {
  mutating func story(_ file: FiledFiling) {
    name(file.standing.rawValue)
    list(file.history) { $0.entry($1) }
    list(file.marks) { $0.mark($1) }
  }

  mutating func entry(_ entry: HistoryEntry) {
    deed(entry.deed)
    moment(by: entry.by, at: entry.at)
    count(entry.sequence)
    count(entry.undoes ?? 0)
    count(entry.day.map { $0.dayNumber + 1 } ?? 0)
  }

  private mutating func moment(by who: String, at moment: String) {
    name(who)
    // A moment as the clock writes it fits six bytes; any other text stands as it is.
    if let packed = PackedMoment(moment) {
      number(packed.bits << 1)
    } else {
      number(1)
      text(moment)
    }
  }

  private mutating func mark(_ mark: Mark) {
    switch mark.kind {
    case .accepted: count(0)
    case .input(let input):
      count(1)
      name(input)
    case .paper(let paper):
      count(2)
      name(paper)
    case .facts: count(3)
    case .amount: count(4)
    case .handedUp: count(5)
    }
    moment(by: mark.by, at: mark.at)
  }

  private mutating func deed(_ deed: Deed) {
    switch deed {
    case .received: count(0)
    case .takenOver(let standing, let decided, let reclaimed):
      count(1)
      name(standing.rawValue)
      optional(decided) { $0.money($1) }
      optional(reclaimed) { $0.money($1) }
    case .changed(let names):
      count(2)
      list(names) { $0.name($1) }
    case .stepped(let step):
      count(3)
      self.step(step)
    case .papersTicked(let ticks):
      count(4)
      list(ticks) { $0.tick($1) }
    case .factsChanged(let facts):
      count(5)
      self.facts(facts)
    }
  }

  mutating func money(_ money: Money) { signed(money.fen) }
  mutating func day(_ day: CivilDate) { count(day.dayNumber) }

  mutating func facts(_ facts: FactsAtReceipt) {
    name(facts.kind.rawValue)
    name(facts.district)
    name(facts.family)
    list(facts.further) { $0.name($1) }
  }

  // MARK: - Papers and notices

  private mutating func tick(_ tick: PaperTick) {
    name(tick.paper)
    signed(Int64(tick.copies))
    flag(tick.hasOriginal)
    signed(Int64(tick.pages))
    switch tick.verdict {
    case .inOrder: count(0)
    case .missing: count(1)
    case .failing(let why):
      count(2)
      text(why)
    }
  }

  private mutating func point(_ point: CorrectionPoint) {
    switch point {
    case .missingInput(let input): put(0, Name(input))
    case .invalidInput(let input): put(1, Name(input))
    case .paper(let paper, let fault):
      put(2, Name(paper))
      self.fault(fault)
    case .remark(let remark): put(3, remark)
    }
  }

  private mutating func fault(_ fault: PaperFault) {
    switch fault {
    case .missing: put(0)
    case .copies(let have, let need): put(1, Signed(have), Signed(need))
    case .original: put(2)
    case .failing(let why): put(3, why)
    }
  }

  // MARK: - Steps

  private mutating func step(_ step: StepTaken) {
    name(step.step.rawValue)
    day(step.day)
    text(step.note)
    list(step.grounds) { $0.name($1) }
    text(step.paper)
    flag(step.isAlone)
    detail(step.detail)
    optional(step.due) { $0.day($1) }
  }

  private mutating func detail(_ detail: StepTaken.Detail) {
    switch detail {
    case .none: count(0)
    case .figures(let figures):
      count(1)
      list(figures) { $0.input($1) }
    case .notice(let notice):
      count(2)
      day(notice.due)
      list(notice.points) { $0.point($1) }
      list(notice.late) { $0.point($1) }
    case .approval(let approval):
      count(3)
      money(approval.amount)
      list(approval.overtakes) { $0.text($1) }
      put(approval.doubts)
    case .payment(let payment):
      count(4)
      self.payment(payment)
    case .bounced(let amount, let due): put(5, amount, due)
    case .recovery(let recovery): put(6, recovery.amount, recovery.setOffAgainst)
    case .whole(let amount): put(7, amount)
    case .undone(let step): put(8, step)
    case .batched(let entry):
      put(9, entry.batch)
      payment(entry.payment)
    case .service(let service): put(10, service.of, service.number, service.way)
    }
  }

  private mutating func payment(_ payment: Payment) {
    money(payment.amount)
    for part in [payment.payee.name, payment.payee.bank, payment.payee.account] { text(part) }
    optional(payment.setOff) { $0.put($1.filing, $1.amount) }
  }
}
