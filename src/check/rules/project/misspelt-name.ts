import { misspeltNameOf } from '../../../diagnostics/did-you-mean.ts'
import { showValue } from '../../../diagnostics/show-value.ts'
import type { Entity } from '../../../document/index/entity.ts'
import type { SpecIndex } from '../../../document/index/spec-index.ts'
import { readText } from '../../../document/json/records.ts'
import type { EntityName } from '../../../language/generated/entity-name.ts'
import { findingAt } from '../../engine/finding.ts'
import { codeKind } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'

/** What of the project something names, by the word for it. */
interface Use {
  readonly what: string
  readonly name: string
  readonly entity: Entity
  readonly field: string
}

const kinds: Readonly<Partial<Record<EntityName, string>>> = {
  Datasource: 'datasource',
  FileResource: 'resource',
  Function: 'function',
  Component: 'component',
}

const called: Readonly<Record<string, string>> = { datasource: 'data source' }

/** Resources as code names them, and data sources in the JSON text of a synchronisation task. */
const inCode = /@resource_reference\{\s*['"]([^'"\n]+)['"]\s*\}/g
const inTask = /"datasource"\s*:\s*"([^"\n]+)"/g

/** What stands in something else is named there; what stands in the body of a document is a thing of its own. */
function* usesIn(index: SpecIndex): Generator<Use> {
  for (const entity of index.eachEntity('Datasource', 'FileResource', 'Function', 'Component')) {
    const what = kinds[entity.name]
    const name = readText(entity.value, 'name')
    if (what !== undefined && name !== undefined && entity.parent?.name !== 'Spec') {
      yield { what, name, entity, field: 'name' }
    }
  }
  for (const entity of index.eachEntity('Script')) if (entity.parent?.name === 'Node') yield* usesInCode(entity)
}

function* usesInCode(entity: Entity): Generator<Use> {
  const isTask = codeKind(entity) === 'integration'
  for (const [, name = ''] of (readText(entity.value, 'content') ?? '').matchAll(isTask ? inTask : inCode)) {
    yield { what: isTask ? 'datasource' : 'resource', name, entity, field: 'content' }
  }
}

/** A node names a data source, a resource, a function or a component of the project by a misspelt name. */
export const projectMisspeltName: Rule = {
  name: 'project/misspelt-name',
  severity: 'warning',
  summary:
    'A data source, resource, function or component is named that no document of the project has, and whose name is nearly that of one; each name once a document.',
  evidence: 'Names are looked up in the workspace as they are written; it may hold more than the project.',
  example: `
    import { datasource, odpsSql, project, workflow } from 'flowspec'

    const retail = project('retail').add(datasource('odps_first').type('odps'))
    const ods = odpsSql('ods').code('select 1')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = retail.add(orders.nodes(ods.datasource('odps_frist')))

    export const right = retail.add(orders.nodes(ods.datasource('odps_first')))
  `,
  run(index, report, project) {
    if (project === undefined) return
    const told = new Set<string>()
    for (const { what, name, entity, field } of usesIn(index)) {
      const key = `${what}:${name}`
      if (told.has(key)) continue
      told.add(key)
      const meant = project.has(what, name) ? undefined : misspeltNameOf(name, project.namesLike(what, name))
      if (meant === undefined) continue
      const message = `No document of project '${project.identifier}' has the ${called[what] ?? what} ${showValue(name)}.`
      report(findingAt(entity, field, { message, hint: `Did you mean "${meant}"?` }))
    }
  },
}
