/** What was answered before, by names that later steps ask for. */
export type Kept = ReadonlyMap<string, string>

/** One call of a script that calls every operation. */
export interface Step {
  readonly action: string
  readonly version: '2020-05-18' | '2024-05-18'
  /** The parameters as the typed client takes them. */
  readonly params: (kept: (name: string) => string) => Readonly<Record<string, unknown>>
  /** What of the answer to keep: a name, and the path to it. */
  readonly keep: Readonly<Record<string, readonly (string | number)[]>>
}

/** A step of version 2024-05-18. */
export function step(action: string, params: Step['params'], keep: Step['keep'] = {}): Step {
  return { action, version: '2024-05-18', params, keep }
}

/** A step of version 2020-05-18. */
export function old(action: string, params: Step['params'], keep: Step['keep'] = {}): Step {
  return { action, version: '2020-05-18', params, keep }
}

/** The workspace of the new Data Studio. */
export const projectId = '10000'

/** The text of a document. */
export function spec(kind: string, body: object): string {
  return JSON.stringify({ version: '1.1.0', kind, spec: body })
}

/** The parameters of what is done to something that was made before. */
export const id = (name: string) => (kept: (name: string) => string) => ({ id: kept(name), projectId })
