import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Desk
@testable import Papers

/// A clerk types down the paper: its boxes stand in the order in which the desk asks.
@Suite struct BlankFormTests {
  @Test func theBoxesOfAFilingStandInTheOrderOfItsForm() throws {
    let state = try DemoOffice.empty()
    let today = try #require(DemoOffice.today)
    for item in state.policy.items {
      var form = FilingForm(today: today)
      form.item.choose(.init(item))
      form.syncInputs(state)
      #expect(ItemPapers.form(item, state.policy).stated.map(\.label) == form.inputs.map(\.label))
    }
  }

  @Test func theBoxesOfAnApplicantStandInTheOrderOfItsForm() throws {
    let state = try DemoOffice.empty()
    let asked = ApplicantForm(name: "", districts: state.districts, state).fields.fields.map { field in
      field.label.replacing(" *", with: "")
    }
    for item in state.policy.items {
      // Only a branch names its head office, last.
      let boxes = ItemPapers.form(item, state.policy).applicant.map(\.label)
      #expect(boxes == asked + (item.applicants.contains(.agencyBranch) ? ["总部"] : []))
    }
  }
}
