import type { EntityChild, EntityShape, FieldShape, ValueType } from './entity-shape.ts'
import type { EntityName } from './generated/entity-name.ts'
import type { ValueCheck } from './value-check.ts'
import { hasForm, isAtLeast, isAtMost, isWord } from './value-checks.ts'

/** Name, `!`, the mark of the type, what is said of values of the type, and `[]`. */
const notation = /^([\w-]+)(!?)([=~?#:]?)(.*?)((?:\[\])?)$/

const types: Readonly<Record<string, ValueType>> = { '?': 'boolean', '#': 'integer', ':': 'object' }

function rangeChecks(range: string): readonly ValueCheck[] {
  const [least, most] = range.split('..')
  return [...(least ? [isAtLeast(Number(least))] : []), ...(most ? [isAtMost(Number(most))] : [])]
}

/** What is asked of a value beside its type. */
function checksOf(mark: string, said: string): readonly ValueCheck[] {
  if (mark === '=') return [isWord(said.split('|'))]
  if (mark === '~') return [hasForm(said)]
  return mark === '#' ? rangeChecks(said) : []
}

/**
 * Reads the notation of an entity: its fields with a space between, in the order they are written. A field that must be
 * there has `!` behind its name. Then comes what it holds:
 *
 * - `name`: text; `type=a|b`: one of these words; `version~^\d+$`: text of this form
 * - `isDefault?`: true or false; `timeout#0..`: a whole number, with the least and the most it may be
 * - `metadata:`: an object; `script:Script`: an entity
 * - `[]` at the end: a list of these
 */
export function readEntityShape(text: string): EntityShape {
  const values = new Map<string, FieldShape>()
  const children: Record<string, EntityChild> = Object.create(null)
  const required: string[] = []
  for (const part of text.split(' ')) {
    const [, field = '', must, mark = '', said = '', list] = notation.exec(part) ?? []
    const many = list !== ''
    values.set(field, { type: types[mark] ?? 'string', checks: checksOf(mark, said), many })
    // The generator writes nothing but names of entities here.
    if (mark === ':' && said !== '') children[field] = { entity: said as EntityName, many }
    if (must) required.push(field)
  }
  return { fields: [...values.keys()], children, values, required }
}
