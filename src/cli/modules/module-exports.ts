import { sentenceOf, showValue } from '../../diagnostics/show-value.ts'
import { isRecord } from '../../document/json/records.ts'
import { readSpec } from '../../document/read-spec.ts'
import { CommandError } from '../command-error.ts'
import { awaitUser } from '../console/user-waits.ts'
import type { AnyBuilder, Source } from '../sources/source.ts'
import { UnsettledError } from '../unsettled-error.ts'

function isBuilder(value: unknown): value is AnyBuilder {
  if (typeof value !== 'object' || value === null) return false
  return ['build', 'check', 'toJSON'].every((name) => typeof Reflect.get(value, name) === 'function')
}

function isDocument(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && ('spec' in value || ('kind' in value && 'version' in value))
}

/** A value of a module as sources; undefined for one that is no pipeline. */
function sourcesIn(value: unknown, uri: string): readonly Source[] | undefined {
  const found: Source[] = []
  const queue: unknown[] = [value]
  for (const one of queue) {
    if (isBuilder(one)) found.push({ kind: 'builder', uri, builder: one })
    else if (isDocument(one)) found.push({ kind: 'document', uri, document: readSpec(one) })
    else {
      // What a project was built to has its documents in a list.
      const items = isRecord(one) ? one['documents'] : one
      if (!Array.isArray(items)) return undefined
      for (const item of items) queue.push(item)
    }
  }
  return found
}

/** What a function gives stands for the function. */
async function called(value: unknown, uri: string): Promise<unknown> {
  const what = `The ${typeof value === 'function' ? 'function' : 'promise'} that ${uri} exports never gives anything`
  const unsettled = (): Error => new UnsettledError(what)
  if (typeof value !== 'function') return await awaitUser(unsettled, () => value)
  try {
    return await awaitUser<unknown>(unsettled, () => Reflect.apply(value, undefined, []))
  } catch (error) {
    if (error instanceof UnsettledError) throw error
    const next = 'It is called without arguments, and gives a project, workflows or documents.'
    throw new CommandError(`The function that ${uri} exports threw an error: ${sentenceOf(error)}`, {
      next,
      cause: error,
    })
  }
}

function nothing(uri: string, names: readonly string[]): CommandError {
  const has = names.length === 0 ? 'nothing' : names.map((name) => showValue(name)).join(', ')
  const next =
    'Export a project, workflows, documents, a list of these, or a function that gives them; best as the default.'
  return new CommandError(`${uri} exports no pipeline; it exports ${has}.`, { next })
}

/**
 * The pipelines that a module exports: what its default export gives, else all named exports that are some.
 *
 * @throws CommandError when there are none and the module was named
 */
export async function moduleSources(exports: unknown, uri: string, isNamed: boolean): Promise<readonly Source[]> {
  const entries = Object.entries(Object(exports)).filter(([name]) => name !== '__esModule' && name !== 'module.exports')
  const main = entries.find(([name]) => name === 'default')?.[1]
  if (main !== undefined) {
    const sources = sourcesIn(isBuilder(main) ? main : await called(main, uri), uri)
    if (sources !== undefined && sources.length > 0) return sources
  }
  const named = entries.filter(([name]) => name !== 'default').flatMap(([, value]) => sourcesIn(value, uri) ?? [])
  if (named.length === 0 && isNamed) {
    throw nothing(
      uri,
      entries.map(([name]) => name),
    )
  }
  return named
}
