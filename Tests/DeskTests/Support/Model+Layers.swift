@testable import Desk

/// The layers by the names that tests speak of them.
extension Model {
  var filing: FilingForm? { layer() }
  var listEntry: ListEntry? { layer() }
  var palette: Palette? { layer() }
  var question: Question? { layer(Asking.self)?.question }

  var applicantForm: ApplicantForm? {
    get { layer() }
    set {
      drop(ApplicantForm.self)
      if let newValue { open(newValue) }
    }
  }

  /// What lies over a screen or a form and is none of the three that stay below others.
  var overlay: (any Layer)? {
    get { work.flatMap { $0 is FilingForm || $0 is ListEntry || $0 is ApplicantForm ? nil : $0 } }
    set {
      closePage()
      if let newValue { open(newValue) }
    }
  }
}
