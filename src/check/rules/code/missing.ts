import { closestEntity, type Entity } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { kindsOfOneNode } from '../../../language/entity-kinds.ts'
import { structures } from '../../../language/structures.ts'
import { isLoopCondition } from '../../code/code-rule.ts'
import { isOnlyComments, syntaxOf } from '../../code/comments.ts'
import { type EntityFinding, entityRule } from '../../engine/entity-rule.ts'
import { codeKind } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'

const nouns = {
  sql: 'SQL',
  shell: 'shell code',
  pyodps: 'Python code',
  python: 'Python code',
  integration: 'task',
  assignment: 'code',
} as const

/** Whether the code of a node may stand in a file beside the document: what stands in no workflow is often sent so. */
function mayBeBeside(node: Entity, content: unknown): boolean {
  const holder = closestEntity(node, 'Workflow', 'Document')
  if (holder?.name !== 'Document') return false
  return typeof content !== 'string' || kindsOfOneNode.includes(holder.value['kind'])
}

/** Code that begins with a comment, and has nothing behind it. The end of a loop may have no comment at all, as another rule tells. */
function commentsAlone(script: Entity, content: string): EntityFinding | undefined {
  const kind = codeKind(script)
  const syntax = kind && syntaxOf(kind)
  if (kind === undefined || syntax === undefined || isLoopCondition(script)) return undefined
  if (!isOnlyComments(content, syntax)) return undefined
  return {
    field: 'content',
    message: `The ${nouns[kind]} of this node is comments alone, so that nothing runs.`,
    hint: 'Write what is to run, or make it a virtual node.',
  }
}

/** A node whose type runs code has none. */
export const codeMissing: Rule = entityRule(
  {
    name: 'code/missing',
    severity: 'warning',
    summary:
      'A SQL, Python, shell, assignment or synchronisation node has no code, or comments alone; a note where that may stand in a file beside the document.',
    evidence:
      'Node documentation: script.content is what the node runs. Inferred that it runs nothing without. Documents of one node have their code in a file beside them, and exports of nodes outside of workflows often have none.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(odpsSql('ods'))

      export const right = orders.nodes(odpsSql('ods').code('select 1'))
    `,
  },
  ['Script'],
  (script) => {
    const node = script.parent
    const { content } = script.value
    if (node?.name !== 'Node') return undefined
    if (typeof content === 'string' && content.trim() !== '') return commentsAlone(script, content)
    // What is no text is a fault of its own.
    if (typeof (content ?? '') !== 'string') return undefined
    const command = readText(script.child('runtime')?.value, 'command') ?? ''
    const kind = command === structures.assignment.command ? 'assignment' : codeKind(script)
    if (kind === undefined) return undefined
    return {
      field: typeof content === 'string' ? 'content' : '',
      message: `This ${command} node has no ${nouns[kind]} to run.`,
      hint: 'Add .code(…) or .codeFile(…).',
      ...(mayBeBeside(node, content) ? { severity: 'info' as const } : {}),
    }
  },
)
