import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { isRecord } from '../../document/json/records.ts'
import { writeJson } from '../../document/write-json.ts'
import { call } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { isCompleted } from './completed.ts'
import { filledProgram } from './filled-program.ts'
import type { DocumentProgram } from './program.ts'
import { titleOf, verbatimProgram } from './verbatim-program.ts'

/** A program and what it says of itself. */
export interface FoundProgram {
  readonly program: DocumentProgram
  /** Why the document stands beside the code as it is; undefined when builders say it. */
  readonly fault?: string
}

/** Deeper documents are none that people write builders of. */
const mostLevels = 100

function isDeep(document: unknown): boolean {
  let level: unknown[] = [document]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return true
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return false
}

/** The document as it is, in a file that the code reads. */
function storedProgram(document: Fields): DocumentProgram {
  const body = document['spec']
  const title = titleOf(document, isRecord(body) ? body : document)
  const file = { folder: 'documents', extension: 'json', title, text: `${writeJson(document)}\n` }
  return { drafts: [], document: { title, kind: 'document', value: call('fromSpec', { kind: 'stored', file }) } }
}

/** Tries one way of writing the document: one that builders refuse is none. */
function tried(make: () => DocumentProgram | undefined, document: Fields): DocumentProgram | undefined {
  try {
    const program = make()
    return program !== undefined && isCompleted(program, document) ? program : undefined
  } catch (error) {
    if (isFlowSpecError(error)) return undefined
    throw error
  }
}

/**
 * The shortest program that builds a document.
 *
 * @param lengthOf - how long the code of a program is
 */
export function programOf(document: Fields, lengthOf: (program: DocumentProgram) => number): FoundProgram {
  if (isDeep(document))
    return { program: storedProgram(document), fault: `it is nested more than ${mostLevels} levels deep` }
  const ways = [true, false].flatMap((isLifting) => [
    () => filledProgram(document, isLifting),
    () => verbatimProgram(document, isLifting),
  ])
  const found = ways.flatMap((make) => tried(make, document) ?? [])
  const measured = found.map((program) => ({ program, length: lengthOf(program) }))
  const [first, ...others] = measured
  if (first === undefined) return { program: storedProgram(document), fault: 'no builder makes exactly this' }
  return { program: others.reduce((best, one) => (one.length < best.length ? one : best), first).program }
}
