import { type Answer, filledText, flagIn, numberIn, textIn } from '../answer.ts'
import type { Effect, Id, Operation, ParameterTable } from '../operation.ts'
import { type Field, type Fields, inside, named, result, type WithMore } from '../result.ts'

/** The version that operations of the old Data Studio are of, unless a call asks for another. */
export const legacyVersion = '2020-05-18'

/** The workspace of the old Data Studio that a call is for: its number or its name, exactly one of them. */
export interface LegacyWorkspace {
  /** The workspace, by its number. */
  readonly projectId?: Id | undefined
  /** The workspace, by its name. */
  readonly projectIdentifier?: string | undefined
}

/** What every operation of the old Data Studio answers; one that refuses rejects with a {@link DataWorksError}. */
export interface LegacyAnswer extends WithMore {
  readonly success: boolean | undefined
  readonly httpStatusCode: number | undefined
  readonly errorCode: string | undefined
  readonly errorMessage: string | undefined
  readonly requestId: string | undefined
}

/** How the workspace is written. */
export const workspaceParameters: ParameterTable<LegacyWorkspace> = {
  projectId: 'workspace',
  projectIdentifier: 'text',
}

/** How what every operation answers is read. */
export const legacyFields: Fields<LegacyAnswer> = {
  success: flagIn,
  httpStatusCode: numberIn,
  errorCode: filledText,
  errorMessage: filledText,
  requestId: textIn,
}

function oneWorkspace({ projectId, projectIdentifier }: LegacyWorkspace): string[] {
  const given = [projectId, projectIdentifier].filter((part) => part !== undefined && part !== null)
  return given.length === 1 ? [] : ['give projectId or projectIdentifier, exactly one of them']
}

/** An operation of the old Data Studio. */
export function legacyOperation<Params extends LegacyWorkspace, Result>(
  action: string,
  effect: Effect,
  parameters: ParameterTable<Params>,
  read: (answer: Answer) => Result,
): Operation<Params, Result> {
  return { action, version: legacyVersion, method: 'POST', effect, parameters, check: oneWorkspace, read }
}

/** Reads an answer that has nothing but what all have. */
export const readDone: (answer: Answer) => LegacyAnswer = result(legacyFields)

/** The answer of an operation that made something, or started something. */
export interface LegacyCreated extends LegacyAnswer {
  /** The id of what was made or started. */
  readonly id: string | undefined
}

/** Reads an answer that has an id in `Data`. */
export const readCreated: (answer: Answer) => LegacyCreated = result<LegacyCreated>({
  ...legacyFields,
  id: named('Data', filledText),
})

/** A field of an object that stands in an object. */
export function within<Value>(outer: string, inner: string, field: Field<Value>): Field<Value> {
  return inside(outer, inside(inner, field))
}
