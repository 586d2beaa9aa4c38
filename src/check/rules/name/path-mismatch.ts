import { showValue } from '../../../diagnostics/show-value.ts'
import { childEntity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** The path of a node or workflow does not end with its name. */
export const namePathMismatch: Rule = {
  name: 'name/path-mismatch',
  severity: 'error',
  summary: 'The path of a node or workflow does not end with its name.',
  evidence: 'The service answers "Script path must end with node name".',
  example: `
    import { workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?')

    // The folder alone is not the path.
    export const wrong = orders.path('retail')

    export const right = orders.path('retail/orders')
  `,
  run(index, report) {
    for (const owner of index.eachEntity('Workflow', 'Node')) {
      const name = readText(owner.value, 'name')
      const script = childEntity(owner, 'script')
      if (name === undefined || !hasShape(script)) continue
      const path = readText(script.value, 'path')
      if (path === undefined || path === name || path.endsWith(`/${name}`)) continue
      const message = `script.path is ${showValue(path)}, but its last segment must be the name '${name}'.`
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
      report(findingAt(script, 'path', { message, hint: `Write "${folder}${name}".` }))
    }
  },
}
