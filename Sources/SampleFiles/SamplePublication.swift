/// A small working publication that explains itself: the repository's `sample/`, compiled into the
/// program. `gazette init` writes it out.
///
/// The package manager makes one constant of each file, by its name alone, so no two may share one;
/// this table gives them their paths back. A test fails when a file is missing from it.
package enum SamplePublication {
  /// Paths from the source directory, in ascending order.
  package static let files: [(path: String, bytes: [UInt8])] = [
    ("content/cases/ferry-bookings-2024.md", PackageResources.ferry_bookings_2024_md),
    ("content/cases/ferry-cameras-2025.md", PackageResources.ferry_cameras_2025_md),
    ("content/companies/blue-harbour-ferries.md", PackageResources.blue_harbour_ferries_md),
    ("content/laws/gdpr.md", PackageResources.gdpr_md),
    ("content/pages/about.md", PackageResources.about_md),
    ("content/pages/start-here.md", PackageResources.start_here_md),
    ("content/regulators/example-court.md", PackageResources.example_court_md),
    ("content/regulators/example-dpa.md", PackageResources.example_dpa_md),
    ("content/site.yml", PackageResources.site_yml),
    ("content/topics/data-breach.md", PackageResources.data_breach_md),
    ("content/topics/video-surveillance.md", PackageResources.video_surveillance_md),
  ]
}
