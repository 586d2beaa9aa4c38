import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError, isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { sentenceOf } from '../../diagnostics/show-value.ts'
import { placesOfThrown } from '../../diagnostics/stack/thrown-places.ts'
import { buildFault } from '../build/faults.ts'
import { type Call, callOf, placesOf } from '../call.ts'

/** A function that makes parts, whatever the types of its variables. */
type Maker = (variables: unknown, environment: unknown) => unknown

export function isMaker(part: unknown): part is Maker {
  return typeof part === 'function'
}

/** Where functions were added that make parts: one that throws what is no error says nothing of itself. */
const added: WeakMap<Maker, Call> = /* @__PURE__ */ new WeakMap()

/** Keeps where functions are added to a project. */
export function noteMakers(parts: readonly unknown[], add: (...parts: never) => unknown): void {
  const makers = parts.filter(isMaker)
  const call = makers.length === 0 ? undefined : callOf(add)
  if (call !== undefined) for (const maker of makers) added.set(maker, call)
}

/** A function that makes parts, and what it is given. */
interface Making {
  readonly identifier: string
  readonly variables: unknown
  readonly environment: string | undefined
}

/** Stands below a function of the user in its stack, where what led to the build is left out. */
function callMaker(make: Maker, { variables, environment }: Making): unknown {
  return make(variables, environment)
}

function failedPart(error: unknown, maker: Maker, at: number, { identifier }: Making): readonly Diagnostic[] {
  const call = added.get(maker)
  const places = placesOfThrown(error, callMaker.name) ?? (call && placesOf(call))
  if (isFlowSpecError(error))
    return error.diagnostics.map((one) => (one.source === undefined ? { ...places, ...one } : one))
  const which = maker.name === '' ? `that is part ${at + 1}` : `'${maker.name}'`
  const message = `The function ${which} of project '${identifier}' threw an error: ${sentenceOf(error)}`
  const hint =
    error instanceof Error
      ? 'Mend it there. What build() throws has the error as its cause.'
      : 'Let it throw an Error, which says where it comes from: throw new Error(…).'
  return [{ ...buildFault('project/failed-part', { message, hint }, '/documents'), ...places }]
}

/** The parts of a project in an environment. */
export interface MadeParts {
  readonly parts: readonly unknown[]
  /** What functions threw that make parts, which are missing then. */
  readonly failure: FlowSpecError | undefined
}

/** Makes the parts of a project: functions are called, and what one of them throws does not keep the others from being told of. */
export function madeParts(given: readonly unknown[], making: Making): MadeParts {
  const faults: Diagnostic[] = []
  const causes: unknown[] = []
  const parts = given.flatMap((part, at) => {
    if (!isMaker(part)) return part
    try {
      return callMaker(part, making)
    } catch (error) {
      causes.push(error)
      faults.push(...failedPart(error, part, at, making))
      return []
    }
  })
  const [cause] = causes
  return { parts, failure: faults.length === 0 ? undefined : new FlowSpecError(faults, { cause }) }
}
