import { type ArgumentKind, fields, listOf } from '../../diagnostics/arguments.ts'
import type { Diagnostic, SourcePlace } from '../../diagnostics/diagnostic.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { SuppressedDiagnostic } from '../engine/suppression.ts'

/** Where a document stands, and what was suppressed in it. */
export interface DocumentPlaces {
  /** Where the document stands, best relative to the root of the repository: `pipelines/orders.json`. */
  readonly uri?: string
  /** The JSON text of the document; with it a report says line and column of each diagnostic. */
  readonly text?: string
  /** The line and column of a JSON Pointer, for a text that is not JSON. */
  readonly places?: (path: string) => SourcePlace | undefined
  /** What suppressions silenced, as `reviewSpec` gives it; a report shows it with the reasons. */
  readonly suppressed?: readonly SuppressedDiagnostic[]
}

/** One document of a report and what was found in it. */
export interface CheckedDocument extends DocumentPlaces {
  readonly diagnostics: readonly Diagnostic[]
}

/** What a report is made of: the diagnostics of one document, or several documents with theirs. */
export type Checked = readonly Diagnostic[] | readonly CheckedDocument[]

function isDocument(item: Diagnostic | CheckedDocument): item is CheckedDocument {
  return 'diagnostics' in item
}

function isDiagnostic(item: Diagnostic | CheckedDocument): item is Diagnostic {
  return !isDocument(item)
}

/** The documents of a report; diagnostics by themselves are those of one, which the settings describe. */
export function documentsOf(checked: Checked, { uri, text, places, suppressed }: DocumentPlaces): CheckedDocument[] {
  const documents = checked.filter(isDocument)
  const diagnostics = checked.filter(isDiagnostic)
  if (diagnostics.length === 0 && documents.length > 0) return documents
  const described = {
    ...(uri === undefined ? {} : { uri }),
    ...(text === undefined ? {} : { text }),
    ...(places === undefined ? {} : { places }),
    ...(suppressed === undefined ? {} : { suppressed }),
  }
  return [{ ...described, diagnostics }, ...documents]
}

/** Diagnostics, or documents with theirs. */
export const checkedKind: ArgumentKind = {
  ...listOf({ takes: '', holds: (item) => fields.holds(item) && isChecked(Object(item)) }),
  takes: 'a list of diagnostics, or of { uri, diagnostics }',
}

function isChecked(item: object): boolean {
  if ('diagnostics' in item) return Array.isArray(item.diagnostics)
  return 'rule' in item && 'message' in item && typeof item.message === 'string'
}

/** What `reviewSpec` gives as suppressed. */
export const suppressedKind: ArgumentKind = listOf({
  takes: '{ diagnostic, reason }, as reviewSpec() gives',
  holds: (value) => isRecord(value) && readText(value['diagnostic'], 'rule') !== undefined,
})

/** Rules as `defineRule` gives them. */
export const customKind: ArgumentKind = listOf({
  takes: 'what defineRule() gives',
  holds: (value) => readText(value, 'name') !== undefined,
})
