import { isMap, LineCounter } from 'yaml'
import { checkArgument, text as textKind } from '../diagnostics/arguments.ts'
import { createDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import type { ReadDocument } from '../document/read-spec.ts'
import { documentValue } from './document-value.ts'
import { inspectNodes } from './inspected-nodes.ts'
import { parseText } from './parsed-text.ts'
import type { YamlFault } from './yaml-fault.ts'

function diagnosticOf({ offset, ...fault }: YamlFault, lines: LineCounter): Diagnostic {
  const { line, col } = lines.linePos(offset)
  return createDiagnostic({ ...fault, severity: 'error', path: '', source: { line, column: col } })
}

function errorOf(faults: readonly YamlFault[], lines: LineCounter): FlowSpecError {
  const sorted = [...faults].sort((left, right) => left.offset - right.offset)
  return new FlowSpecError(sorted.map((fault) => diagnosticOf(fault, lines)))
}

function notMapping(offset: number): YamlFault {
  return { rule: 'document/not-json', message: 'A FlowSpec document is a mapping; this text is none.', offset }
}

/**
 * Reads a FlowSpec document from YAML 1.2 text, which JSON text is too. The values are those that `readSpec` gives
 * for the same document in JSON: integers beyond 2^53 are bigints, and `yes`, `1:30` and `2026-01-01` are texts. Aliases
 * are written out. The document is not checked; that is what `checkSpec` is for.
 *
 * @param text - YAML text of one document, with or without a byte order mark
 * @returns the document as read
 * @throws FlowSpecError with line and column of every fault of the text: where it is not YAML 1.2 or has a tag JSON has
 * no value for, where a key stands twice, is not a text or is `__proto__`, where a second document begins, where it is
 * nested more than 200 levels deep, where aliases stand for more than 100,000 values, and when it holds more than
 * 1,500,000 words and marks and one more for every four characters, as no pipeline does
 *
 * @example
 * ```ts
 * import { checkSpec } from 'flowspec'
 * import { readYaml } from 'flowspec/yaml'
 *
 * const document = readYaml('kind: CycleWorkflow\nversion: 1.1.0\nspec: {}\n')
 * const diagnostics = checkSpec(document)
 * ```
 */
export function readYaml(text: string): ReadDocument {
  checkArgument('readYaml', 'text', text, textKind)
  const lines = new LineCounter()
  const parsed = parseText(text.startsWith('\uFEFF') ? text.slice(1) : text, lines.addNewLine)
  const root = parsed.document?.contents ?? undefined
  if (root === undefined) throw errorOf(parsed.faults.length > 0 ? parsed.faults : [notMapping(0)], lines)
  const { targets, faults } = inspectNodes(root)
  const all = [...parsed.faults, ...faults]
  if (!isMap(root)) throw errorOf([...all, notMapping(root.range[0])], lines)
  if (all.length > 0) throw errorOf(all, lines)
  const found: YamlFault[] = []
  const value = documentValue(root, targets, (fault) => found.push(fault))
  if (found.length > 0) throw errorOf(found, lines)
  return value
}
