import { checkArgument, object } from '../diagnostics/arguments.ts'
import { createDiagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { isRecord } from '../document/json/records.ts'
import { readSpec } from '../document/read-spec.ts'
import { writeJson } from '../document/write-json.ts'
import { deepest, tooDeep } from './yaml-fault.ts'
import { blockLiteral, writeScalar, writeText } from './yaml-scalar.ts'

/** Readers look for the colon of a key at most 1,024 characters after its start. */
const longestKey = 1000

/** A value, what stands before it on its line, and how far what stands below it is indented. */
interface PendingValue {
  readonly value: unknown
  readonly lead: string
  readonly indent: number
  /** Whether what stands below it begins on the same line, as in a list. */
  readonly inline: boolean
}

function writeKey(key: string, margin: string): string {
  const text = writeText(key)
  return text.length > longestKey ? `? ${text}\n${margin}:` : `${text}:`
}

function childrenOf(value: unknown, indent: number): PendingValue[] {
  const margin = ' '.repeat(indent)
  const below = indent + 2
  if (Array.isArray(value)) return value.map((item) => ({ value: item, lead: '-', indent: below, inline: true }))
  if (!isRecord(value)) return []
  const entries = Object.entries(value)
  return entries.map(([key, held]) => ({ value: held, lead: writeKey(key, margin), indent: below, inline: false }))
}

function writeLeaf({ value, indent }: PendingValue): string {
  if (!isRecord(value) && !Array.isArray(value)) {
    return (typeof value === 'string' ? blockLiteral(value, indent) : undefined) ?? writeScalar(value)
  }
  return Array.isArray(value) ? '[]' : '{}'
}

function joinLead(lead: string, text: string): string {
  return lead === '' || lead.endsWith(' ') ? lead + text : `${lead} ${text}`
}

function deepError(): FlowSpecError {
  const { rule, message } = tooDeep(0)
  return new FlowSpecError([createDiagnostic({ rule, message, severity: 'error', path: '' })])
}

/**
 * Writes a document as YAML text in the key order of `writeJson`, so that two equal documents give equal text.
 * Code of several lines stands as it is, indented. Texts are quoted wherever a reader of YAML 1.1 or 1.2 could take them
 * for something else, such as `yes`, `1:30` and `{{x}}`. There are no anchors, and no line is folded.
 *
 * @param document - a built or read document
 * @returns the text, with a line break at its end; {@link readYaml} reads the same document from it
 * @throws TypeError when the document contains itself
 * @throws FlowSpecError when it is what {@link readYaml} would not read: a list, or nested more than 200 levels deep
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { writeYaml } from 'flowspec/yaml'
 *
 * const text = writeYaml(workflow('orders').cron('00 02 00 * * ?').build())
 * ```
 */
export function writeYaml(document: object): string {
  checkArgument('writeYaml', 'document', document, object)
  // Through JSON, so that dates, holes and numbers that are none become the same values in both formats.
  const value = readSpec(writeJson(document, { indent: 0 }))
  const lines: string[] = []
  const stack: PendingValue[] = [{ value, lead: '', indent: 0, inline: true }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { lead, indent, inline } = next
    const [first, ...others] = childrenOf(next.value, indent)
    if (typeof next.value === 'object' && next.value !== null && indent >= 2 * deepest) throw deepError()
    if (first === undefined) {
      lines.push(joinLead(lead, writeLeaf(next)))
      continue
    }
    if (!inline) lines.push(lead)
    const margin = ' '.repeat(indent)
    for (const child of others.reverse()) stack.push({ ...child, lead: margin + child.lead })
    stack.push({ ...first, lead: joinLead(inline ? lead : margin, first.lead) })
  }
  return `${lines.join('\n')}\n`
}
