/** A text, plain and as Markdown. */
export interface SarifText {
  readonly text: string
  readonly markdown?: string
}

/** How much a result matters, in the words of SARIF. */
export type SarifLevel = 'error' | 'warning' | 'note'

/** A rule as SARIF describes it, `reportingDescriptor` of the standard. */
export interface SarifRule {
  readonly id: string
  readonly shortDescription: SarifText
  readonly fullDescription: SarifText
  readonly help: SarifText
  readonly helpUri?: string
  readonly defaultConfiguration: { readonly level: SarifLevel }
  readonly properties: { readonly tags: readonly string[] }
}

/** A place in a document: what stands there, and where that is in a file. */
export interface SarifLocation {
  readonly physicalLocation?: {
    readonly artifactLocation: { readonly uri: string }
    readonly region?: { readonly startLine: number; readonly startColumn: number }
  }
  readonly logicalLocations: readonly {
    readonly fullyQualifiedName: string
    readonly name: string
    readonly kind?: string
  }[]
}

/** One diagnostic, `result` of the standard. */
export interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: SarifLevel
  readonly message: SarifText
  readonly locations: readonly SarifLocation[]
  /** Where the file of code that has the fault is used, and the calls that lead to where the builder is started. */
  readonly relatedLocations?: readonly (Pick<SarifLocation, 'physicalLocation'> & { readonly message: SarifText })[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  /** Why it is silenced; where anything is known of suppressions, every result has a list, of most an empty one. */
  readonly suppressions?: readonly {
    readonly kind: 'external'
    readonly status: 'accepted'
    readonly justification: string
  }[]
}

/** A log in the Static Analysis Results Interchange Format, SARIF 2.1.0, an OASIS standard: the part of it that is written. */
export interface SarifLog {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly version?: string; readonly rules: readonly SarifRule[] }
    }
    readonly columnKind: 'utf16CodeUnits'
    readonly results: readonly SarifResult[]
  }[]
}
