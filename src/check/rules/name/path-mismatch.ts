import { didYouMean } from '../../../diagnostics/did-you-mean.ts'
import { showValue } from '../../../diagnostics/show-value.ts'
import { childEntity, type Entity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { eachEntityRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Finding, Rule } from '../../engine/rule.ts'

/** Whether a path can be the folder of a node: its last segment is no spelling of the name, and no longer form of it. */
function isFolder(path: string, { name: kind }: Entity, name: string): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1)
  return kind === 'Node' && path !== '' && name !== '' && !last.includes(name) && didYouMean(last, [name]) === undefined
}

/** Whether a path ends with the name, but for how its words are joined. */
function isJoinedOtherwise(path: string, name: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1) === name.replaceAll(' ', '_')
}

function faultOf(path: string, owner: Entity, name: string): Omit<Finding, 'path' | 'subject'> {
  if (isFolder(path, owner, name)) {
    const message = `script.path is ${showValue(path)}, which is the folder alone, as in older exports.`
    return { severity: 'warning', message, hint: `Write "${path.replace(/\/$/, '')}/${name}".` }
  }
  const message = `script.path is ${showValue(path)}, but its last segment must be the name '${name}'.`
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  const severity = owner.name === 'Workflow' && isJoinedOtherwise(path, name) ? { severity: 'warning' as const } : {}
  return { message, hint: `Write "${folder}${name}".`, ...severity }
}

/** The path of a node or workflow does not end with its name. */
export const namePathMismatch: Rule = eachEntityRule(
  {
    name: 'name/path-mismatch',
    severity: 'error',
    summary: 'The path of a node or workflow does not end with its name.',
    evidence:
      'The service answers "Script path must end with node name". Older exports have the folder of a node alone, which the reference implementation reads, and the example of UpdateWorkflowDefinition has "_" in the path of a workflow for spaces in its name: warnings.',
    example: `
    import { workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?')

    // The folder alone is not the path.
    export const wrong = orders.path('retail')

    export const right = orders.path('retail/orders')
  `,
  },
  ['Workflow', 'Node'],
  (owner, report) => {
    const name = readText(owner.value, 'name')
    const script = childEntity(owner, 'script')
    if (name === undefined || !hasShape(script)) return
    const path = readText(script.value, 'path')
    if (path === undefined || path === name || path.endsWith(`/${name}`)) return
    report(findingAt(script, 'path', faultOf(path, owner, name)))
  },
)
