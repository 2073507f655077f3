// swift-tools-version: 6.2
import PackageDescription

// MARK: - Packages

let package = Package(
  name: "zizhu",
  products: [
    .executable(name: "zizhu", targets: ["zizhu"]),
    .executable(name: "zizhu-mutants", targets: ["zizhu-mutants"]),
    .executable(name: "zizhu-bench", targets: ["zizhu-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ]
)

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")

// MARK: - Rooms (who may know whom; the same table stands in Sources/README.md and CI compares the two)

package.targets = [
  // Values and rules
  .target(name: "CDistricts", exclude: ["districts.tsv"]),
  .target(name: "CaseModel", dependencies: ["CDistricts"]),
  .target(name: "JSONText"),
  .target(name: "Threads"),
  .target(name: "SubsidyRules", dependencies: ["CaseModel", crypto]),
  .target(name: "Casework", dependencies: ["CaseModel", "SubsidyRules", "Threads", crypto]),
  .systemLibrary(name: "CArchives"),
  .target(name: "CWorkbookWriter"),
  .target(
    name: "Workbooks", dependencies: ["CArchives", "CWorkbookWriter", "Folders"],
    // Linked whole, so that the program needs none of them where it runs.
    linkerSettings: [
      .linkedLibrary(":libminizip.a"), .linkedLibrary(":libexpat.a"), .linkedLibrary(":libz.a"),
    ]),
  .target(
    name: "Interchange",
    dependencies: ["CaseModel", "SubsidyRules", "Casework", "JSONText", "Workbooks", crypto]),

  // The store
  .target(name: "CFiles"),
  .target(name: "Folders", dependencies: ["CFiles"]),
  .target(name: "CProgram"),
  .target(name: "Tar"),
  .target(name: "Journal", dependencies: ["JSONText", "CFiles", "Threads", "Tar", crypto]),
  .target(
    name: "Office",
    dependencies: [
      "CaseModel", "SubsidyRules", "Casework", "Interchange", "Journal", "JSONText", "CProgram", "Threads",
      "Parcels",
      crypto, cryptoExtras,
    ]),

  .target(
    name: "DemoCity",
    dependencies: ["CaseModel", "SubsidyRules", "Casework", "Interchange", "Journal", "Office"]),

  // What goes between offices
  .target(name: "Parcels", dependencies: ["JSONText", "Tar", crypto]),

  // Prose
  .target(
    name: "Wording",
    dependencies: [
      "CaseModel", "SubsidyRules", "Casework", "JSONText", "Interchange", "Journal", "Parcels", "Tar",
      "Workbooks",
    ]),
  .target(
    name: "Papers",
    dependencies: [
      "CaseModel", "SubsidyRules", "Casework", "JSONText", "Wording", "Workbooks", "Cells", mustache,
    ]),

  // The terminal
  .target(name: "Cells"),
  .systemLibrary(name: "CNcurses"),
  .target(name: "CTerminal"),
  .target(name: "Terminal", dependencies: ["Cells", "CNcurses", "CTerminal"]),
  .target(
    name: "Desk",
    dependencies: [
      "CaseModel", "SubsidyRules", "Casework", "Interchange", "Wording", "Papers", "Cells",
    ]),

  // Programs
  .executableTarget(
    name: "zizhu",
    dependencies: [
      "CaseModel", "SubsidyRules", "Casework", "Interchange", "Journal", "JSONText", "Office",
      "Wording", "Papers", "Cells", "Terminal", "Desk", "Workbooks", "CFiles", "Folders", "CProgram",
      "Parcels",
      "DemoCity",
      argumentParser,
    ],
    // One file to carry to an office: what is the same once, and relocations packed, which is some 3 % of it.
    linkerSettings: [
      .unsafeFlags(
        [
          "-use-ld=lld", "-Xlinker", "--icf=safe", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
        ], .when(configuration: .release)),
      // By this the program tells a snapshot of its own from that of another version.
      .unsafeFlags(["-Xlinker", "--build-id=sha1"]),
    ]),
  .target(name: "Seeded"),
  .target(name: "RuleCases", dependencies: ["CaseModel", "SubsidyRules", "Casework"]),
  .executableTarget(
    name: "zizhu-mutants",
    dependencies: ["CaseModel", "JSONText", "SubsidyRules", "Interchange", "RuleCases", argumentParser]),
  .executableTarget(
    name: "zizhu-bench",
    dependencies: [
      "CaseModel", "SubsidyRules", "Casework", "Interchange", "JSONText", "Journal", "Office", "Cells",
      "Desk", "Seeded", "Workbooks", "Folders", argumentParser,
    ]),

  // Tests
  .testTarget(name: "CaseModelTests", dependencies: ["CaseModel"]),
  .testTarget(name: "JSONTextTests", dependencies: ["JSONText"]),
  .testTarget(name: "ThreadsTests", dependencies: ["Threads"]),
  .testTarget(name: "SeededTests", dependencies: ["Seeded"]),
  .testTarget(
    name: "SubsidyRulesTests",
    dependencies: [
      "SubsidyRules", "CaseModel", "Casework", "Interchange", "JSONText", "RuleCases", "zizhu-mutants",
    ],
    exclude: ["Cases"]),
  .testTarget(
    name: "SecondEvaluatorTests",
    dependencies: ["SubsidyRules", "CaseModel", "Casework", "Interchange", "Seeded"]),
  .testTarget(
    name: "SupervisorTests", dependencies: ["Casework", "CaseModel", "SubsidyRules", "Interchange"]),
  .testTarget(
    name: "GeneralityTests",
    dependencies: ["Interchange", "CaseModel", "SubsidyRules", "Casework", "Wording"],
    exclude: ["Policies", "Cases"]),
  .testTarget(
    name: "InterchangeTests",
    dependencies: ["Interchange", "CaseModel", "SubsidyRules", "Casework", "JSONText", "Wording", "Seeded"]),
  .testTarget(
    name: "RegisterTests",
    dependencies: [
      "Interchange", "CaseModel", "SubsidyRules", "Casework", "JSONText", "Wording", "Papers", "Workbooks",
      "Desk", "Seeded",
    ],
    exclude: ["Workbooks/ledger.xlsx"]),
  .testTarget(name: "JournalTests", dependencies: ["Journal", "JSONText", "Seeded", "Tar", "Folders"]),
  .testTarget(name: "ParcelsTests", dependencies: ["Parcels", "Tar", "JSONText"], exclude: ["Vectors"]),
  .testTarget(
    name: "OfficeTests",
    dependencies: [
      "Office", "Journal", "Casework", "CaseModel", "SubsidyRules", "Interchange", "Seeded", "Parcels",
      "Papers", "Wording",
    ],
    exclude: ["KeptStores"]),
  .testTarget(
    name: "CaseworkTests",
    dependencies: [
      "Casework", "CaseModel", "SubsidyRules", "Interchange", "JSONText", "Office", "Wording", "Seeded",
    ]),
  .testTarget(
    name: "WordingTests",
    dependencies: [
      "Wording", "CaseModel", "SubsidyRules", "Casework", "Interchange", "Journal", "JSONText", "Parcels",
      "Tar",
    ],
    exclude: ["Sentences.txt"]),
  .testTarget(
    name: "PapersTests",
    dependencies: [
      "Papers", "CaseModel", "SubsidyRules", "Casework", "Interchange", "Wording", "Workbooks",
      "Folders", "Cells",
    ]),
  .testTarget(name: "CellsTests", dependencies: ["Cells", "Seeded"]),
  .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Cells"]),
  .testTarget(name: "ProgramTests", dependencies: ["Journal"]),
  .testTarget(
    name: "BenchTests",
    dependencies: ["zizhu-bench", "CaseModel", "Casework", "Journal", "Office", "Folders"]),
  .testTarget(
    name: "DeskTests",
    dependencies: [
      "Desk", "CaseModel", "SubsidyRules", "Casework", "Interchange", "Wording", "Papers", "Cells",
      "Seeded", "DemoCity", "Office",
    ],
    exclude: ["Goldens"]),
]

// MARK: - Settings, once for all of our own rooms

for target in package.targets
where target.type == .regular || target.type == .executable || target.type == .test {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
