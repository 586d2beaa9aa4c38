import { describe, expect, test } from 'vitest'
import { entryPoints, projectFolder } from '../../../scripts/build/entry-points.ts'
import { isTransportError } from '../../../src/dataworks/index.ts'
import { isFlowSpecError } from '../../../src/index.ts'
import { wrongValues } from '../../support/wrong-values.ts'
import { goodCalls, isPartOfClient, ofOperations, subjects, writtenByUsers } from './good-calls.ts'
import { type Outcome, outcomeOf, saidOfRight } from './outcome.ts'
import { type CallParameter, type PublicCall, publicCalls } from './public-calls.ts'

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

/** Vitest calls fixtures, with what it made. */
const fixtures = new Set(['client', 'emulator'])

/** Control structures repeat the methods of nodes, whose declarations name the arguments. */
function repeats({ parameters }: PublicCall): boolean {
  return parameters.some(({ name }) => name === 'args')
}

const calls = publicCalls()
  .filter(
    ({ owner, entry, name }) =>
      (owner === undefined || !writtenByUsers.has(owner)) &&
      !isPartOfClient(owner) &&
      !(entry === 'flowspec/rules' && helpsRules.has(name)) &&
      !(entry === 'flowspec/testing/vitest' && fixtures.has(name)),
  )
  .sort((left, right) => Number(repeats(left)) - Number(repeats(right)))

/** What engines say of a value that nobody looked at, and what the values of the table throw when they are looked at. */
const engineWords =
  /is not a function|Cannot (?:read|destructure|convert|set|assign|use|perform|mix)|not iterable|not extensible|Maximum call|Invalid array|circular structure|is not defined|Reduce of empty|does not provide|before initialization|must be an instance of|must be of type|^boom$|serialize a BigInt/

const factories = 'src/builders/generated/node-factories.ts'

function goodArguments({ entry, owner, name, file }: PublicCall): readonly unknown[] | undefined {
  if (owner === undefined) return file === factories ? ['n'] : goodCalls[`${entry} ${name}`]
  const given = goodCalls[`${owner}.${name}`] ?? goodCalls[name]
  return given ?? (owner === 'DataWorksClient' ? ofOperations : undefined)
}

const label = ({ entry, owner, name }: PublicCall): string =>
  owner === undefined ? `${entry} ${name}` : `${owner}.${name}`

function engineFault({ error, said = '' }: Outcome, { entry }: PublicCall): string | undefined {
  if (error === undefined || /cannot be read: /.test(said) || isTransportError(error)) return undefined
  if (!(error instanceof Error)) return `throws ${typeof error}`
  if (isFlowSpecError(error)) return undefined
  if (engineWords.test(said)) return `throws ${error.name}: ${said}`
  const isOwn = /^(?:The document contains itself|(?:format|describe)\w+\(\): |The version )/.test(said)
  return entry === 'flowspec' && !isOwn ? `throws ${error.name}: ${said}` : undefined
}

/** One of some items is called by its singular. */
function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '')
}

/** What of a builder is not right of what is said: each error names method and argument, and nothing is taken in silence. */
function silence(outcome: Outcome, call: PublicCall, parameter: CallParameter, kind: string): string | undefined {
  const { said } = outcome
  const { name = '', allowed, isOptional } = parameter
  const isAllowed = allowed.has(kind) || (kind === 'undefined' && isOptional)
  if (said === undefined) return isAllowed ? undefined : 'is taken, though its type does not take it'
  // What only a document can be wrong by is told of the document, whatever was done with it.
  if (/^The document contains itself/.test(said)) return undefined
  const isTold = outcome.error === undefined && !said.includes('builder/argument')
  const isOther = isFlowSpecError(outcome.error) && !said.includes('builder/argument')
  if (isTold || (isOther && isAllowed)) return undefined
  const [, rest = ''] = said.split(`${call.name}(`)
  return rest.includes(singular(name)) ? undefined : `does not name ${call.name}() and ${name}: ${said}`
}

