import { type GivenDocument, givenDocuments, projectIn } from '../../document/given-documents.ts'
import { readText } from '../../document/json/records.ts'
import { readRenderOptions } from '../../graph/drawing/render-options.ts'
import { graphOfDocuments } from '../../graph/graph-of.ts'
import type { Diagram } from '../../graph/layout/diagram.ts'
import type { GraphVertex } from '../../graph/spec-graph.ts'
import { diagramOf } from '../../graph/svg/graph-diagram.ts'
import { parseCron } from '../../schedule/cron/parse.ts'
import { describeCron } from '../../schedule/words/describe-cron.ts'
import type { PageData, PageItem, PageProblem } from '../page-data.ts'
import { clockChanges } from './clock-changes.ts'
import {
  codeOf,
  IndexedSource,
  languageOfNode,
  looksUpValues,
  type PlacedEntity,
  parametersOf,
  triggerOf,
} from './indexed-source.ts'
import { OldItems } from './item-changes.ts'
import { itemProblems, problemOf } from './item-problems.ts'
import { ItemRuns, type PageSpan } from './item-runs.ts'
import { type DrawnItem, drawnItems } from './named-items.ts'
import { type PageTables, pageTables } from './page-tables.ts'
import { sharedTables } from './place-table.ts'

/** What a page is made of. */
export interface PageRequest {
  readonly source: object
  readonly against: object | undefined
  readonly span: PageSpan
  readonly title: string | undefined
}

/** A page: its pictures, and what it knows. */
export interface Page {
  readonly diagram: Diagram
  /** Tables and the nodes between them; undefined where no node uses any. */
  readonly lineage: Diagram | undefined
  /** What is said where that picture does not show all tables; else the empty text. */
  readonly lineageLimit: string
  readonly data: PageData
}

/** What is drawn of documents, and what that stands for. */
interface Drawn {
  readonly diagram: Diagram
  readonly items: readonly DrawnItem[]
  readonly given: readonly GivenDocument[]
  readonly source: IndexedSource
}

function drawnOf(source: object): Drawn {
  const given = givenDocuments(source)
  const graph = graphOfDocuments(given)
  const diagram = diagramOf(graph, readRenderOptions('toHtml', {}))
  return { diagram, items: drawnItems(diagram, graph), given, source: new IndexedSource(given) }
}

/** When something runs by its own trigger, in words and as a cron. */
function scheduleOf(placed: PlacedEntity): Pick<PageItem, 'schedule' | 'cron'> {
  const cron = readText(triggerOf(placed)?.value, 'cron') ?? ''
  return { cron, schedule: cron !== '' && parseCron(cron).ok ? describeCron(cron) : '' }
}

/** What was found out of what is drawn. */
interface Findings {
  readonly runs: ItemRuns
  readonly old: OldItems | undefined
  readonly problems: ReadonlyMap<string, readonly PageProblem[]>
  readonly tables: PageTables
}

/** Reads what a page says of each item. */
class PageReader {
  readonly #drawn: Drawn
  readonly #found: Findings

  constructor(drawn: Drawn, found: Findings) {
    this.#drawn = drawn
    this.#found = found
  }

  item(drawn: DrawnItem): PageItem {
    const { id, vertex, workflow, inside, key, path } = drawn
    const { old, problems, tables } = this.#found
    const placed = vertex.kind === 'external' ? undefined : this.#drawn.source.entityAt(path)
    const change = old === undefined || placed === undefined ? 'none' : old.has(key) ? 'changed' : 'added'
    const changes = placed === undefined ? [] : (old?.changesOf(drawn, placed) ?? [])
    return {
      id,
      kind: vertex.kind === 'flow' ? 'workflow' : vertex.kind,
      name: vertex.name,
      ...{ workflow, inside },
      ...this.#known(drawn, placed),
      problems: placed === undefined ? [] : (problems.get(path) ?? []),
      change: change === 'changed' && changes.length === 0 ? 'none' : change,
      changes,
      hasUnreadSql: placed !== undefined && tables.unread.has(path),
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
      looksUpValues: isNode && looksUpValues(placed, command),
      ...this.#scheduleOf(vertex, placed),
      timezone: placed === undefined ? '' : this.#found.runs.timezoneOf(subject),
      runs: placed === undefined ? [] : this.#found.runs.runsOf(subject),
      withoutRuns: placed === undefined ? '' : this.#found.runs.withoutRuns(subject),
    }
  }
}

/** What a page is called that nobody named: as its project, else as its first workflow or node. */
function titleOf({ diagram }: Drawn, project: string | undefined): string {
  if (project !== undefined) return project
  const outermost = diagram.items.filter(({ within }) => within === undefined)
  const frames = outermost.filter(({ isFrame }) => isFrame)
  const [first, ...others] = frames.length > 0 ? frames : outermost
  if (first === undefined) return 'FlowSpec'
  return others.length === 0 ? first.label : `${first.label} and ${others.length} more`
}

/** Works out all that a page shows. */
export function pageOf({ source, against, span, title }: PageRequest): Page {
  const drawn = drawnOf(source)
  const shared = sharedTables()
  const runs = new ItemRuns(drawn.source.documents, span, shared)
  const before = against === undefined ? undefined : drawnOf(against)
  const old = before === undefined ? undefined : new OldItems(before.source, before.items)
  const paths = new Set(drawn.items.filter(({ vertex }) => vertex.kind !== 'external').map(({ path }) => path))
  const project = projectIn(source)
  const problems = itemProblems(drawn.given, project, paths)
  const tables = pageTables(drawn.given, drawn.items, project)
  const reader = new PageReader(drawn, { runs, old, problems: problems.byPath, tables })
  const data: PageData = {
    title: title ?? titleOf(drawn, project),
    ...span,
    items: drawn.items.map((item) => reader.item(item)),
    lines: drawn.diagram.lines,
    tables: tables.tables,
    uses: tables.uses,
    texts: shared.texts.values,
    times: shared.times.values,
    clockChanges: clockChanges(runs.timezones, span.from, span.to),
    notes: [...problems.others, ...runs.faults.map(problemOf)],
    removed: old?.without(new Set(drawn.items.map(({ key }) => key))) ?? [],
    isCompared: against !== undefined,
  }
  return { diagram: drawn.diagram, lineage: tables.diagram, lineageLimit: tables.limit, data }
}
