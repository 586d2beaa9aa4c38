import { ownCopy } from '../../document/json/json-copy.ts'
import { isRecord, readText, recordsOf } from '../../document/json/records.ts'
import type { FlowJoin, FlowJoinArm, FlowJoinLogic, FlowNode, FlowScript } from '../../language/generated/types.ts'
import { joinedArms } from '../../language/join-expression.ts'
import { isJoinStatus, statusCode } from '../../language/join-status.ts'
import { structures } from '../../language/structures.ts'
import {
  type ArgumentKind,
  checkArgument,
  checkSettings,
  listOf,
  type SettingKindsOf,
  text,
  upstream as upstreamKind,
} from '../arguments.ts'
import type { BuildContext, NodesByName } from '../build/context.ts'
import { dependOn } from '../build/edges.ts'
import { callOf } from '../call.ts'
import { type Chain, chainItems, extendChain, lastOfEach } from '../chain.ts'
import { defined, isKeptPlace, keptPlace, type Mutable, orderFields } from '../fields.ts'
import { mergeItems } from '../merging.ts'
import { NodeImpl } from '../node/node.ts'
import { typedNode } from '../node/node-builder.ts'
import type { Structure, StructureSite } from '../node/node-state.ts'
import type { JoinBuilder } from './structure-builders.ts'
import type { JoinArmOptions, JoinStatus, JoinUpstream } from './structure-options.ts'

/** A state by its name, or by its code, which is a number as text. */
const status: ArgumentKind = {
  takes: "'Success', 'NotRun', or the code of a state as text, such as '3'",
  holds: isJoinStatus,
}

/** Settings of an arm of a join. */
const joinArmSettings: SettingKindsOf<JoinArmOptions> = {
  status: {
    takes: `${status.takes}, or a list of these`,
    // The check tells of a text that is no state, with the one that it may mean.
    holds: (value) => text.holds(value) || (listOf(text).holds(value) && Object(value).length > 0),
  },
}

class JoinImpl extends NodeImpl {
  arm(arm: string, upstream: JoinUpstream, options: JoinArmOptions = {}): this {
    checkArgument('arm', 'arm', arm, text)
    checkArgument('arm', 'upstream', upstream, upstreamKind)
    checkSettings('arm', 'options', options, joinArmSettings)
    const { status = 'Success' } = options
    const state = { arm, upstream: ownCopy(upstream), status: typeof status === 'string' ? [status] : [...status] }
    return this.#withParts(({ arms }) => ({ arms: extendChain(arms, [state]) }))
  }

  expression(expression: string): this {
    checkArgument('expression', 'expression', expression, text)
    return this.#withParts(() => ({ expression }))
  }

  result(result: JoinStatus): this {
    checkArgument('result', 'status', result, status)
    return this.#withParts(() => ({ result }))
  }

  #withParts(change: (parts: JoinParts) => JoinParts): this {
    return this.restructured(JoinStructure, (known = new JoinStructure()) => known.with(change))
  }
}

/**
 * A join node (command `CONTROLLER_JOIN`): it waits for the nodes at the ends of several arms and looks at their states,
 * so that what comes after runs though the arms of a branch that were not taken did not. It comes after each node it
 * waits for. The source is the service's page on merge nodes and the reference model of the language.
 *
 * @param name - name of the node, unique in the workspace
 * @returns a builder with all steps of a node, to which `.arm(…)` adds the nodes it waits for
 *
 * @example
 * ```ts
 * import { branch, join, shell, workflow } from 'flowspec'
 *
 * const route = branch('route').param('size', '12').arm('big', '${size} > 10').arm('small', '${size} <= 10')
 * const big = shell('pack_big').code('./pack.sh big').after(route.case('big'))
 * const small = shell('pack_small').code('./pack.sh small').after(route.case('small'))
 * const packed = join('packed')
 *   .arm('a', big, { status: ['Success', 'NotRun'] })
 *   .arm('b', small, { status: ['Success', 'NotRun'] })
 *   .expression('a and b')
 *
 * const document = workflow('packing').cron('00 02 00 * * ?').nodes(route, big, small, packed).build()
 * ```
 */
export function join<const Name extends string>(name: Name): JoinBuilder<Name, never> {
  checkArgument('join', 'name', name, text)
  return typedNode(
    new JoinImpl({
      name,
      call: callOf(join),
      command: structures.join.command,
      kind: 'join',
      structure: new JoinStructure(),
    }),
  )
}

/** An arm of a join node as a user wrote it. */
interface JoinArmState {
  readonly arm: string
  readonly upstream: JoinUpstream
  readonly status: readonly JoinStatus[]
}

