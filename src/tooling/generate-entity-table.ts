import { type GeneratedFile, generatedMark } from './generated-file.ts'
import { childOf, readLanguage, type SchemaPart } from './read-language.ts'

function entityRow(name: string, part: SchemaPart): string {
  const fields = Object.entries(part.properties ?? {})
  const children = fields.flatMap(([field, schema]) => {
    const child = childOf(schema)
    return child === undefined
      ? []
      : [`      ${JSON.stringify(field)}: { entity: '${child.entity}', many: ${child.many} },`]
  })
  const inner = children.length === 0 ? '{}' : `{\n${children.join('\n')}\n    }`
  const names = fields.map(([field]) => `'${field}'`).join(', ')
  return `  ${name}: {\n    validate: validators.validate${name},\n    fields: [${names}],\n    children: ${inner},\n  },`
}

/** For every entity: its validator, its fields in the order they are written, and which fields hold entities. */
export function generateEntityTable(): GeneratedFile {
  const language = readLanguage()
  const names = Object.keys(language)
  const rows = names.map((name) => entityRow(name, language[name] ?? {}))
  const text = [
    generatedMark,
    "import type { EntityShape } from '../entity-shape.ts'",
    "import type { EntityName } from './entity-name.ts'",
    "import * as validators from './validators.js'",
    '',
    '/** Every entity: its validator, its fields in the order they are written, and its children. */',
    'export const entityTable: Readonly<Record<EntityName, EntityShape>> = {',
    ...rows,
    '}',
    '',
  ].join('\n')
  return { path: 'src/model/generated/entity-table.ts', text }
}
