/// The theme that Gazette has in itself: the repository's `templates/`, compiled into the program.
///
/// The package manager makes one constant of each file; this table gives them their names back. A
/// test fails when a file is missing from it.
package enum BuiltInTheme {
  /// Names below `templates/`, in ascending order.
  package static let files: [(name: String, bytes: [UInt8])] = [
    ("article.mustache", PackageResources.article_mustache),
    ("case-citation.mustache", PackageResources.case_citation_mustache),
    ("case-law.mustache", PackageResources.case_law_mustache),
    ("case-list.mustache", PackageResources.case_list_mustache),
    ("case-procedure.mustache", PackageResources.case_procedure_mustache),
    ("case-row.mustache", PackageResources.case_row_mustache),
    ("case-standing.mustache", PackageResources.case_standing_mustache),
    ("case.mustache", PackageResources.case_mustache),
    ("cases.mustache", PackageResources.cases_mustache),
    ("companies.mustache", PackageResources.companies_mustache),
    ("company.mustache", PackageResources.company_mustache),
    ("data.mustache", PackageResources.data_mustache),
    ("feed-link.mustache", PackageResources.feed_link_mustache),
    ("footer.mustache", PackageResources.footer_mustache),
    ("home.mustache", PackageResources.home_mustache),
    ("icon.svg", PackageResources.icon_svg),
    ("index.mustache", PackageResources.index_mustache),
    ("jurisdiction.mustache", PackageResources.jurisdiction_mustache),
    ("jurisdictions.mustache", PackageResources.jurisdictions_mustache),
    ("law.mustache", PackageResources.law_mustache),
    ("laws.mustache", PackageResources.laws_mustache),
    ("layout.mustache", PackageResources.layout_mustache),
    ("masthead.mustache", PackageResources.masthead_mustache),
    ("news-item.mustache", PackageResources.news_item_mustache),
    ("news.mustache", PackageResources.news_mustache),
    ("not-found.mustache", PackageResources.not_found_mustache),
    ("notes.mustache", PackageResources.notes_mustache),
    ("page.mustache", PackageResources.page_mustache),
    ("pagination.mustache", PackageResources.pagination_mustache),
    ("redirect.mustache", PackageResources.redirect_mustache),
    ("regulator.mustache", PackageResources.regulator_mustache),
    ("regulators.mustache", PackageResources.regulators_mustache),
    ("related-news.mustache", PackageResources.related_news_mustache),
    ("standing-line.mustache", PackageResources.standing_line_mustache),
    ("style.css", PackageResources.style_css),
    ("topic.mustache", PackageResources.topic_mustache),
    ("topics.mustache", PackageResources.topics_mustache),
    ("totals.mustache", PackageResources.totals_mustache),
    ("year.mustache", PackageResources.year_mustache),
    ("years.mustache", PackageResources.years_mustache),
  ]
}
