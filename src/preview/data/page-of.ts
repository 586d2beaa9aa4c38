import { readText } from '../../document/json/records.ts'
import { readRenderOptions } from '../../graph/drawing/render-options.ts'
import { graphOf } from '../../graph/graph-of.ts'
import type { Diagram } from '../../graph/layout/diagram.ts'
import type { GraphVertex } from '../../graph/spec-graph.ts'
import { diagramOf } from '../../graph/svg/graph-diagram.ts'
import { parseCron } from '../../schedule/cron/parse.ts'
import { describeCron } from '../../schedule/words/describe-cron.ts'
import type { PageData, PageItem, PageProblem } from '../page-data.ts'
import { clockChanges } from './clock-changes.ts'
import { codeOf, IndexedSource, languageOfNode, type PlacedEntity, parametersOf, triggerOf } from './indexed-source.ts'
import { OldItems } from './item-changes.ts'
import { itemProblems } from './item-problems.ts'
import { ItemRuns, type PageSpan } from './item-runs.ts'
import { type DrawnItem, drawnItems } from './named-items.ts'
import { sharedTables } from './shared-tables.ts'

/** What a page is made of. */
export interface PageRequest {
  readonly source: object
  readonly against: object | undefined
  readonly span: PageSpan
  readonly title: string | undefined
}

/** A page: its picture, and what it knows. */
export interface Page {
  readonly diagram: Diagram
  readonly data: PageData
}

/** What is drawn of documents, and what that stands for. */
interface Drawn {
  readonly diagram: Diagram
  readonly items: readonly DrawnItem[]
  readonly source: IndexedSource
}

function drawnOf(source: object): Drawn {
  const graph = graphOf(source)
  const diagram = diagramOf(graph, readRenderOptions('toHtml', {}))
  return { diagram, items: drawnItems(diagram, graph), source: new IndexedSource(source) }
}

/** When something runs by its own trigger, in words and as a cron. */
function scheduleOf(placed: PlacedEntity): Pick<PageItem, 'schedule' | 'cron'> {
  const cron = readText(triggerOf(placed)?.value, 'cron') ?? ''
  return { cron, schedule: cron !== '' && parseCron(cron).ok ? describeCron(cron) : '' }
}

/** Reads what a page says of each item. */
class PageReader {
  readonly #drawn: Drawn
  readonly #runs: ItemRuns
  readonly #old: OldItems | undefined
  readonly #problems: ReadonlyMap<string, readonly PageProblem[]>

  constructor(
    drawn: Drawn,
    runs: ItemRuns,
    old: OldItems | undefined,
    problems: ReadonlyMap<string, readonly PageProblem[]>,
  ) {
    this.#drawn = drawn
    this.#runs = runs
    this.#old = old
    this.#problems = problems
  }

  item(drawn: DrawnItem): PageItem {
    const { id, vertex, workflow, key, path } = drawn
    const placed = vertex.kind === 'external' ? undefined : this.#drawn.source.entityAt(path)
    const change = this.#old === undefined || placed === undefined ? 'none' : this.#old.has(key) ? 'changed' : 'added'
    const changes = placed === undefined ? [] : (this.#old?.changesOf(drawn, placed) ?? [])
    return {
      id,
      kind: vertex.kind === 'flow' ? 'workflow' : vertex.kind,
      name: vertex.name,
      workflow,
      ...this.#known(drawn, placed),
      problems: placed === undefined ? [] : (this.#problems.get(path) ?? []),
      change: change === 'changed' && changes.length === 0 ? 'none' : change,
      changes,
    }
  }

  /** When something runs: by a trigger of its own, else by that of what is around it. */
  #scheduleOf(vertex: GraphVertex, placed: PlacedEntity | undefined): Pick<PageItem, 'schedule' | 'cron'> {
    if (placed === undefined) return { schedule: '', cron: '' }
    const own = scheduleOf(placed)
    if (own.cron !== '' || vertex.kind !== 'node') return own
    const around = this.#drawn.source.entityAt(vertex.flow.path)
    return around === undefined || vertex.flow.role !== 'workflow' ? own : scheduleOf(around)
  }

  /** What is known of a node or workflow beyond its place in the graph. */
  #known({ vertex, workflow }: DrawnItem, placed: PlacedEntity | undefined) {
    const command = vertex.kind === 'node' ? (vertex.command ?? '') : ''
    const isNode = placed !== undefined && vertex.kind === 'node'
    const code = isNode ? codeOf(placed) : ''
    const parameters = isNode ? parametersOf(placed) : []
    const subject = {
      ...{ kind: vertex.kind === 'flow' ? ('workflow' as const) : ('node' as const), name: vertex.name, workflow },
      ...{ code, parameters },
    }
    return {
      ...{ command, code, parameters },
      language: isNode ? languageOfNode(placed, command) : ('text' as const),
      ...this.#scheduleOf(vertex, placed),
      timezone: placed === undefined ? '' : this.#runs.timezoneOf(subject),
      runs: placed === undefined ? [] : this.#runs.runsOf(subject),
      withoutRuns: placed === undefined ? '' : this.#runs.withoutRuns(subject),
    }
  }
}

function titleOf({ diagram }: Drawn): string {
  const names = diagram.items.filter(({ within, isFrame }) => within === undefined && isFrame).map(({ label }) => label)
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown === '' ? 'FlowSpec' : shown
}

/** Works out all that a page shows. */
export function pageOf({ source, against, span, title }: PageRequest): Page {
  const drawn = drawnOf(source)
  const tables = sharedTables()
  const runs = new ItemRuns(drawn.source.documents, span, tables)
  const before = against === undefined ? undefined : drawnOf(against)
  const old = before === undefined ? undefined : new OldItems(before.source, before.items)
  const paths = new Set(drawn.items.filter(({ vertex }) => vertex.kind !== 'external').map(({ path }) => path))
  const problems = itemProblems(source, paths)
  const reader = new PageReader(drawn, runs, old, problems.byPath)
  const faults = runs.faults.map(({ severity, rule, message, hint = '' }) => ({ severity, rule, message, hint }))
  const data: PageData = {
    title: title ?? titleOf(drawn),
    ...span,
    items: drawn.items.map((item) => reader.item(item)),
    lines: drawn.diagram.lines,
    texts: tables.texts.values,
    times: tables.times.values,
    clockChanges: clockChanges(runs.timezones, span.from, span.to),
    notes: [...problems.others, ...faults],
    removed: old?.without(new Set(drawn.items.map(({ key }) => key))) ?? [],
    isCompared: against !== undefined,
  }
  return { diagram: drawn.diagram, data }
}
