import type { Instance, Simulation } from 'flowspec/simulate'

/** A node with a schedule of its own, in few words. */
export interface NodeSketch {
  readonly cron: string
  readonly timezone?: string
  /** Nodes it comes after in the same cycle. */
  readonly after?: readonly string[]
  /** Whether it waits for its own previous cycle. */
  readonly self?: boolean
  /** Whether it waits for the previous cycle of what comes after it. */
  readonly children?: boolean
  /** Nodes whose previous cycle it waits for. */
  readonly previous?: readonly string[]
  readonly recurrence?: string
  readonly instanceMode?: string
  /** Further fields of the trigger. */
  readonly trigger?: object
  /** Further fields of the node. */
  readonly more?: object
}

/** A document of nodes that stand in no workflow: each has a schedule of its own. */
export function nodesDocument(nodes: Readonly<Record<string, NodeSketch>>): Readonly<Record<string, unknown>> {
  return {
    kind: 'CycleWorkflow',
    version: '1.1.0',
    spec: {
      nodes: Object.entries(nodes).map(([name, { cron, timezone, recurrence, instanceMode, trigger, more }]) => ({
        id: name,
        name,
        ...(recurrence === undefined ? {} : { recurrence }),
        ...(instanceMode === undefined ? {} : { instanceMode }),
        trigger: { type: 'Scheduler', cron, ...(timezone === undefined ? {} : { timezone }), ...trigger },
        outputs: { nodeOutputs: [{ data: `${name}_out` }] },
        ...more,
      })),
      flow: Object.entries(nodes).map(([name, { after = [], self, children, previous = [] }]) => ({
        nodeId: name,
        depends: [
          ...after.map((output) => ({ type: 'Normal', output: `${output}_out` })),
          ...(self === true ? [{ type: 'CrossCycleDependsOnSelf' }] : []),
          ...(children === true ? [{ type: 'CrossCycleDependsOnChildren' }] : []),
          ...previous.map((nodeId) => ({ type: 'CrossCycleDependsOnOtherNode', nodeId })),
        ],
      })),
    },
  }
}

/** An instance in one line: what the clock shows, its offset, and its state unless it just runs. */
export function brief({ wallClock, offset, overlap, state, dryRunReason }: Instance): string {
  const marks = [state === 'runs' ? '' : state, dryRunReason ?? '', overlap ? 'second' : '']
  return [wallClock.slice(5, 16), offset, ...marks.filter((mark) => mark !== '')].join(' ')
}

/** What every instance of a node waits for, by what the clock shows: `02:00` → `ods 00:00`, `*` for one outside. */
export function waitsFor(simulation: Simulation, name: string): Record<string, string[]> {
  return Object.fromEntries(
    simulation
      .instancesOf(name)
      .map(({ wallClock, upstream }) => [
        wallClock.slice(5, 16),
        upstream.map((each) => `${each.name} ${each.at.slice(5, 16).replace('T', ' ')}${each.isInside ? '' : ' *'}`),
      ]),
  )
}
