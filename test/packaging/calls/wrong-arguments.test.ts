import { describe, expect, test } from 'vitest'
import { entryPoints, projectFolder } from '../../../scripts/build/entry-points.ts'
import { isTransportError } from '../../../src/dataworks/index.ts'
import { isFlowSpecError } from '../../../src/index.ts'
import { wrongValues } from '../../support/wrong-values.ts'
import { goodCalls, subjects, writtenByUsers } from './good-calls.ts'
import { type PublicCall, publicCalls } from './public-calls.ts'

type Call = (...given: readonly unknown[]) => unknown

const modules = new Map<string, Readonly<Record<string, unknown>>>()
for (const { specifier, source } of entryPoints()) modules.set(specifier, await import(`${projectFolder}${source}`))

/** What a rule of a team throws is told as a fault of that rule, so what helps to write rules is not asked. */
const helpsRules = new Set([
  'childEntities',
  'hasShape',
  'pointerOf',
  'readText',
  'findingAt',
  'entitiesOf',
  'eachEntity',
  'entityById',
  'child',
])

const calls = publicCalls().filter(
  ({ owner, entry, name }) =>
    (owner === undefined || !writtenByUsers.has(owner)) && !(entry === 'flowspec/rules' && helpsRules.has(name)),
)

/** What engines say of a value that nobody looked at, and what the values of the table throw when they are looked at. */
const engineWords =
  /is not a function|Cannot (?:read|destructure|convert|set|assign|use|perform|mix)|not iterable|not extensible|Maximum call|Invalid array|circular structure|is not defined|Reduce of empty|does not provide|before initialization|must be an instance of|must be of type|^boom$|serialize a BigInt/

const factories = 'src/builders/generated/node-factories.ts'

function goodArguments({ entry, owner, name, file }: PublicCall): readonly unknown[] | undefined {
  if (owner === undefined) return file === factories ? ['n'] : goodCalls[`${entry} ${name}`]
  return goodCalls[`${owner}.${name}`] ?? goodCalls[name]
}

const label = ({ entry, owner, name }: PublicCall): string =>
  owner === undefined ? `${entry} ${name}` : `${owner}.${name}`

/** Whatever stands behind a result: promises, walks, what is built of it. */
async function use(result: unknown): Promise<void> {
  const value = await (result as Promise<unknown>)
  if (typeof value !== 'object' || value === null) return
  if (Symbol.asyncIterator in value) for await (const _ of value as AsyncIterable<unknown>) break
  const made = value as { check?(): unknown; toJSON?(): unknown; stop?(): unknown; toTrigger?(): unknown }
  if (typeof made.stop === 'function') return void (await made.stop())
  if (typeof made.check === 'function' && made.check.length === 0) made.check()
  if (typeof made.toJSON === 'function') made.toJSON()
}

function faultOf(error: unknown, call: PublicCall): string | undefined {
  if (!(error instanceof Error)) return `throws ${typeof error}`
  if (/cannot be read: /.test(error.message) || isTransportError(error)) return undefined
  if (engineWords.test(error.message) && !isFlowSpecError(error)) return `throws ${error.name}: ${error.message}`
  const isOwn =
    isFlowSpecError(error) ||
    /^(?:The document contains itself|(?:format|describe)\w+\(\): |The version )/.test(error.message)
  return call.entry === 'flowspec' && !isOwn ? `throws ${error.name}: ${error.message}` : undefined
}

async function cellFault(
  call: PublicCall,
  method: Call,
  subject: unknown,
  given: readonly unknown[],
): Promise<string | undefined> {
  try {
    await use(Reflect.apply(method, subject, [...given]))
    return undefined
  } catch (error) {
    return faultOf(error, call)
  }
}

const seen = new Set<unknown>()

async function faultsOf(call: PublicCall): Promise<readonly string[]> {
  const { entry, owner, name } = call
  const subject = owner === undefined ? undefined : await subjects[owner]?.()
  const method = (owner === undefined ? modules.get(entry)?.[name] : Reflect.get(Object(subject), name)) as Call
  // Most builders share methods, which need trying once.
  if (seen.has(method)) return []
  seen.add(method)
  const good = goodArguments(call) ?? []
  const found: string[] = []
  for (const at of good.keys()) {
    for (const [kind, make] of Object.entries(wrongValues)) {
      // A diagnostic is what this library made; only a program that plays with proxies has a revoked one.
      if (kind === 'a revoked proxy' && name === 'describePlace') continue
      const given = good.map((one, index) => (index === at ? make() : one))
      const fault = await cellFault(call, method, subject, given)
      if (fault !== undefined) found.push(`argument ${at + 1}, ${kind}: ${fault}`)
    }
  }
  return found
}

describe('wrong arguments of everything that can be called', () => {
  test('every function and method of the declarations has a row', () => {
    expect(calls.length).toBeGreaterThan(500)
    expect(calls.filter((call) => goodArguments(call) === undefined).map(label)).toEqual([])
    expect(calls.filter(({ owner }) => owner !== undefined && !Object.hasOwn(subjects, owner)).map(label)).toEqual([])
  })

  test.each(calls.filter(({ file }) => file !== factories).map((call) => [label(call), call] as const))(
    '%s',
    async (_, call) => {
      expect(await faultsOf(call)).toEqual([])
    },
  )
})
