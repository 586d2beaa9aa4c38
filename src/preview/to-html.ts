import {
  type ArgumentKind,
  anything,
  checkArgument,
  checkSettings,
  object,
  type SettingKindsOf,
  text,
} from '../diagnostics/arguments.ts'
import { createDiagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { showValue } from '../diagnostics/show-value.ts'
import { reading } from '../document/reading.ts'
import { isGraph } from '../graph/graph-of.ts'
import { millisecondsPerDay } from '../schedule/time-units.ts'
import { pageOf } from './data/page-of.ts'
import { htmlPage } from './html-page.ts'

/** A document, built or read, or a builder of one; a project, built or not; or a list of documents and builders. */
export type PreviewSource = object

const documents: ArgumentKind = {
  takes: 'documents, or builders of them: a graph has neither code nor schedules',
  holds: (value) => object.holds(value) && !isGraph(Object(value)),
}

/**
 * What a preview shows.
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { toHtml, type PreviewOptions } from 'flowspec/preview'
 *
 * const march: PreviewOptions = { from: '2026-03-01', to: '2026-03-31', title: 'Orders in March' }
 * const html = toHtml(workflow('orders').cron('00 02 00 * * ?').nodes(shell('load').code('ls')), march)
 * ```
 */
export interface PreviewOptions {
  /** What the documents are compared with: those of before, in the same forms. Default: nothing. */
  readonly against?: PreviewSource
  /** The first day whose runs are shown, `yyyy-MM-dd`. Default: today. */
  readonly from?: string
  /** The last day, `yyyy-MM-dd`. Default: thirty days after the first. */
  readonly to?: string
  /** What the page is called. Default: the identifier of its project, else the name of its first workflow. */
  readonly title?: string
}

const previewKinds: SettingKindsOf<PreviewOptions> = { against: documents, from: anything, to: anything, title: text }

const days = 30

function fault(message: string, path: string, hint: string): FlowSpecError {
  return new FlowSpecError([createDiagnostic({ rule: 'schedule/date-syntax', severity: 'error', message, path, hint })])
}

function readDate(value: unknown, name: string): string {
  const time = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN
  if (typeof value === 'string' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return value
  throw fault(`toHtml(): options.${name} is ${showValue(value)}, which is no date.`, `/${name}`, 'Write yyyy-MM-dd.')
}

function dateAfter(date: string, count: number): string {
  return new Date(Date.parse(date) + count * millisecondsPerDay).toISOString().slice(0, 10)
}

/**
 * Makes one HTML page of documents, to look at in a browser: it needs no network and no server, and can be sent to others.
 *
 * The graph is moved, zoomed, searched and chosen from, by pointer and by keyboard. Of each node the page tells its code with
 * the parameters of a chosen run filled in, its runs on a calendar with dry runs and the days on which clocks change, what it
 * waits for, its diagnostics, the tables that it reads and writes, and what changed against other documents. Where nodes use
 * tables, a second picture has these with the nodes between them. The page is light or dark, and allows its own script alone to
 * run: no text of a document is ever more than text in it.
 *
 * @param source - a built or read document, a builder, a project, or a list of documents
 * @returns the text of the page
 * @throws FlowSpecError for dates that are none, for a span that ends before it begins, for a graph, and of a project with environments: give `project.build(…)`
 *
 * @example
 * ```ts
 * import { writeFileSync } from 'node:fs'
 * import { odpsSql, workflow } from 'flowspec'
 * import { toHtml } from 'flowspec/preview'
 *
 * const ods = odpsSql('ods').code("select * from orders where ds = '${ds}'").param('ds', '$bizdate')
 * const orders = workflow('orders').cron('00 30 02 * * ?').timezone('America/New_York').nodes(ods)
 * const save = (file: string): void => writeFileSync(file, toHtml(orders, { from: '2026-03-01', to: '2026-03-31' }))
 * ```
 */
export function toHtml(source: PreviewSource, options: PreviewOptions = {}): string {
  checkArgument('toHtml', 'source', source, documents)
  checkSettings('toHtml', 'options', options, previewKinds)
  const { against, title } = options
  const from = readDate(options.from ?? new Date().toISOString().slice(0, 10), 'from')
  const to = readDate(options.to ?? dateAfter(from, days), 'to')
  if (to < from) throw fault(`toHtml(): the span ends, ${to}, before it begins, ${from}.`, '/to', 'Swap from and to.')
  const page = (): string => htmlPage(pageOf({ source, against, span: { from, to }, title }))
  return reading('toHtml', [source, against], page)
}
