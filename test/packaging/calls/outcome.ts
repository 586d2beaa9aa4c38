import { type AnyNode, shell, virtual, workflow } from '../../../src/index.ts'

/** What became of a call: an error, diagnostics, or a result that nothing is said of. */
export interface Outcome {
  /** What was thrown, or found when the result was checked; undefined where the value was taken. */
  readonly said: string | undefined
  readonly error?: unknown
}

interface Said {
  readonly rule: string
  readonly severity: string
  readonly message: string
}

const around = workflow('around').cron('00 02 00 * * ?')

function isDiagnostic(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && 'rule' in value && 'message' in value
}

/** What a check says of what a call made, put to its use: a node into a workflow, a handle into a node. */
function checkedBy(made: object): readonly unknown[] {
  if (Array.isArray(made)) return made
  if ('diagnostics' in made && Array.isArray(made.diagnostics)) return made.diagnostics
  if ('check' in made && typeof made.check === 'function' && made.check.length === 0) return made.check()
  if ('after' in made) return around.nodes(made as AnyNode).check()
  const { kind } = made as { kind?: unknown }
  if (kind === 'variable')
    return around
      .nodes(
        shell('n')
          .code('c')
          .param('x', made as never),
      )
      .check()
  if (kind === 'workflowOutput' || kind === 'case') return around.nodes(virtual('n').after(made as never)).check()
  return []
}

/** Whatever stands behind a result: promises, walks, what is built of it. */
async function saidOf(result: unknown): Promise<readonly string[]> {
  const value = await (result as Promise<unknown>)
  if (typeof value !== 'object' || value === null) return []
  if (Symbol.asyncIterator in value) for await (const _ of value as AsyncIterable<unknown>) break
  const made = value as { toJSON?(): unknown; stop?(): unknown }
  if (typeof made.stop === 'function') await made.stop()
  if (typeof made.toJSON === 'function') made.toJSON()
  return checkedBy(value)
    .filter(isDiagnostic)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, message }) => `${rule} ${message}`)
}

/**
 * Makes a call, and uses what it gives.
 *
 * @param known - what is said of the same call with right arguments
 */
export async function outcomeOf(call: () => unknown, known: readonly string[] = []): Promise<Outcome> {
  try {
    const said = (await saidOf(call())).filter((one) => !known.includes(one))
    return { said: said.length === 0 ? undefined : said.join('\n') }
  } catch (error) {
    return { said: error instanceof Error ? error.message : String(error), error }
  }
}

/** What is said of a call with right arguments. */
export async function saidOfRight(call: () => unknown): Promise<readonly string[]> {
  try {
    return await saidOf(call())
  } catch {
    // Such as of a client without a network: then nothing is known, and whatever is said counts.
    return []
  }
}
