import type { FlowEntry } from '../../../document/index/spec-index.ts'
import { edgeFinding } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** Whether a flow is the body of a node: of a loop, or of another node that holds some. */
function isBody({ entity }: FlowEntry): boolean {
  return entity.parent?.name === 'Node'
}

/** A dependency leads into the body of a loop or of another node that holds nodes, or out of it. */
export const controlBodyBorder: Rule = {
  name: 'control/body-border',
  severity: 'warning',
  summary: 'A dependency leads into or out of the body of a loop, or of another node that holds nodes.',
  evidence: 'Dependencies of nodes inside stand in the flow of their container, which holds no others.',
  example: `
    import { forEach, shell, virtual, workflow } from 'flowspec'

    const outside: string = 'start'
    const load = shell('load').code('echo 1')
    const each = forEach('each').over('a,b')
    const daily = workflow('daily').cron('00 02 00 * * ?').nodes(virtual('start'))

    export const wrong = daily.nodes(each.nodes(load.after(outside)))

    // The loop waits, and its nodes with it.
    export const right = daily.nodes(each.nodes(load).after('start'))
  `,
  run(index, report) {
    let repeated: ReadonlySet<string> | undefined
    for (const edge of index.edges) {
      const { node, upstream } = edge
      if (node === undefined || upstream === undefined || node.flow === upstream.flow) continue
      if (!(isBody(node.flow) || isBody(upstream.flow))) continue
      // Which of two nodes of one name is meant, nobody knows; that there are two is another rule's fault.
      repeated ??= new Set(index.nodesByKey.repeated.map(({ key }) => key))
      if (repeated.has(node.key) || repeated.has(upstream.key)) continue
      const message = `Node '${node.name ?? node.key}' comes after '${upstream.name ?? upstream.key}', which is not in the same body.`
      const hint = 'Let the node that holds the body depend, or be depended on.'
      report(edgeFinding(edge, '', { message, hint }))
    }
  },
}
