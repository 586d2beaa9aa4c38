import type { GivenDocument } from '../../document/given-documents.ts'
import { isRecord, itemsOf, readText } from '../../document/json/records.ts'

/** What a document is found by among others: the names of its workflows and nodes. */
export function labelOf(document: unknown): string {
  const spec = isRecord(document) && isRecord(document['spec']) ? document['spec'] : {}
  const parts = [...itemsOf(spec['workflows']), ...itemsOf(spec['nodes'])]
  return JSON.stringify(parts.map((part) => readText(part, 'name') ?? ''))
}

/** All that a document says; what JSON cannot hold, such as a document that contains itself, is like no other. */
function contentOf(document: unknown): unknown {
  try {
    return JSON.stringify(document, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
  } catch {
    return document
  }
}

/** Documents with one label: their contents are looked at when there is a second one. */
interface Namesakes {
  readonly first: unknown
  contents: Set<unknown> | undefined
}

/** The documents, each once: a workflow that is given twice, or alone and in a project, is one. Linear in them. */
export function distinctDocuments(given: readonly GivenDocument[]): readonly GivenDocument[] {
  const seen = new Set<unknown>()
  const byLabel = new Map<string, Namesakes>()
  return given.filter(({ document }) => {
    if (seen.has(document)) return false
    seen.add(document)
    const label = labelOf(document)
    const known = byLabel.get(label)
    if (known === undefined) {
      byLabel.set(label, { first: document, contents: undefined })
      return true
    }
    known.contents ??= new Set([contentOf(known.first)])
    const content = contentOf(document)
    const isNew = !known.contents.has(content)
    known.contents.add(content)
    return isNew
  })
}
