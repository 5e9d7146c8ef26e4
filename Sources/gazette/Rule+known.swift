import Building
import Diagnostics
import Inquiring

extension Rule {
  /// Every rule there is, of a build and of what is asked beside it.
  static let known = all + ofInquiring
}
