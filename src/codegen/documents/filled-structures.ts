import { isRecord, itemsOf, readText, recordsOf } from '../../document/json/records.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { isJoinStatus, statusName } from '../../language/join-status.ts'
import { loopEndCommand, structureOfCommand } from '../../language/structures.ts'
import { shallowErrors } from '../../language/validate.ts'
import { call, type Expression, literal, plainStep, type Step } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import type { NodeSite } from '../steps/node-site.ts'
import {
  codeSteps,
  commandOf,
  type NodeParts,
  nameOf,
  objectIn,
  outputSteps,
  plainParts,
  usualOutput,
} from '../steps/node-steps.ts'
import { type TakenParameters, variablesSteps } from '../steps/variable-steps.ts'
import { isText, optional, withoutFields } from '../steps/written-lists.ts'

/** An arm of a branch: its name, and the output that stands for it. */
export interface ArmOutput {
  readonly arm: string
  readonly output: string
}

/** A control structure as its own builder makes it: how it begins, and what its builder writes by itself. */
export interface FilledStructure {
  readonly start: Expression
  readonly parts: NodeParts
  readonly steps: readonly Step[]
  /** Steps that take variables of other nodes, behind what the node comes after. */
  readonly late?: TakenParameters
}

function armRecords(node: Fields): readonly Fields[] {
  return recordsOf(objectIn(node, 'branch')['branches'])
}

/** What an arm of a branch node is called by the output that its builder gives it; undefined where that makes no such arm. */
function armOf(held: Fields, node: Fields, project: string | undefined): ArmOutput | undefined {
  // An arm without a condition, or with a word that there is not, is none that a step says.
  if (shallowErrors(entityTable.BranchArm, held).length > 0) return undefined
  const { output } = held
  const name = nameOf(node)
  const [data, shown] = [readText(output, 'data'), readText(output, 'refTableName')]
  const arm = shown?.startsWith(`${name}_`) ? shown.slice(name.length + 1) : undefined
  return arm !== undefined && data === `${usualOutput(node, project)}_${arm}` ? { arm, output: data } : undefined
}

/** The arms of a branch node, by the outputs that its builder gives them; those that have others are left out. */
export function armsOf(node: Fields, project: string | undefined): readonly ArmOutput[] {
  return armRecords(node).flatMap((held) => armOf(held, node, project) ?? [])
}

function armSteps(node: Fields, project: string | undefined): readonly Step[] {
  return armRecords(node).flatMap((held) => {
    const own = armOf(held, node, project)
    const options = withoutFields(held, 'when', 'output')
    return own === undefined || !isText(held['when'])
      ? []
      : [plainStep('arm', own.arm, held['when'], ...optional(options))]
  })
}

/** The code that a branch node gets of its arms. */
function armCode(node: Fields): string {
  const coded = armRecords(node).map(({ when: condition, desc: description = '', output }) => ({
    condition,
    nodeoutput: readText(output, 'data'),
    description,
  }))
  return JSON.stringify(coded)
}

function branchStructure(node: Fields, site: NodeSite): FilledStructure {
  const outputs = new Set(armsOf(node, site.project).map(({ output }) => output))
  const own = itemsOf(objectIn(node, 'outputs')['nodeOutputs']).filter(
    (one) => !outputs.has(readText(one, 'data') ?? ''),
  )
  const isOurs = objectIn(node, 'script')['content'] === armCode(node)
  const parts = {
    ...plainParts(node, site),
    code: isOurs ? [] : codeSteps(node),
    outputs: outputSteps(node, own, site),
  }
  return { start: call('branch', literal(nameOf(node))), parts, steps: armSteps(node, site.project) }
}

const languages: readonly unknown[] = ['odps', 'python2', 'shell']

function assignmentStructure(node: Fields, site: NodeSite): FilledStructure | undefined {
  const language = readText(objectIn(node, 'script'), 'language')
  if (!languages.includes(language)) return undefined
  return {
    start: call('assignment', literal(nameOf(node)), literal(language)),
    parts: { ...plainParts(node, site), language },
    steps: [],
  }
}

type Names = ReadonlyMap<string, string>

function paramHubStructure(node: Fields, site: NodeSite, names: Names): FilledStructure | undefined {
  const variables = recordsOf(objectIn(node, 'param-hub')['variables'])
  const made = variablesSteps('variable', variables, names)
  if (made === undefined) return undefined
  const isLate = made.upstreams.length > 0
  const structure = { start: call('paramHub', literal(nameOf(node))), parts: plainParts(node, site) }
  return { ...structure, steps: isLate ? [] : made.steps, ...(isLate && { late: made }) }
}

function subProcessStructure(node: Fields, site: NodeSite): FilledStructure | undefined {
  const { id, output } = objectIn(node, 'subflow')
  const other = isText(output)
    ? (site.outside?.get(output)?.expression ?? call('external', literal(output)))
    : undefined
  const target = isText(id) ? literal(id) : other
  if (target === undefined) return undefined
  return {
    start: call('subProcess', literal(nameOf(node))),
    parts: plainParts(node, site),
    steps: [{ name: 'runs', args: [target] }],
  }
}

