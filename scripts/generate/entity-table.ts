import { type GeneratedFile, generatedMark } from './generated-file.ts'
import { childOf, readLanguage, type SchemaPart } from './language.ts'

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
    ([name, part]) => `  ${name}: readEntityShape(\n${wrapped(entityNotation(name, part))},\n  ),`,
  )
  const text = [
    generatedMark,
    "import { type EntityShape, readEntityShape } from '../validate.ts'",
    "import type { EntityName } from './entity-name.ts'",
    '',
    '/** Every entity: its fields in the order they are written, and what each must be. */',
    'export const entityTable: Readonly<Record<EntityName, EntityShape>> = {',
    ...rows,
    '}',
    '',
  ].join('\n')
  return { path: 'src/language/generated/entity-table.ts', text }
}

/** What a schema says for readers; and of the type, each notation. */
const told = ['type', 'description', 'examples']

/** Throws when a schema says more than the notation can hold: what were left out, nobody would check. */
function expectOnly(part: SchemaPart, keywords: readonly string[], place: string): void {
  const others = Object.keys(part).filter((keyword) => ![...told, ...keywords].includes(keyword))
  if (others.length > 0) throw new Error(`the table of entities has no notation for ${others.join(', ')} of ${place}`)
}

/** A piece of text that stands in the notation as it is. */
function plain(text: string, allowed: RegExp, place: string): string {
  if (!allowed.test(text)) throw new Error(`the table of entities has no notation for "${text}" of ${place}`)
  return text
}

function textNotation(part: SchemaPart, place: string): string {
  const { enum: words, pattern } = part
  expectOnly(part, words === undefined ? ['pattern'] : ['enum'], place)
  if (words !== undefined) return `=${words.map((word) => plain(word, /^[^\s|[\]]+$/, place)).join('|')}`
  return pattern === undefined ? '' : `~${plain(pattern, /^\S*[^\s\]]$/, place)}`
}

function integerNotation(part: SchemaPart, place: string): string {
  const { minimum, maximum } = part
  expectOnly(part, ['minimum', 'maximum'], place)
  return minimum === undefined && maximum === undefined ? '#' : `#${minimum ?? ''}..${maximum ?? ''}`
}

/** What a field is said to hold, by the notation that `readEntityShape` explains. */
function valueNotation(part: SchemaPart, place: string): string {
  const child = childOf(part)
  if (child !== undefined) {
    expectOnly(part, [child.many ? 'items' : 'allOf'], place)
    return `:${child.entity}${child.many ? '[]' : ''}`
  }
  const { type, items } = part
  if (type === 'string') return textNotation(part, place)
  if (type === 'integer') return integerNotation(part, place)
  expectOnly(part, { array: ['items'], object: ['additionalProperties'] }[String(type)] ?? [], place)
  if (type === 'boolean') return '?'
  if (type === 'object' && part.additionalProperties === true) return ':'
  if (type === 'array' && items?.type !== undefined && items.type !== 'array') {
    return `${valueNotation(items, place)}[]`
  }
  throw new Error(`the table of entities has no notation for what ${place} holds`)
}

/** The fields of an entity and what the schema says of them, as text that `readEntityShape` reads, field by field. */
export function entityNotation(name: string, part: SchemaPart): readonly string[] {
  expectOnly(part, ['additionalProperties', 'properties', 'required'], name)
  if (part.additionalProperties !== false) throw new Error(`${name} must have no fields but those it names`)
  const { properties = {}, required = [] } = part
  return Object.entries(properties).map(([field, value]) => {
    const place = `${name}.${field}`
    const must = required.includes(field) ? '!' : ''
    return `${plain(field, /^[\w-]+$/, place)}${must}${valueNotation(value, place)}`
  })
}
