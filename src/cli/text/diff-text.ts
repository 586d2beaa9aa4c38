import { printable } from '../../diagnostics/show-value.ts'
import { changeText } from '../../document/compare/change-text.ts'
import { unifiedDiff } from '../../document/compare/text-diff.ts'
import type { DiffEdge, DiffField, DiffPart, DocumentDiff } from '../sources/diff-documents.ts'
import type { Palette } from './palette.ts'

const signs = { added: '+', changed: '~', removed: '-' } as const

function painted(action: DiffPart['action'], text: string, palette: Palette): string {
  const paint = { added: palette.good, changed: palette.warning, removed: palette.error }[action]
  return paint(`${signs[action]} ${printable(text)}`)
}

/** The lines of a unified diff in their colours. */
function codeLines(code: string, palette: Palette): readonly string[] {
  return code
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const paint = line.startsWith('+') ? palette.good : line.startsWith('-') ? palette.error : palette.faint
      return paint(printable(line))
    })
}

function fieldLines({ path, item, before, after }: DiffField, palette: Palette): readonly string[] {
  const isText = typeof before === 'string' && typeof after === 'string'
  if (isText && `${before}${after}`.includes('\n')) {
    return codeLines(unifiedDiff(before, after, { before: `${path} (before)`, after: `${path} (after)` }), palette)
  }
  const text = changeText({ path, item, before, after }, path.slice(1).replaceAll('/', '.'))
  if (item === undefined || !/^[-+] /.test(text)) return [text]
  return [before === undefined ? palette.good(text) : palette.error(text)]
}

function edgeLines({ action, node, type, upstream, arm, fields = [] }: DiffEdge, palette: Palette): readonly string[] {
  const notes = [...(arm === undefined ? [] : [`arm ${arm}`]), ...(type === 'Normal' ? [] : [type])]
  const text = `${upstream} → ${node}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
  return [painted(action, text, palette), ...linesOfFields(fields, palette)]
}

/** The lines of fields, further in than what they belong to. */
function linesOfFields(fields: readonly DiffField[], palette: Palette): readonly string[] {
  return fields.flatMap((field) => fieldLines(field, palette)).map((line) => `    ${line}`)
}

/** What differs, for people. */
export function diffText(documents: readonly DocumentDiff[], palette: Palette): string {
  if (documents.length === 0) return `${palette.good('No difference')}\n`
  const lines = documents.flatMap(({ name, action, parts, edges }) => [
    painted(action, name, palette),
    ...parts.flatMap((part) => [
      `  ${painted(part.action, part.kind === 'document' ? 'the document' : `${part.kind} ${part.name}`, palette)}`,
      ...linesOfFields(part.fields, palette).map((line) => `  ${line}`),
    ]),
    ...edges.flatMap((edge) => edgeLines(edge, palette)).map((line) => `  ${line}`),
  ])
  return `${lines.join('\n')}\n`
}
