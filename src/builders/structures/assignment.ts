import type { FlowNode } from '../../language/generated/types.ts'
import { structures } from '../../language/structures.ts'
import { type ArgumentKind, checkArgument, oneOf, text } from '../arguments.ts'
import { callOf } from '../call.ts'
import type { Mutable } from '../fields.ts'
import { NodeImpl } from '../node/node.ts'
import { typedNode } from '../node/node-builder.ts'
import type { Structure } from '../node/node-state.ts'
import { provideVariables } from '../node/provided-variables.ts'
import { type VariableHandle, variableHandle } from '../node/variable-handle.ts'
import type { AssignmentBuilder } from './structure-builders.ts'
import type { AssignmentLanguage } from './structure-options.ts'

const languageKind: ArgumentKind = /* @__PURE__ */ oneOf<AssignmentLanguage>('odps', 'python2', 'shell')

const structure: Structure = /* @__PURE__ */ Object.freeze({
  finish(node: Mutable<FlowNode>): void {
    provideVariables(node, [{ name: 'outputs', type: 'NodeOutput', value: '${outputs}' }])
  },
})

class AssignmentImpl extends NodeImpl {
  result(): VariableHandle {
    return variableHandle(this.name, 'outputs')
  }
}

/**
 * An assignment node (command `CONTROLLER_ASSIGNMENT`): what its code prints or selects last becomes its variable
 * `outputs`, at most 2 MB, which nodes directly after it can take. Code in SQL needs a data source. The source is the
 * service's page on assignment nodes.
 *
 * @param name - name of the node, unique in the workspace
 * @param language - language of the code: `odps` (SQL on MaxCompute), `python2` or `shell`
 * @returns a builder with all steps of a node, whose `.result()` other nodes take as a parameter
 *
 * @example
 * ```ts
 * import { assignment, odpsSql, workflow } from 'flowspec'
 *
 * const ids = assignment('ids', 'shell').code('echo 1,2,3')
 * const read = odpsSql('read').code('select * from t where id in (${ids})').param('ids', ids.result())
 *
 * const document = workflow('passing').cron('00 02 00 * * ?').nodes(ids, read).build()
 * ```
 */
export function assignment<const Name extends string>(
  name: Name,
  language: AssignmentLanguage,
): AssignmentBuilder<Name, never> {
  checkArgument('assignment', 'name', name, text)
  checkArgument('assignment', 'language', language, languageKind)
  return typedNode(
    new AssignmentImpl({
      name,
      call: callOf(assignment),
      command: structures.assignment.command,
      kind: 'assignment',
      language,
      structure,
    }),
  )
}
