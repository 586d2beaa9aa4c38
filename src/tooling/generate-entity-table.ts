import { entityNotation } from './entity-notation.ts'
import { type GeneratedFile, generatedMark } from './generated-file.ts'
import { readLanguage } from './read-language.ts'

const widest = 110

/** The parts with spaces between, on several lines; the bundler makes one text of them again. */
function wrapped(parts: readonly string[]): string {
  const lines: string[] = []
  let line = ''
  for (const part of parts) {
    if (line !== '' && line.length + part.length > widest) {
      lines.push(line)
      line = ''
    }
    line += `${part} `
  }
  return [...lines, line.trimEnd()].map((text) => `    '${text.replaceAll(/[\\']/g, '\\$&')}'`).join(' +\n')
}

/** For every entity: its fields in the order they are written, and what the value of each must be. */
export function generateEntityTable(): GeneratedFile {
  const language = Object.entries(readLanguage())
  const rows = language.map(
    ([name, part]) => `  ${name}: /* @__PURE__ */ readEntityShape(\n${wrapped(entityNotation(name, part))},\n  ),`,
  )
  const text = [
    generatedMark,
    "import type { EntityShape } from '../entity-shape.ts'",
    "import { readEntityShape } from '../read-entity-shape.ts'",
    "import type { EntityName } from './entity-name.ts'",
    '',
    '/** Every entity: its fields in the order they are written, and what each must be. */',
    'export const entityTable: Readonly<Record<EntityName, EntityShape>> = {',
    ...rows,
    '}',
    '',
  ].join('\n')
  return { path: 'src/model/generated/entity-table.ts', text }
}
