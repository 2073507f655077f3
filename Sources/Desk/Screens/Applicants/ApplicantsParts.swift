import CaseModel
import Casework
import Cells

/// 申请人, as a screen.
struct ApplicantsParts: ScreenParts {
  let label = "申请人"
  let help = "申请人：选中的一个，旁边列出其全部申报和资助额。"
  var list: WritableKeyPath<ScreenStates, ListState> { \.applicants }
  var query: WritableKeyPath<Model, LineEditor> { \.search.query }

  func count(_ model: Model) -> Int { model.lists.applicants.count }
  func height(_ model: Model) -> Int { model.applicantsHeight }
  func hold(_ model: inout Model) { model.hold(self, model.lists.applicants.lazy.map(RecordKey.id)) }
  func chosen(_ model: Model, _ state: OfficeState) -> String? { model.chosenApplicant(state)?.id }
  func draw(_ model: Model, into pane: inout Grid, _ state: OfficeState) {
    model.drawApplicants(into: &pane, state)
  }

  func hints(_ model: Model) -> [KeyHint] {
    (model.lists.applicants.isEmpty ? [] : [KeyHint(.enter, "其申报"), KeyHint(.f(4), "修改")])
      + [KeyHint(.leftRight, "排序", isMinor: true), KeyHint(.plusMinus, "倒序", isMinor: true)]
      + model.minorHints(hasYear: false)
  }

  func open(_ model: inout Model, _ state: OfficeState) -> [Effect] {
    guard let applicant = model.chosenApplicant(state) else { return [] }
    model.showFilings(FilingCriteria(isEveryYear: true, applicant: applicant.id))
    return []
  }

  func sort(_ change: OrderChange, _ model: inout Model) { model.states.orders.applicants.take(change) }
  func actions(_ model: Model) -> [Action] {
    let isChosen = model.screen == .applicants && !model.lists.applicants.isEmpty
    return [
      Action(.newFiling, .f(2), "新申报", brief: "申报", words: ["收件", "录入", "登记"]) { model, state in
        model.enterFiling(of: model.chosenApplicant(state), state)
      },
      Action(
        .lookup, .f(4), "修改申请人", words: ["改名", "更正", "账号"], isFoundOnly: !isChosen,
        unless: isChosen ? nil : .before("按 2 到申请人，选一个")
      ) { $0.amendApplicant($1) },
    ]
  }

  func findsNothing(_ lists: Lists) -> Bool { lists.applicants.isEmpty }
}
