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

function edgeLine({ action, node, type, upstream }: DiffEdge, palette: Palette): string {
  return painted(action, `${upstream} → ${node}${type === 'Normal' ? '' : ` (${type})`}`, palette)
}

/** What differs, for people. */
export function diffText(documents: readonly DocumentDiff[], palette: Palette): string {
  if (documents.length === 0) return `${palette.good('No difference')}\n`
  const lines = documents.flatMap(({ name, action, parts, edges }) => [
    painted(action, name, palette),
    ...parts.flatMap((part) => [
      `  ${painted(part.action, `${part.kind} ${part.name}`, palette)}`,
      ...part.fields.flatMap((field) => fieldLines(field, palette)).map((line) => `      ${line}`),
    ]),
    ...edges.map((edge) => `  ${edgeLine(edge, palette)}`),
  ])
  return `${lines.join('\n')}\n`
}
