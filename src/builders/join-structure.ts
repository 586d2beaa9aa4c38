import { isRecord } from '../document/is-record.ts'
import { readText } from '../document/read-text.ts'
import type { FlowJoin, FlowJoinArm, FlowJoinLogic, FlowNode, FlowScript } from '../model/generated/types.ts'
import { lastOfEachArm } from './branch-structure.ts'
import type { BuildContext, NodesByName } from './build-context.ts'
import { dependOn } from './build-edges.ts'
import type { Chain } from './chain.ts'
import { defined } from './defined.ts'
import { joinContent } from './join-content.ts'
import { mergeItems } from './lay-over.ts'
import type { Mutable } from './mutable.ts'
import { orderFields } from './order-fields.ts'
import { recordsIn } from './records-in.ts'
import type { Structure, StructureSite } from './structure.ts'
import type { JoinStatus, JoinUpstream } from './structure-options.ts'

/** An arm of a join node as a user wrote it. */
export interface JoinArmState {
  readonly arm: string
  readonly upstream: JoinUpstream
  readonly status: readonly JoinStatus[]
}

/** What is known of a join node beyond its node. */
export interface JoinParts {
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
export class JoinStructure implements Structure {
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
