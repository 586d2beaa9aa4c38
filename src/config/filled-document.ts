import { type DefaultsInput, defaultDatasource, defaultResource } from '../builders/node/defaults.ts'
import { readText } from '../document/json/records.ts'
import { type EntityRewriter, entityRewriter } from '../document/rewrite-entities.ts'
import type { EntityName } from '../language/generated/entity-name.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a node gets of the defaults that it does not say itself. */
function missing(node: Fields, defaults: DefaultsInput): Fields | undefined {
  const script = Object(node['script'])
  const command = readText(script['runtime'], 'command')
  if (command === undefined) return undefined
  const datasource = defaultDatasource(command, defaults, readText(script, 'language'))
  const runtimeResource = defaultResource(command, defaults)
  const filled = {
    ...(node['datasource'] === undefined && datasource !== undefined && { datasource }),
    ...(node['runtimeResource'] === undefined && runtimeResource !== undefined && { runtimeResource }),
  }
  return Object.keys(filled).length === 0 ? undefined : filled
}

const nodeNames: ReadonlySet<EntityName> = new Set(['Node'])

/** Makes what fills data sources and resource groups into the nodes of documents that name none. */
export function documentFiller(defaults: DefaultsInput): (document: Fields) => Fields {
  const rewrite: EntityRewriter = entityRewriter({ names: nodeNames, change: (_, node) => missing(node, defaults) })
  return (document) => rewrite('Document', document)
}
