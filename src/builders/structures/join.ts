import { isRecord, readText } from '../../document/json/records.ts'
import type { FlowJoin, FlowJoinArm, FlowJoinLogic, FlowNode, FlowScript } from '../../language/generated/types.ts'
import type { BuildContext, NodesByName } from '../build/context.ts'
import { dependOn } from '../build/edges.ts'
import { type Chain, extendChain } from '../chain.ts'
import { defined, type Mutable, orderFields, recordsIn } from '../fields.ts'
import { mergeItems } from '../imported/merged-fields.ts'
import { NodeBuilderImpl } from '../node/node.ts'
import { lastOfEachArm } from './branch.ts'
import type { Structure, StructureSite } from './structure.ts'
import type { JoinArmOptions, JoinBuilder, JoinStatus, JoinUpstream } from './structure-builders.ts'

class JoinImpl<Name extends string, Needs extends string> extends NodeBuilderImpl<Name, Needs> {
  #parts(): JoinParts {
    const structure = NodeBuilderImpl.stateOf(this)?.structure
    return structure instanceof JoinStructure ? structure.parts : {}
  }

  #withParts(change: JoinParts): JoinImpl<Name, Needs> {
    return NodeBuilderImpl.restructure<JoinImpl<Name, Needs>>(this, new JoinStructure({ ...this.#parts(), ...change }))
  }

  arm(arm: string, upstream: JoinUpstream, { status = 'Success' }: JoinArmOptions = {}): JoinImpl<Name, Needs> {
    const state = { arm, upstream, status: typeof status === 'string' ? [status] : [...status] }
    return this.#withParts({ arms: extendChain(this.#parts().arms, [state]) })
  }

  expression(expression: string): JoinImpl<Name, Needs> {
    return this.#withParts({ expression })
  }

  result(result: JoinStatus): JoinImpl<Name, Needs> {
    return this.#withParts({ result })
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
  const state = { name, command: 'CONTROLLER_JOIN', kind: 'join' as const, structure: new JoinStructure() }
  // The steps inherited from the node builder return the class they are called on, which is what the interface says.
  return new JoinImpl<Name, never>(name, state) as unknown as JoinBuilder<Name, never>
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

const codes: Readonly<Record<string, string>> = { Success: '1', NotRun: '2' }

function codeOf(status: JoinStatus): string {
  return codes[status] ?? status
}

function joinArm({ arm, upstream, status }: JoinArmState, nodes: NodesByName, context: BuildContext): FlowJoinArm {
  const assertion = { field: 'status', in: status.map(codeOf) }
  // What is wrong with what it comes after is told where its dependencies are built.
  const quiet = { ...context, report: () => undefined }
  const site = { type: 'Normal', name: arm, nodes, position: 0, context: quiet } as const
  const { output: data, nodeId, refTableName } = dependOn(upstream, site) ?? {}
  if (data === undefined) return defined({ name: arm, nodeId, assertion })
  return { name: arm, output: defined({ data, artifactType: 'NodeOutput' as const, refTableName }), assertion }
}

interface Named {
  readonly name?: string
}

function named({ arm }: JoinArmState): Named {
  return { name: arm }
}

function allOf(arms: readonly Named[]): string {
  return arms.map(({ name }) => name).join(' and ')
}

/** What makes a node a join: the arms it waits for, and how their states are combined. */
class JoinStructure implements Structure {
  readonly parts: JoinParts

  constructor(parts: JoinParts = {}) {
    this.parts = parts
  }

  upstreams(): readonly JoinUpstream[] {
    return lastOfEachArm(this.parts.arms).map(({ upstream }) => upstream)
  }

  finish(node: Mutable<FlowNode>, { context }: StructureSite): void {
    const arms = lastOfEachArm(this.parts.arms)
    // A document may hold anything where the join and its parts should be.
    const read: FlowJoin = isRecord(node.join) ? node.join : {}
    const { resultStatus = codeOf('Success') } = read
    const known = recordsIn(read.branches)
    const logic: FlowJoinLogic | undefined = isRecord(read.logic) ? read.logic : undefined
    const before = readText(logic, 'expression')
    // An expression that says more than that all arms count is not one to be guessed how to go on.
    const plain = before === undefined || before === allOf(known)
    const { expression = plain ? allOf(mergeItems<Named>(known, arms.map(named))) : before, result } = this.parts
    const status = result === undefined ? resultStatus : codeOf(result)
    const branches: FlowJoinArm[] = []
    const written = node.script?.content
    const own = written === undefined || written === joinContent(known, before ?? '', resultStatus)
    node.join = {
      ...read,
      branches,
      logic: { ...logic, expression },
      ...(result === undefined ? {} : { resultStatus: status }),
    }
    const code: Mutable<FlowScript> | undefined = own
      ? orderFields('Script', { ...node.script, content: '' })
      : undefined
    if (code !== undefined) node.script = code
    context.links.push((nodes) => {
      const made = arms.map((arm) => joinArm(arm, nodes, context))
      for (const arm of mergeItems(read.branches, made)) branches.push(arm)
      const content = joinContent(branches, expression, status)
      // Fields laid over the node may have put a copy in the place of its script.
      const script: Mutable<FlowScript> | undefined = code && (nodes.get(node.name)?.script ?? code)
      if (script?.content !== '') return
      if (content === undefined) delete script.content
      else script.content = content
    })
  }
}

/**
 * The code of a join node as the service reads it: each arm with the states that count, and whether the next one is
 * joined to it by and (1) or by or (0). Undefined where that cannot say what the expression does, as with parentheses.
 */
function joinContent(arms: readonly FlowJoinArm[], expression: string, resultStatus: string): string | undefined {
  const byName = new Map(recordsIn(arms).map((arm) => [arm.name, arm]))
  const words = expression.trim().split(/\s+/)
  const branchList: object[] = []
  for (let at = 0; at < words.length; at += 2) {
    const { output, assertion } = byName.get(words[at]) ?? {}
    const node = typeof output === 'string' ? output : output?.data
    const codes = assertion?.in
    const operator = words[at + 1]?.toLowerCase() ?? 'and'
    if (node === undefined || !Array.isArray(codes) || !['and', 'or'].includes(operator)) return undefined
    branchList.push({ node, runStatus: codes.map(Number), logic: operator === 'and' ? 1 : 0 })
    byName.delete(words[at])
  }
  return byName.size === 0 ? JSON.stringify({ branchList, resultStatus }) : undefined
}
