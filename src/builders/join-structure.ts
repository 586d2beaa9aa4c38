import type { FlowJoinArm, FlowNode } from '../model/generated/types.ts'
import { lastOfEachArm } from './branch-structure.ts'
import type { NodesByName } from './build-context.ts'
import type { Chain } from './chain.ts'
import type { Mutable } from './mutable.ts'
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

function joinArm({ arm, upstream, status }: JoinArmState, nodes: NodesByName): FlowJoinArm {
  const assertion = { field: 'status', in: status.map(codeOf) }
  if (typeof upstream === 'object' && 'kind' in upstream) {
    return { name: arm, output: { data: upstream.output, artifactType: 'NodeOutput' }, assertion }
  }
  const name = typeof upstream === 'string' ? upstream : upstream.name
  const node = nodes.get(name)
  const data = node?.outputs?.nodeOutputs?.[0]?.data
  if (data === undefined) return { name: arm, nodeId: node?.id ?? name, assertion }
  return { name: arm, output: { data, artifactType: 'NodeOutput', refTableName: name }, assertion }
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
    const { expression = arms.map(({ arm }) => arm).join(' and '), result } = this.parts
    const branches: FlowJoinArm[] = []
    context.links.push((nodes) => {
      for (const arm of arms) branches.push(joinArm(arm, nodes))
    })
    const resultStatus = result === undefined ? {} : { resultStatus: codeOf(result) }
    node.join = { branches, logic: { expression }, ...resultStatus }
  }
}
