public import CaseModel
public import Casework

extension UnsavedWork {
  /// A filing that comes back from a machine whose history does not count, as forms to go on with: of an applicant whom the
  /// office does not have, theirs lies over it.
  public init(_ returned: ReturnedFiling, in state: OfficeState, today: CivilDate) {
    let applicant = state.ownRecord(of: returned.applicant)
    self.init(
      filing: FilingForm(anew: returned.filing, of: applicant, state: state, today: today).unsaved,
      applicant: applicant == nil ? ApplicantForm(anew: returned.applicant, state).unsaved : nil,
      receipt: returned.filing.id)
  }
}
