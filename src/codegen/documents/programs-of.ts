import type { Declaration } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { builderOf } from './completed.ts'
import { type FoundProgram, programOf } from './document-program.ts'
import { identifierOfOutputs } from './identifier-of-outputs.ts'
import { type OutsideOutput, outputsOf, upstreamFirst } from './outside-outputs.ts'
import type { DocumentProgram } from './program.ts'

/** Documents as programs, and the project that they are parts of, if there is one. */
export interface Programs {
  readonly found: readonly FoundProgram[]
  readonly project: string | undefined
  /** Their places, those first that others take outputs of. */
  readonly order: readonly number[]
}

type LengthOf = (program: DocumentProgram) => number

/** Programs that are built alone, which take nothing of one another. */
function alone(documents: readonly Fields[], lengthOf: LengthOf): Programs {
  const found = documents.map((document) => programOf(document, lengthOf))
  return { found, project: undefined, order: [...documents.keys()] }
}

/** Programs of parts of a project, which name outputs of one another by their builders. */
function within(project: string, documents: readonly Fields[], lengthOf: LengthOf): Programs {
  const outside = new Map<string, OutsideOutput>()
  const values = new Map<Declaration, unknown>()
  const order = upstreamFirst(documents)
  const found = new Map<number, FoundProgram>()
  for (const at of order) {
    const document = documents[at] ?? {}
    const one = programOf(document, lengthOf, { project, outside, values })
    found.set(at, one)
    if (!one.isBySteps) continue
    const offered = outputsOf(document, one.program.document)
    if (offered.size > 0) values.set(one.program.document, builderOf(one.program, values))
    for (const [output, taken] of offered) outside.set(output, taken)
  }
  return { found: [...documents.keys()].flatMap((at) => found.get(at) ?? []), project, order }
}

function sumOf({ found }: Programs, lengthOf: LengthOf): number {
  return found.reduce((sum, { program }) => sum + lengthOf(program), 0)
}

/**
 * The programs of documents: those of the project that is said, or of the one that their outputs begin with, where the code is
 * shorter for it.
 */
export function programsOf(documents: readonly Fields[], said: string | undefined, lengthOf: LengthOf): Programs {
  if (said !== undefined) return within(said, documents, lengthOf)
  const outputs = identifierOfOutputs(documents)
  if (outputs === undefined) return alone(documents, lengthOf)
  const parts = within(outputs.identifier, documents, lengthOf)
  // Alone, each of them would say its output beside the same steps.
  if (outputs.isOfAll && parts.found.every(({ isBySteps }) => isBySteps)) return parts
  const plain = alone(documents, lengthOf)
  return sumOf(parts, lengthOf) < sumOf(plain, lengthOf) ? parts : plain
}
