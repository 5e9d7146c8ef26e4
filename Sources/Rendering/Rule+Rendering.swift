import Diagnostics

extension Rule {
  package static let ofRendering: [Rule] = [.assetTakesAddress] + ofStrings

  static let assetTakesAddress = Rule(
    "asset-takes-address", "an asset does not take the address of a page",
    why: """
      Files in `templates/` that are no templates are published under their path there. Where a \
      page has that address already, one of the two would be lost.
      """,
    in: .files,
    bad: """
      === templates/cases/index.html
      <p>Cases</p>
      """,
    good: """
      === templates/assets/cases.svg
      <svg xmlns="http://www.w3.org/2000/svg"/>
      """)
}

extension Diagnostic {
  static func assetTakesAddress(_ address: String, path: String) -> Diagnostic {
    Diagnostic(
      .assetTakesAddress, "'\(address)' is an address that pages of the site have",
      at: Place(path: path, at: 0), help: "move the file to another folder of templates/")
  }
}
