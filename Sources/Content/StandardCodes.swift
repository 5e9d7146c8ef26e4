/// The code lists of ISO 3166 and ISO 4217, as far as a publication needs them.
package enum StandardCodes {
  /// The country with an ISO 3166-1 alpha-2 code, by its English short name; nil for no such code.
  package static func country(_ code: String) -> String? { countries[code] }

  /// The place with an ISO 3166-1 or 3166-2 code, or `EU`; nil when the code cannot be one.
  ///
  /// A subdivision that has no name here is shown by its code and its country.
  package static func jurisdiction(_ code: String) -> String? {
    if code == "EU" { return "European Union" }
    if let name = countries[code] ?? subdivisions[code] { return name }
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let country = countries[String(parts[0])],
      (1...3).contains(parts[1].utf8.count),
      parts[1].utf8.allSatisfy({ (65...90).contains($0) || (48...57).contains($0) })
    else { return nil }
    return "\(code) (\(country))"
  }

  /// Whether a code is of ISO 4217, or was when decisions were still made in that currency.
  package static func isCurrency(_ code: String) -> Bool {
    currencies.contains(code) || earlierCurrencies.contains(code)
  }

  package static var countryCodes: [String] { countries.keys.sorted() }
  package static var currencyCodes: [String] { currencies.sorted() }

  private static let countries = table(
    """
    AD Andorra
    AE United Arab Emirates
    AF Afghanistan
    AG Antigua & Barbuda
    AI Anguilla
    AL Albania
    AM Armenia
    AO Angola
    AQ Antarctica
    AR Argentina
    AS American Samoa
    AT Austria
    AU Australia
    AW Aruba
    AX Åland Islands
    AZ Azerbaijan
    BA Bosnia & Herzegovina
    BB Barbados
    BD Bangladesh
    BE Belgium
    BF Burkina Faso
    BG Bulgaria
    BH Bahrain
    BI Burundi
    BJ Benin
    BL St. Barthélemy
    BM Bermuda
    BN Brunei
    BO Bolivia
    BQ Caribbean Netherlands
    BR Brazil
    BS Bahamas
    BT Bhutan
    BV Bouvet Island
    BW Botswana
    BY Belarus
    BZ Belize
    CA Canada
    CC Cocos (Keeling) Islands
    CD Democratic Republic of the Congo
    CF Central African Republic
    CG Republic of the Congo
    CH Switzerland
    CI Côte d’Ivoire
    CK Cook Islands
    CL Chile
    CM Cameroon
    CN China
    CO Colombia
    CR Costa Rica
    CU Cuba
    CV Cape Verde
    CW Curaçao
    CX Christmas Island
    CY Cyprus
    CZ Czechia
    DE Germany
    DJ Djibouti
    DK Denmark
    DM Dominica
    DO Dominican Republic
    DZ Algeria
    EC Ecuador
    EE Estonia
    EG Egypt
    EH Western Sahara
    ER Eritrea
    ES Spain
    ET Ethiopia
    FI Finland
    FJ Fiji
    FK Falkland Islands
    FM Micronesia
    FO Faroe Islands
    FR France
    GA Gabon
    GB United Kingdom
    GD Grenada
    GE Georgia
    GF French Guiana
    GG Guernsey
    GH Ghana
    GI Gibraltar
    GL Greenland
    GM Gambia
    GN Guinea
    GP Guadeloupe
    GQ Equatorial Guinea
    GR Greece
    GS South Georgia & South Sandwich Islands
    GT Guatemala
    GU Guam
    GW Guinea-Bissau
    GY Guyana
    HK Hong Kong
    HM Heard & McDonald Islands
    HN Honduras
    HR Croatia
    HT Haiti
    HU Hungary
    ID Indonesia
    IE Ireland
    IL Israel
    IM Isle of Man
    IN India
    IO British Indian Ocean Territory
    IQ Iraq
    IR Iran
    IS Iceland
    IT Italy
    JE Jersey
    JM Jamaica
    JO Jordan
    JP Japan
    KE Kenya
    KG Kyrgyzstan
    KH Cambodia
    KI Kiribati
    KM Comoros
    KN St. Kitts & Nevis
    KP North Korea
    KR South Korea
    KW Kuwait
    KY Cayman Islands
    KZ Kazakhstan
    LA Laos
    LB Lebanon
    LC St. Lucia
    LI Liechtenstein
    LK Sri Lanka
    LR Liberia
    LS Lesotho
    LT Lithuania
    LU Luxembourg
    LV Latvia
    LY Libya
    MA Morocco
    MC Monaco
    MD Moldova
    ME Montenegro
    MF St. Martin
    MG Madagascar
    MH Marshall Islands
    MK North Macedonia
    ML Mali
    MM Myanmar
    MN Mongolia
    MO Macao
    MP Northern Mariana Islands
    MQ Martinique
    MR Mauritania
    MS Montserrat
    MT Malta
    MU Mauritius
    MV Maldives
    MW Malawi
    MX Mexico
    MY Malaysia
    MZ Mozambique
    NA Namibia
    NC New Caledonia
    NE Niger
    NF Norfolk Island
    NG Nigeria
    NI Nicaragua
    NL Netherlands
    NO Norway
    NP Nepal
    NR Nauru
    NU Niue
    NZ New Zealand
    OM Oman
    PA Panama
    PE Peru
    PF French Polynesia
    PG Papua New Guinea
    PH Philippines
    PK Pakistan
    PL Poland
    PM St. Pierre & Miquelon
    PN Pitcairn Islands
    PR Puerto Rico
    PS Palestine
    PT Portugal
    PW Palau
    PY Paraguay
    QA Qatar
    RE Réunion
    RO Romania
    RS Serbia
    RU Russia
    RW Rwanda
    SA Saudi Arabia
    SB Solomon Islands
    SC Seychelles
    SD Sudan
    SE Sweden
    SG Singapore
    SH St. Helena
    SI Slovenia
    SJ Svalbard & Jan Mayen
    SK Slovakia
    SL Sierra Leone
    SM San Marino
    SN Senegal
    SO Somalia
    SR Suriname
    SS South Sudan
    ST São Tomé & Príncipe
    SV El Salvador
    SX Sint Maarten
    SY Syria
    SZ Eswatini
    TC Turks & Caicos Islands
    TD Chad
    TF French Southern Territories
    TG Togo
    TH Thailand
    TJ Tajikistan
    TK Tokelau
    TL Timor-Leste
    TM Turkmenistan
    TN Tunisia
    TO Tonga
    TR Türkiye
    TT Trinidad & Tobago
    TV Tuvalu
    TW Taiwan
    TZ Tanzania
    UA Ukraine
    UG Uganda
    UM U.S. Outlying Islands
    US United States
    UY Uruguay
    UZ Uzbekistan
    VA Vatican City
    VC St. Vincent & Grenadines
    VE Venezuela
    VG British Virgin Islands
    VI U.S. Virgin Islands
    VN Vietnam
    VU Vanuatu
    WF Wallis & Futuna
    WS Samoa
    YE Yemen
    YT Mayotte
    ZA South Africa
    ZM Zambia
    ZW Zimbabwe
    """)

  private static let subdivisions = table(
    """
    AU-ACT Australian Capital Territory
    AU-NSW New South Wales
    AU-NT Northern Territory
    AU-QLD Queensland
    AU-SA South Australia
    AU-TAS Tasmania
    AU-VIC Victoria
    AU-WA Western Australia
    CA-AB Alberta
    CA-BC British Columbia
    CA-MB Manitoba
    CA-NB New Brunswick
    CA-NL Newfoundland and Labrador
    CA-NS Nova Scotia
    CA-NT Northwest Territories
    CA-NU Nunavut
    CA-ON Ontario
    CA-PE Prince Edward Island
    CA-QC Quebec
    CA-SK Saskatchewan
    CA-YT Yukon
    DE-BB Brandenburg
    DE-BE Berlin
    DE-BW Baden-Württemberg
    DE-BY Bavaria
    DE-HB Bremen
    DE-HE Hesse
    DE-HH Hamburg
    DE-MV Mecklenburg-Western Pomerania
    DE-NI Lower Saxony
    DE-NW North Rhine-Westphalia
    DE-RP Rhineland-Palatinate
    DE-SH Schleswig-Holstein
    DE-SL Saarland
    DE-SN Saxony
    DE-ST Saxony-Anhalt
    DE-TH Thuringia
    GB-ENG England
    GB-NIR Northern Ireland
    GB-SCT Scotland
    GB-WLS Wales
    US-AK Alaska
    US-AL Alabama
    US-AR Arkansas
    US-AZ Arizona
    US-CA California
    US-CO Colorado
    US-CT Connecticut
    US-DC District of Columbia
    US-DE Delaware
    US-FL Florida
    US-GA Georgia
    US-HI Hawaii
    US-IA Iowa
    US-ID Idaho
    US-IL Illinois
    US-IN Indiana
    US-KS Kansas
    US-KY Kentucky
    US-LA Louisiana
    US-MA Massachusetts
    US-MD Maryland
    US-ME Maine
    US-MI Michigan
    US-MN Minnesota
    US-MO Missouri
    US-MS Mississippi
    US-MT Montana
    US-NC North Carolina
    US-ND North Dakota
    US-NE Nebraska
    US-NH New Hampshire
    US-NJ New Jersey
    US-NM New Mexico
    US-NV Nevada
    US-NY New York
    US-OH Ohio
    US-OK Oklahoma
    US-OR Oregon
    US-PA Pennsylvania
    US-RI Rhode Island
    US-SC South Carolina
    US-SD South Dakota
    US-TN Tennessee
    US-TX Texas
    US-UT Utah
    US-VA Virginia
    US-VT Vermont
    US-WA Washington
    US-WI Wisconsin
    US-WV West Virginia
    US-WY Wyoming
    """)

  private static let currencies = Set(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND
    BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY
    COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP
    GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD
    IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP
    LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
    MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD
    SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX
    USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA
    XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR
    ZMW ZWG
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  /// Of ISO 4217's list three, those that gave way to the euro, or to another since 2015.
  private static let earlierCurrencies = Set(
    """
    ANG ATS BEF BGN BYR CUC CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF
    LVL MRO MTL NLG PTE SIT SKK SLL STD VEF ZWL
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  /// Lines of a code, a space and a name.
  private static func table(_ lines: String) -> [String: String] {
    var table: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { table[String(parts[0])] = String(parts[1]) }
    }
    return table
  }
}