/** Objects of classes, whose own fields are read as those of any object. */
const hasOwnFields = new Set(['inherited keys', 'an instance of a class'])

/**
 * What is not right of what is said by anything but a builder: an error names the function, or the operation that a
 * method of a client is for, and the argument, and nothing is taken in silence. What is wrong by its content is told as
 * the fault of a document, schedule or expression.
 */
function vagueness(outcome: Outcome, call: PublicCall, parameter: CallParameter, kind: string): string | undefined {
  const { said, error } = outcome
  const { name = '', allowed, isOptional } = parameter
  const isAllowed = allowed.has(kind) || (kind === 'undefined' && isOptional) || hasOwnFields.has(kind)
  // What was sent was taken: there is no network here that could refuse it.
  if (said === undefined || said.includes('(code TransportFailed)'))
    return isAllowed ? undefined : 'is taken, though its type does not take it'
  const isTold = error === undefined || (isFlowSpecError(error) && !said.includes('builder/argument'))
  if (isTold || /^The document contains itself/.test(said)) return undefined
  // A parameter of an operation is named by itself, and one that lists calls the operation that lists.
  if (call.owner === 'DataWorksClient' && /^[A-Z]\w+: (?:give \w+|\w+ (?:is|are|has|cannot)) /.test(said))
    return undefined
  const words = said.toLowerCase()
  const namesCall = words.includes(call.name.toLowerCase())
  if (namesCall && words.includes(singular(name).toLowerCase())) return undefined
  return `does not name ${call.name} and ${name}: ${said}`
}

const seen = new Set<unknown>()
/** How many cells were tried, so that a table without cells cannot pass. */
let tried = 0

function faultOf(outcome: Outcome, call: PublicCall, at: number, kind: string): string | undefined {
  const parameter = call.parameters[at]
  const fault = engineFault(outcome, call)
  if (fault !== undefined || parameter === undefined || repeats(call)) return fault
  return (call.entry === 'flowspec' ? silence : vagueness)(outcome, call, parameter, kind)
}

/** A diagnostic is what this library made; only a program that plays with proxies has a revoked one. */
function isTried({ name }: PublicCall, kind: string): boolean {
  return kind !== 'a revoked proxy' || name !== 'describePlace'
}

/** Any text may be the name of a file, and this call makes one. */
function makesFile({ name }: PublicCall, at: number, value: unknown): boolean {
  return (
    (name === 'writeRecord' || name === 'writePlan') && at === 0 && typeof value === 'string' && value.trim() !== ''
  )
}

async function faultsOf(call: PublicCall): Promise<readonly string[]> {
  const subject = call.owner === undefined ? undefined : await subjects[call.owner]?.()
  const holder = call.owner === undefined ? modules.get(call.entry) : subject
  const method = Reflect.get(Object(holder), call.name) as Call
  // Most builders share methods, which need trying once.
  if (seen.has(method)) return []
  seen.add(method)
  const good = goodArguments(call) ?? []
  const known = await saidOfRight(() => Reflect.apply(method, subject, [...good]))
  const found: string[] = []
  const kinds = Object.entries(wrongValues).filter(([kind]) => isTried(call, kind))
  for (const [at, [kind, make]] of [...good.keys()].flatMap((at) => kinds.map((each) => [at, each] as const))) {
    const value = make()
    if (makesFile(call, at, value)) continue
    const given = good.map((one, index) => (index === at ? value : one))
    const outcome = await outcomeOf(() => Reflect.apply(method, subject, given), known)
    const fault = faultOf(outcome, call, at, kind)
    if (fault !== undefined) found.push(`argument ${at + 1}, ${kind}: ${fault}`)
    tried++
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

  test('are of 25 kinds and more, and each is tried', () => {
    expect(Object.keys(wrongValues).length).toBeGreaterThanOrEqual(25)
    expect(tried).toBeGreaterThan(200 * 25)
  })
})