function statusOf(code: unknown): unknown {
  return isText(code) ? statusName(code) : code
}

/** An arm of a join: what it is called, the output it waits for, and the states that count. */
export interface JoinedArm {
  readonly name: string
  readonly output: string
  /** Options of the step, none where success alone counts. */
  readonly options: readonly unknown[]
}

/** The arms of a join node, as far as they have outputs and states that its builder takes. */
export function joinedArms(node: Fields): readonly JoinedArm[] {
  return recordsOf(objectIn(node, 'join')['branches']).flatMap((arm): JoinedArm[] => {
    const [name, output] = [readText(arm, 'name'), readText(arm['output'], 'data')]
    const states = itemsOf(objectIn(arm, 'assertion')['in']).map(statusOf)
    const options =
      states.length === 1 && states[0] === 'Success' ? [] : [{ status: states.length === 1 ? states[0] : states }]
    return name === undefined || output === undefined || !states.every(isJoinStatus) ? [] : [{ name, output, options }]
  })
}

function joinStructure(node: Fields, site: NodeSite): FilledStructure {
  const { logic, resultStatus } = objectIn(node, 'join')
  const usual = joinedArms(node)
    .map(({ name }) => name)
    .join(' and ')
  const expression = readText(logic, 'expression')
  return {
    start: call('join', literal(nameOf(node))),
    // Its code follows from its arms.
    parts: { ...plainParts(node, site), code: [] },
    steps: [
      ...(expression === undefined || expression === usual ? [] : [plainStep('expression', expression)]),
      ...(resultStatus === undefined ? [] : [plainStep('result', statusOf(resultStatus))]),
    ],
  }
}

/**
 * A control structure without a body, written by its own builder; undefined for other nodes.
 *
 * @param names - the names of the nodes beside it, by their outputs
 */
export function filledStructure(node: Fields, site: NodeSite, names: Names): FilledStructure | undefined {
  switch (structureOfCommand(commandOf(node))?.name) {
    case 'branch':
      return branchStructure(node, site)
    case 'join':
      return joinStructure(node, site)
    case 'assignment':
      return assignmentStructure(node, site)
    case 'paramHub':
      return paramHubStructure(node, site, names)
    case 'subProcess':
      return subProcessStructure(node, site)
    default:
      return undefined
  }
}

/** The body of a loop as its builder takes it: without the start and the end that the builder puts around it. */
export interface LoopBody {
  /** A holder with the nodes and the dependencies between them. */
  readonly holder: Fields
  /** How often its builder is told to run it. */
  readonly limits: readonly Step[]
  /** The end of a do-while loop. */
  readonly end: readonly Step[]
}

function withoutDepend(entries: unknown, start: string, end: string): readonly unknown[] {
  return itemsOf(entries)
    .filter((entry) => readText(entry, 'nodeId') !== end)
    .flatMap((entry) => {
      if (!isRecord(entry)) return [entry]
      const depends = itemsOf(entry['depends']).filter((one) => readText(one, 'output') !== start)
      return depends.length === 0 ? [] : [{ ...entry, depends }]
    })
}

function limitSteps(holder: Fields): readonly Step[] {
  return ['maxIterations', 'parallelism'].flatMap((name) =>
    typeof holder[name] === 'number' ? [plainStep(name, holder[name])] : [],
  )
}

function whileSteps(end: Fields): readonly Step[] {
  const { content, language } = objectIn(end, 'script')
  const { datasource } = end
  return isText(content) && isText(language)
    ? [plainStep('while', content, withoutFields({ language, datasource }))]
    : []
}

/** What a loop holds, when its builder would put the same start and end around it; undefined for another body. */
export function loopBody(
  node: Fields,
  loop: 'forEach' | 'doWhile',
  holder: Fields,
  project: string | undefined,
): LoopBody | undefined {
  const nodes = itemsOf(holder['nodes'])
  const [start] = nodes
  const end = loop === 'doWhile' ? holder['while'] : nodes.at(-1)
  if (!isRecord(start) || !isRecord(end)) return undefined
  const isAround = commandOf(start) === loopEndCommand(loop, 'START') && commandOf(end) === loopEndCommand(loop, 'END')
  const [first, last] = [`${nameOf(node)}_start`, `${nameOf(node)}_end`]
  if (!isAround || start['name'] !== first || end['name'] !== last) return undefined
  const inner = nodes.slice(1, loop === 'doWhile' ? undefined : -1)
  const flow = withoutDepend(holder['flow'], usualOutput({ name: first }, project), last)
  return {
    holder: { ...holder, nodes: inner, flow: flow.length === 0 ? undefined : flow },
    limits: limitSteps(holder),
    end: loop === 'doWhile' ? whileSteps(end) : [],
  }
}
