import { printable, printableLines } from '../../diagnostics/show-value.ts'
import { changeText as fieldText } from '../../document/compare/change-text.ts'
import { actionCounts, type PlanAction, type PlanChange, type PlanRefusal } from './plan-change.ts'

const signs: Readonly<Record<PlanAction, string>> = {
  create: '+',
  update: '~',
  unchanged: ' ',
  move: '>',
  delete: '-',
  conflict: '!',
}

/** What is said of changes of each kind together. */
function summary(changes: readonly PlanChange[]): string {
  return [...actionCounts(changes)].map(([action, number]) => `${number} ${action}`).join(', ')
}

function indented(text: string, depth: number): string {
  return text.replace(/^(?=.)/gm, '  '.repeat(depth))
}

/** Code as a terminal may show it: what steers it is escaped, tabs are left. */
function safeCode(text: string): string {
  return text
    .split('\t')
    .map((part) => printableLines(part))
    .join('\t')
}

/** Where a change comes from, and since when it is there. */
function originText({ origin, modified }: PlanChange): string {
  const from = origin === undefined ? [] : [origin === 'both' ? 'code and console' : origin]
  const time = modified === undefined ? [] : [`changed ${new Date(modified.time).toISOString()}`]
  const facts = [...from, ...time]
  return facts.length === 0 ? '' : ` (${facts.join(', ')})`
}

/** What stands before the reason of a refusal: what is allowed needs nothing any more, and the reason is still worth knowing. */
function needsText({ flag }: PlanRefusal, isRefused: boolean): string {
  if (!isRefused) return ''
  return flag === undefined ? 'refused: ' : `needs ${flag}: `
}

function changeText(change: PlanChange, isRefused: boolean): string {
  const { action, kind, name, path, fields, code, needs } = change
  const place = kind === 'edge' || path === name ? '' : ` at ${path}`
  const lines = [printable(`${signs[action]} ${kind} ${name}${place}${originText(change)}`)]
  if (needs !== undefined) lines.push(printable(`    ${needsText(needs, isRefused)}${needs.reason}`))
  for (const { path: field, item, expected, actual } of fields) {
    lines.push(`    ${fieldText({ path: field, item, before: actual, after: expected }, field)}`)
  }
  if (code !== undefined) lines.push(indented(safeCode(code.replace(/\n$/, '')), 2))
  return lines.join('\n')
}

/** What a plan says. */
interface PlannedChanges {
  readonly projectId: string
  readonly changes: readonly PlanChange[]
  readonly refused: readonly PlanChange[]
}

/** A plan as text: what changes, each workflow with what is in it, and what is unchanged as a number alone. */
export function planText({ projectId, changes, refused }: PlannedChanges, ignored: readonly string[]): string {
  const isRefused = new Set(refused)
  const lines = [`Plan for workspace ${projectId}: ${summary(changes) || 'nothing'}`]
  for (const change of changes) {
    if (change.action !== 'unchanged')
      lines.push(indented(changeText(change, isRefused.has(change)), isPart(change) ? 1 : 0))
  }
  for (const one of ignored) lines.push(`? ${printable(one)} is not deployed: make it in the console`)
  return `${lines.join('\n')}\n`
}

/** Whether a change is of something inside of a workflow. */
function isPart({ kind }: PlanChange): boolean {
  return kind === 'node' || kind === 'edge'
}
