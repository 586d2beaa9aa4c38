import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { groupsOf } from '../../document/index/first-by-key.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import type { Instance, UpstreamInstance } from '../../simulate/instance.ts'
import { simulate } from '../../simulate/simulate.ts'
import type { Simulation } from '../../simulate/simulation.ts'
import type { NoInstancesReason } from '../../simulate/without-instances.ts'
import { type PackedRun, packRun } from '../packed-run.ts'
import type { PageParameter, PageRun, PageWait } from '../page-data.ts'
import type { SharedTables } from './place-table.ts'

/** The span whose runs a page shows, as dates. */
export interface PageSpan {
  readonly from: string
  readonly to: string
}

/** What a run is worked out for: a node or workflow by its names, its code and its parameters. */
export interface RunSubject {
  readonly kind: 'node' | 'workflow'
  readonly name: string
  readonly workflow: string
  readonly code: string
  readonly parameters: readonly PageParameter[]
}

const reasons: Readonly<Record<NoInstancesReason, string>> = {
  manual: 'Somebody starts it.',
  triggered: 'An event starts it.',
  streaming: 'It always runs.',
  custom: 'It has a trigger of its own.',
  'not-automatic': 'It is not scheduled.',
  'no-trigger': 'It stands in no workflow and says nowhere when it runs.',
  calendar: 'It follows a custom calendar, whose days only the service knows.',
  'never-fires': 'Its cron names no date there is.',
  inside: 'It runs as a part of each run of the node around it.',
}

interface Named {
  readonly kind: 'node' | 'workflow'
  readonly name: string
  readonly workflow?: string | undefined
}

function keyOf({ kind, name, workflow = '' }: Named): string {
  return JSON.stringify(kind === 'workflow' ? [name] : [workflow, name])
}

function labelOf({ name, workflow }: Pick<UpstreamInstance, 'name' | 'workflow'>): string {
  return workflow === undefined || workflow === name ? name : `${workflow}/${name}`
}

/** The runs of all nodes and workflows in a span, as far as they can be worked out. */
export class ItemRuns {
  /** What keeps runs from being worked out. */
  readonly faults: readonly Diagnostic[]
  /** The time zones of all that runs. */
  readonly timezones: ReadonlySet<string>
  readonly #simulation: Simulation | undefined
  readonly #tables: SharedTables
  readonly #instances: ReadonlyMap<string, readonly Instance[]>
  readonly #reasons: Map<string, NoInstancesReason> = new Map()

  constructor(documents: readonly ReadDocument[], span: PageSpan, tables: SharedTables) {
    this.#tables = tables
    const made = simulated(documents, span)
    this.faults = made instanceof FlowSpecError ? made.diagnostics : made.notes
    this.#simulation = made instanceof FlowSpecError ? undefined : made
    const { instances = [], withoutInstances = [] } = this.#simulation ?? {}
    this.#instances = groupsOf(instances, keyOf)
    // Before what waits for them, which knows of no business date.
    for (const instance of instances) this.#time(instance)
    for (const without of withoutInstances) this.#reasons.set(keyOf(without), without.reason)
    this.timezones = new Set(instances.map(({ timezone }) => timezone))
  }

  runsOf(subject: RunSubject): readonly PackedRun[] {
    return (this.#instances.get(keyOf(subject)) ?? []).map((instance) => packRun(this.#run(instance, subject)))
  }

  /** The time zone in which a node or workflow runs; the empty text where it does not. */
  timezoneOf(subject: RunSubject): string {
    return this.#instances.get(keyOf(subject))?.[0]?.timezone ?? ''
  }

  /** Why something has no runs; the empty text where it has some, or nothing is known. */
  withoutRuns(subject: RunSubject): string {
    const reason = this.#reasons.get(keyOf(subject))
    return reason === undefined ? '' : reasons[reason]
  }

  #run(instance: Instance, { code, parameters }: RunSubject): PageRun {
    const { state, dryRunReason = '', parameters: values, upstream } = instance
    return {
      time: this.#time(instance),
      state,
      reason: dryRunReason,
      values: parameters.map(({ name }) => (Object.hasOwn(values, name) ? this.#text(values[name] ?? '') : -1)),
      waits: upstream.map((one) => this.#wait(one)),
      lines: this.#changedLines(code, instance),
    }
  }

  #text(text: string): number {
    return this.#tables.texts.place(text)
  }

  #time({ at, wallClock, businessDate }: Pick<Instance, 'at' | 'wallClock' | 'businessDate'>): number {
    return this.#tables.times.place({ at, wallClock, businessDate })
  }

  #wait(upstream: UpstreamInstance): PageWait {
    const { at, type } = upstream
    const wallClock = at.slice(0, 19).replace('T', ' ')
    const time = this.#time({ at, wallClock, businessDate: '' })
    return { name: this.#text(labelOf(upstream)), time, isPrevious: type !== 'Normal' }
  }

  /** The lines of the code that its values change; all of them where a value has lines of its own. */
  #changedLines(code: string, instance: Instance): PageRun['lines'] {
    const filled = code === '' ? undefined : this.#simulation?.codeOf(instance)
    if (filled === undefined || filled === code) return []
    const before = code.split('\n')
    return filled.split('\n').flatMap((line, at) => (line === before[at] ? [] : [[at, this.#text(line)] as const]))
  }
}

function simulated(documents: readonly ReadDocument[], { from, to }: PageSpan): Simulation | FlowSpecError {
  try {
    return simulate(documents, { from, to })
  } catch (error) {
    // The page says what keeps runs from being worked out, and shows the rest.
    if (error instanceof FlowSpecError) return error
    throw error
  }
}
