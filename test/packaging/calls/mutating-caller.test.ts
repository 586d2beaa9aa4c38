import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { entryPoints, projectFolder } from '../../../scripts/build/entry-points.ts'
import { deepCalls } from './deep-calls.ts'
import { goodCalls, isPartOfClient, subjects, writtenByUsers } from './good-calls.ts'
import { type PublicCall, publicCalls } from './public-calls.ts'

type Call = (...given: readonly unknown[]) => unknown

const modules = new Map<string, Readonly<Record<string, unknown>>>()
for (const { specifier, source } of entryPoints()) modules.set(specifier, await import(`${projectFolder}${source}`))

const factories = 'src/builders/generated/node-factories.ts'

/** What asks a service or holds on to a port, and what rules look at, which is no copy of the document. */
const asked = new Set(['DataWorksClient', 'Emulator', 'SpecIndex', 'Entity'])
const askedFunctions = new Set(['startEmulator', 'createClient', 'submit', 'plan', 'deploy'])

/** Good arguments; that each call has some is tested beside the wrong ones. */
function rowOf({ entry, owner, name }: Pick<PublicCall, 'entry' | 'owner' | 'name'>): readonly unknown[] | undefined {
  const names = owner === undefined ? [`${entry} ${name}`] : [`${owner}.${name}`, name]
  return names.map((one) => deepCalls[one] ?? goodCalls[one]).find((one) => one !== undefined)
}

const calls = publicCalls().filter(
  ({ owner, entry, name, file }) =>
    file !== factories &&
    !askedFunctions.has(name) &&
    rowOf({ owner, entry, name }) !== undefined &&
    (owner === undefined || !(writtenByUsers.has(owner) || asked.has(owner) || isPartOfClient(owner))),
)

const label = ({ entry, owner, name }: PublicCall): string =>
  owner === undefined ? `${entry} ${name}` : `${owner}.${name}`

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** An argument of a caller's own: plain data is copied, so that it can be changed; all else stays what it is. */
function ownCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ownCopy)
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, ownCopy(inner)]))
}

const argumentsOf = (call: PublicCall): readonly unknown[] => (rowOf(call) ?? []).map(ownCopy)

/** Everything that a caller gets out of a value: what it is, what it is as data, what it builds and what is said of it. */
function handedOut(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [value]
  const out: unknown[] = [value]
  for (const way of ['toJSON', 'build', 'check', 'allNodes', 'toTrigger', 'toCode']) {
    const method: unknown = Reflect.get(value, way)
    if (typeof method !== 'function') continue
    try {
      out.push(Reflect.apply(method, value, []))
    } catch (error) {
      // What a build throws says what is wrong; where it was called does not matter.
      out.push(JSON.stringify(error))
    }
  }
  // A walk is used up by looking at it.
  if (Symbol.iterator in value && 'next' in value) out.push([...(value as Iterable<unknown>)])
  return out
}

function bytes(value: unknown): string {
  const options = { depth: 40, maxArrayLength: null, maxStringLength: null, getters: true } as const
  return inspect(handedOut(value), options)
}

/** What stands right in a value, as data: what getters give is made anew each time. */
function innerValues(value: object): readonly unknown[] {
  const own = Object.values(Object.getOwnPropertyDescriptors(value)).map((property): unknown => property.value)
  return value instanceof Map || value instanceof Set ? [...own, ...value.values()] : own
}

/** Changes all that can be changed in a value: fields, items, entries of maps. Builders and dates are left alone. */
function vandalise(value: unknown, seen: Set<unknown> = new Set()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  for (const inner of innerValues(value)) vandalise(inner, seen)
  if (value instanceof Map) for (const key of value.keys()) value.set(key, 'changed')
  if (value instanceof Set) value.add('changed')
  if (!isPlain(value) && !Array.isArray(value)) return
  for (const key of Object.keys(value)) Reflect.set(value, key, 'changed')
  Reflect.set(value, Array.isArray(value) ? value.length : 'added', 'changed')
}

const subjectOf = async ({ owner }: PublicCall): Promise<unknown> =>
  owner === undefined ? undefined : await subjects[owner]?.()

function methodOf({ entry, owner, name }: PublicCall, subject: unknown): Call {
  return (owner === undefined ? modules.get(entry)?.[name] : Reflect.get(Object(subject), name)) as Call
}

/** Where two texts begin to differ. */
function difference(expected: string, actual: string): string | undefined {
  if (expected === actual) return undefined
  const lines = actual.split('\n')
  const at = expected.split('\n').findIndex((line, index) => line !== lines[index])
  return lines
    .slice(Math.max(at - 4, 0), at + 3)
    .map((line) => line.trim())
    .join(' ')
}

async function faultsOf(call: PublicCall): Promise<readonly string[]> {
  const subject = await subjectOf(call)
  const method = methodOf(call, subject)
  const run = (given: readonly unknown[]): unknown => Reflect.apply(method, subject, [...given])
  const first = run(argumentsOf(call))
  // What is asked of a service or a file is another answer each time.
  if (first instanceof Promise) {
    await first.catch(() => undefined)
    return []
  }
  const expected = bytes(first)
  const before = bytes(subject)
  const given = argumentsOf(call)
  const result = run(given)
  const faults: [string, string | undefined][] = []
  vandalise(given)
  // What is read already is given back as it is.
  if (!given.includes(result)) faults.push(['what was given', difference(expected, bytes(result))])
  vandalise(handedOut(result))
  if (typeof Reflect.get(Object(result), 'toJSON') === 'function') {
    faults.push(['what came back of it', difference(expected, bytes(result))])
  }
  faults.push(['what came back', difference(expected, bytes(run(argumentsOf(call))))])
  vandalise(handedOut(subject))
  faults.push(['the subject', difference(before, bytes(subject))])
  return faults.flatMap(([what, found]) => (found === undefined ? [] : `${what}: ${found}`))
}

describe('a caller who changes what was given and what came back changes nothing', () => {
  test.each(calls.map((call) => [label(call), call] as const))('%s', async (_, call) => {
    expect(await faultsOf(call)).toEqual([])
  })
})
