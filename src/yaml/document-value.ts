import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { numberOf } from '../diagnostics/exact-number.ts'
import type { InspectedNodes } from './inspected-nodes.ts'
import { deepest, tooDeep, type YamlFault } from './yaml-fault.ts'

/** Far more than people write with aliases, and far less than a few lines of aliases of aliases stand for. */
const mostCopies = 100_000

/** So many characters of text may aliases stand for: texts are kept once, and written as often as they stand there. */
const mostCopiedText = 20_000_000

type Targets = InspectedNodes['targets']

/** Where a node stands in the value, and whether an alias put it there. */
interface Nesting {
  readonly depth: number
  readonly copied: boolean
}

/** A list or mapping whose value is filled later, so that nothing is recursive. */
type Unfilled = Nesting &
  (
    | { readonly node: YAMLSeq.Parsed; readonly list: unknown[] }
    | { readonly node: YAMLMap.Parsed; readonly fields: Record<string, unknown> }
  )

/** A number as JSON writes it, where YAML takes a plus sign, zeros before it, and a point without digits on one side. */
function numberText(source: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', power = ''] = yamlNumber.exec(source) ?? []
  if (whole === '' && fraction === '') return undefined
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  return `${sign}${digits}${fraction === '' ? '' : `.${fraction}`}${power}`
}

const yamlNumber = /^(?:\+|(-?))(\d*)(?:\.(\d*))?((?:[eE][-+]?\d+)?)$/

/** Numbers keep their text where they would be rounded; integers of another base come as bigints. */
function plainValue({ value, source }: Scalar.Parsed): unknown {
  if (typeof value !== 'number' && typeof value !== 'bigint') return value
  const text = numberText(source) ?? String(value)
  return numberOf(text)
}

/** The length of a text that an alias put where it stands. */
function copiedLength(node: ParsedNode | null, copied: boolean): number {
  return copied && isScalar(node) && typeof node.value === 'string' ? node.value.length : 0
}

/** The value of a node; that of a list or mapping is filled once its turn comes. */
function start(node: ParsedNode | null, { depth, copied }: Nesting, unfilled: Unfilled[]): unknown {
  if (isSeq(node)) {
    const list: unknown[] = []
    unfilled.push({ node, depth, copied, list })
    return list
  }
  if (isMap(node)) {
    const fields: Record<string, unknown> = {}
    unfilled.push({ node, depth, copied, fields })
    return fields
  }
  return isScalar(node) ? plainValue(node) : null
}

/** Fills a list or mapping; gives back how many characters aliases stand for in it. */
function fill(holder: Unfilled, targets: Targets, unfilled: Unfilled[]): number {
  const depth = holder.depth + 1
  let copiedText = 0
  const valueBelow = (node: ParsedNode | null): unknown => {
    const target = isAlias(node) ? targets.get(node) : undefined
    const copied = holder.copied || target !== undefined
    copiedText += copiedLength(target ?? node, copied)
    return start(target ?? node, { depth, copied }, unfilled)
  }
  if ('list' in holder) for (const node of holder.node.items) holder.list.push(valueBelow(node))
  else
    for (const { key, value } of holder.node.items)
      holder.fields[String(isScalar(key) ? key.value : key)] = valueBelow(value)
  return copiedText
}

/**
 * The value of the mapping that a text is, aliases written out. Each alias has a value of its own: two parts of a
 * document never are the same object.
 *
 * @param report - takes what kept the value from being made
 */
export function documentValue(
  root: YAMLMap.Parsed,
  targets: Targets,
  report: (fault: YamlFault) => void,
): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {}
  const unfilled: Unfilled[] = [{ node: root, depth: 1, copied: false, fields }]
  let [copies, copiedText] = [0, 0]
  for (const holder of unfilled) {
    const offset = holder.node.range[0]
    if (holder.depth > deepest) {
      report(tooDeep(offset))
      break
    }
    if (holder.copied) copies += holder.node.items.length + 1
    if (copies <= mostCopies) copiedText += fill(holder, targets, unfilled)
    if (copies <= mostCopies && copiedText <= mostCopiedText) continue
    const most = copies > mostCopies ? `${mostCopies} values` : `${mostCopiedText} characters`
    report({ rule: 'document/syntax', message: `The aliases of the text stand for more than ${most}.`, offset })
    break
  }
  return fields
}
