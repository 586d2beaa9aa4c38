import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { isRecord } from '../../document/json/records.ts'
import { writeJson } from '../../document/write-json.ts'
import { NotCallable } from '../program/evaluate.ts'
import { call } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { builtProgram, otherBuild } from './built-program.ts'
import { type BuildSite, type Completion, completed } from './completed.ts'
import { filledProgram } from './filled-program.ts'
import type { OutsideOutputs } from './outside-outputs.ts'
import type { DocumentProgram } from './program.ts'
import { titleOf, verbatimProgram } from './verbatim-program.ts'

/** Where a program is built. */
export interface ProgramSite extends BuildSite {
  /** What other documents of the project offer. */
  readonly outside?: OutsideOutputs
}

/** A program and what it says of itself. */
export interface FoundProgram {
  readonly program: DocumentProgram
  /** Why the document stands beside the code as it is; undefined when builders say it. */
  readonly fault?: string
  /** Why it is not written by the builders that made it. */
  readonly remark?: string
  /** Whether steps alone say the document. */
  readonly isBySteps?: boolean
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

/** A program that builds the document, and whether it needs fields beside its steps. */
interface Attempt {
  readonly program: DocumentProgram
  readonly completion: Completion
}

/** Tries one way of writing the document: one that builders refuse is none. */
function tried(make: () => DocumentProgram | undefined, document: Fields, site: ProgramSite): Attempt | undefined {
  try {
    const program = make()
    const completion = program === undefined ? 'other' : completed(program, document, site)
    return program === undefined || completion === 'other' ? undefined : { program, completion }
  } catch (error) {
    if (isFlowSpecError(error) || error instanceof NotCallable) return undefined
    throw error
  }
}

/** A program whose builders are told how to build, for a document that they make only so, or why there is none. */
function programOfBuild(document: Fields, site: ProgramSite): Partial<FoundProgram> {
  const other = otherBuild(document)
  if (other === undefined) return {}
  const { usual, options } = other
  const filled = tried(() => filledProgram(usual, { ...site, isLifting: true }), usual, site)
  if (filled?.completion !== 'by steps') return {}
  const program = builtProgram(filled.program, options, site.project)
  if (tried(() => program, document, site)?.completion === 'by steps') return { program }
  const call = `build(${JSON.stringify(options)})`
  return {
    remark: `Its builders would make it by ${call}, which refuses it or makes another: it is written as it is said.`,
  }
}

/**
 * The shortest program that builds a document; one whose builders write what is usual by themselves is taken as soon as
 * steps alone make the document.
 *
 * @param lengthOf - how long the code of a program is
 * @param site - the project that its builder is built in, and its other documents; nothing for one that is built alone
 */
export function programOf(
  document: Fields,
  lengthOf: (program: DocumentProgram) => number,
  site: ProgramSite = {},
): FoundProgram {
  if (isDeep(document)) {
    return { program: storedProgram(document), fault: `it is nested more than ${mostLevels} levels deep` }
  }
  const filled = tried(() => filledProgram(document, { ...site, isLifting: true }), document, site)
  if (filled?.completion === 'by steps') return { program: filled.program, isBySteps: true }
  const { program: built, remark } = programOfBuild(document, site)
  if (built !== undefined) return { program: built }
  const remarks = remark === undefined ? {} : { remark }
  const others = [
    () => verbatimProgram(document, true),
    () => filledProgram(document, { ...site, isLifting: false }),
    () => verbatimProgram(document, false),
  ]
  const found = [
    ...(filled === undefined ? [] : [filled]),
    ...others.flatMap((make) => tried(make, document, site) ?? []),
  ]
  const [first, ...rest] = found.map(({ program }) => ({ program, length: lengthOf(program) }))
  if (first === undefined) return { program: storedProgram(document), fault: 'no builder makes exactly this' }
  return { program: rest.reduce((best, one) => (one.length < best.length ? one : best), first).program, ...remarks }
}