/** What is known of a join node beyond its node. */
interface JoinParts {
  readonly arms?: Chain<JoinArmState> | undefined
  readonly expression?: string
  readonly result?: JoinStatus
}

function joinArm({ arm, upstream, status }: JoinArmState, nodes: NodesByName, context: BuildContext): FlowJoinArm {
  const assertion = { field: 'status', in: status.map(statusCode) }
  // What is wrong with what it comes after is told where its dependencies are built.
  const quiet = { ...context, report: () => undefined }
  const site = { type: 'Normal', name: arm, nodes, index: 0, context: quiet } as const
  const { output: data, nodeId, refTableName } = dependOn(upstream, site) ?? {}
  if (data === undefined) return defined({ name: arm, nodeId, assertion })
  return { name: arm, output: defined({ data, artifactType: 'NodeOutput' as const, refTableName }), assertion }
}

/** Of a join, whose code is written when all nodes stand. */
const unwritten = /* @__PURE__ */ keptPlace('content')

interface Named {
  readonly name?: string
}

function allOf(arms: readonly Named[]): string {
  return arms.map(({ name }) => name).join(' and ')
}

/** What makes a node a join: the arms it waits for, and how their states are combined. */
class JoinStructure implements Structure {
  readonly #parts: JoinParts

  constructor(parts: JoinParts = {}) {
    this.#parts = parts
  }

  with(change: (parts: JoinParts) => JoinParts): JoinStructure {
    return new JoinStructure({ ...this.#parts, ...change(this.#parts) })
  }

  upstreams(): readonly JoinUpstream[] {
    return this.#arms.map(({ upstream }) => upstream)
  }

  finish(node: Mutable<FlowNode>, { context }: StructureSite): void {
    const arms = this.#arms
    // A document may hold anything where the join and its parts should be.
    const read: FlowJoin = isRecord(node.join) ? node.join : {}
    const { resultStatus = statusCode('Success') } = read
    const known = recordsOf(read.branches)
    const logic: FlowJoinLogic | undefined = isRecord(read.logic) ? read.logic : undefined
    const before = readText(logic, 'expression')
    const { result } = this.#parts
    const expression = this.#expression(known, before)
    const status = result === undefined ? resultStatus : statusCode(result)
    const branches: FlowJoinArm[] = []
    const written = node.script?.content
    const isOurs = written === undefined || written === joinContent(known, before ?? '', resultStatus)
    node.join = {
      ...read,
      branches,
      logic: { ...logic, expression },
      ...(result === undefined ? {} : { resultStatus: status }),
    }
    const code = isOurs ? orderFields<FlowScript>('Script', { ...node.script, ...unwritten }) : undefined
    if (code !== undefined) node.script = code
    context.links.push((nodes) => {
      const made = arms.map((arm) => joinArm(arm, nodes, context))
      for (const arm of mergeItems(read.branches, made)) branches.push(arm)
      // Fields laid over the node may have put a copy in the place of its script.
      const script: Mutable<FlowScript> | undefined = code && (nodes.get(node.name)?.script ?? code)
      if (script === undefined || !isKeptPlace(script, 'content')) return
      const content = joinContent(branches, expression, status)
      if (content === undefined) delete script.content
      else script.content = content
    })
  }

  get #arms(): readonly JoinArmState[] {
    return lastOfEach(chainItems(this.#parts.arms), ({ arm }) => arm)
  }

  /** An expression as read that says more than that all arms count is not one to be guessed how to go on. */
  #expression(known: readonly FlowJoinArm[], before: string | undefined): string {
    const { expression } = this.#parts
    if (expression !== undefined) return expression
    if (before !== undefined && before !== allOf(known)) return before
    return allOf(
      mergeItems<Named>(
        known,
        this.#arms.map(({ arm }) => ({ name: arm })),
      ),
    )
  }
}

/**
 * The code of a join node as the service reads it: each arm with the states that count, and how it is joined to the arms
 * before it, by and (1) or by or (0); the first has 1. So the reference implementation 2.0.0 writes and reads it.
 * Undefined where that cannot say what the expression does, which the check tells.
 */
function joinContent(arms: readonly FlowJoinArm[], expression: string, resultStatus: string): string | undefined {
  const byName = new Map(recordsOf(arms).map((arm) => [arm.name, arm]))
  const joined = joinedArms(expression)
  if (joined?.length !== byName.size) return undefined
  const branchList: object[] = []
  for (const { name, logic } of joined) {
    const { output, assertion } = byName.get(name) ?? {}
    const node = typeof output === 'string' ? output : output?.data
    const codes = assertion?.in
    if (node === undefined || !Array.isArray(codes)) return undefined
    branchList.push({ node, runStatus: codes.map(Number), logic })
  }
  return JSON.stringify({ branchList, resultStatus })
}
