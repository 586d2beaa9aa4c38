import { describe, expect, test } from 'vitest'
import { entryPoints, projectFolder } from '../../../scripts/build/entry-points.ts'
import { isDataWorksError, isTransportError } from '../../../src/dataworks/index.ts'
import { isFlowSpecError } from '../../../src/index.ts'
import { wrongValues } from '../../support/wrong-values.ts'
import { goodCalls, isPartOfClient, subjects, writtenByUsers } from './good-calls.ts'
import { outcomeOf } from './outcome.ts'
import { type PublicCall, publicCalls } from './public-calls.ts'

type Call = (...given: readonly unknown[]) => unknown

const modules = new Map<string, Readonly<Record<string, unknown>>>()
for (const { specifier, source } of entryPoints()) modules.set(specifier, await import(`${projectFolder}${source}`))

const label = ({ entry, owner, name }: PublicCall): string =>
  owner === undefined ? `${entry} ${name}` : `${owner}.${name}`

function goodArguments({ entry, owner, name }: PublicCall): readonly unknown[] {
  if (owner === undefined) return goodCalls[`${entry} ${name}`] ?? []
  return goodCalls[`${owner}.${name}`] ?? goodCalls[name] ?? []
}

/** What an engine says of a value that nobody looked at. */
const engineWords =
  /is not a function|Cannot (?!find module)|not iterable|not extensible|Maximum call|Invalid (?:array|time|string|count)|circular structure|is not defined|Reduce of empty|before initialization|must be an instance of|must be of type|^boom$|BigInt/

/** A key that no settings have. */
const unknownKey = 'qqqqqqqqqq'

async function said(method: Call, subject: unknown, given: readonly unknown[]): Promise<string> {
  const { said: text = '', error } = await outcomeOf(() => Reflect.apply(method, subject, [...given]))
  const isOwn = isFlowSpecError(error) || isTransportError(error) || isDataWorksError(error)
  if (error === undefined || isOwn || !engineWords.test(text) || /cannot be read: /.test(text)) return text
  throw new Error(text, { cause: error })
}

/** The keys that an argument takes, as the call itself lists them when it is given another. */
async function keysOf(method: Call, subject: unknown, given: readonly unknown[]): Promise<readonly string[]> {
  const { said: text = '' } = await outcomeOf(() => Reflect.apply(method, subject, [...given]))
  const [, list = ''] =
    new RegExp(`"${unknownKey}", which nothing reads\\.\\s+It takes: ([^\\n]+?)\\.(?:\\s|$)`).exec(text) ?? []
  return list === '' ? [] : list.split(', ')
}

function withKey(good: unknown, key: string, value: unknown): object {
  const isPlain = typeof good === 'object' && good !== null && !Array.isArray(good)
  const copy: Record<string, unknown> = isPlain ? { ...good } : {}
  return Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Any text may be the name of a folder, and an emulator makes it. */
function rowsOf(key: string): readonly (readonly [string, () => unknown])[] {
  return Object.entries(wrongValues).filter(([, make]) => key !== 'folder' || typeof make() !== 'string')
}

const seen = new Set<unknown>()
let tried = 0

async function faultsOf(call: PublicCall): Promise<readonly string[]> {
  const subject = call.owner === undefined ? undefined : await subjects[call.owner]?.()
  const holder = call.owner === undefined ? modules.get(call.entry) : subject
  const method = Reflect.get(Object(holder), call.name) as Call
  if (seen.has(method)) return []
  seen.add(method)
  const good = goodArguments(call)
  const found: string[] = []
  for (const at of good.keys()) {
    const given = (value: unknown): readonly unknown[] => good.map((one, index) => (index === at ? value : one))
    const keys = await keysOf(method, subject, given(withKey(good[at], unknownKey, 1)))
    for (const [key, [kind, make]] of keys.flatMap((key) => rowsOf(key).map((row) => [key, row] as const))) {
      tried++
      const value = make()
      try {
        await said(method, subject, given(withKey(good[at], key, value)))
        // A list of such values, too.
        await said(method, subject, given(withKey(good[at], key, [value])))
      } catch (error) {
        found.push(`argument ${at + 1}, ${key} is ${kind}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  return found
}

const calls = publicCalls().filter(
  ({ owner }) => owner === undefined || !(writtenByUsers.has(owner) || isPartOfClient(owner)),
)

describe('wrong values of the settings of everything that can be called', () => {
  test.each(calls.map((call) => [label(call), call] as const))('%s', async (_, call) => {
    expect(await faultsOf(call)).toEqual([])
  })

  test('are thousands', () => {
    expect(tried).toBeGreaterThan(3000)
  })
})
