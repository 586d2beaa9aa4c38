import type { SpecIndex } from '../../../document/index/spec-index.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Report, Rule } from '../../engine/rule.ts'
import { mayBeOneType, typedDatasource } from '../../project/datasource-types.ts'
import type { ProjectView } from '../../project/project-view.ts'

/** Tells of each data source whose type is another one than before in the document, or else in another document. */
function look(index: SpecIndex, report: Report, project: ProjectView | undefined): void {
  const known = new Map<string, string>()
  const told = new Set<string>()
  for (const datasource of index.eachEntity('Datasource')) {
    const typed = typedDatasource(datasource)
    if (typed === undefined) continue
    const [name, type] = typed
    const first = known.get(name)
    if (first === undefined) known.set(name, type)
    const isSame = first === undefined || mayBeOneType(first, type)
    const other = isSame && !told.has(name) ? project?.otherType(typed) : undefined
    if (isSame && other === undefined) continue
    told.add(name)
    const elsewhere = other === undefined ? `of '${first}' elsewhere` : `of '${other.type}' in ${other.label}`
    const message = `The data source '${name}' is of type '${type}' here, and ${elsewhere}.`
    report(findingAt(datasource, 'type', { message, hint: 'Give each engine a data source of its own.' }))
  }
}

/** One data source is said to be of two types. */
export const nodeDatasourceTypes: Rule = {
  name: 'node/datasource-types',
  severity: 'warning',
  summary: 'Two nodes, of one document or of two of a project, name one data source and give it different types.',
  evidence: 'A workspace has one data source of a name, and that is of one type.',
  example: `
    import { hologresSql, odpsSql, workflow } from 'flowspec'

    const nodes = [odpsSql('ods').code('select 1'), hologresSql('report').code('select 2')] as const
    const orders = workflow('orders').cron('00 02 00 * * ?').nodes(...nodes)

    export const wrong = orders.defaults({ datasource: 'odps_first' })

    export const right = orders.defaults({ datasource: { odps: 'odps_first', hologres: 'holo_first' } })
  `,
  run: look,
}
