import { nodeTypes } from '../../language/generated/node-types.ts'
import type { NoteTaker } from '../note.ts'
import { namedParameters, type Placeholder, shellParameters } from '../parameters/code-parameters.ts'
import type { SourceProblems } from '../reading/source-problems.ts'
import type { NodeBody, ParameterDraft } from '../target/draft.ts'
import { placeholderNode } from '../target/placeholder.ts'
import type { TargetWorkspace } from '../target/target-workspace.ts'
import { commandOf, parametersOf, type TableRow } from './table-rows.ts'

function placeholdersIn(code: string, parameters: readonly ParameterDraft[]): readonly Placeholder[] {
  const values = new Map(parameters.map(({ name, value }) => [name, value]))
  return [...code.matchAll(/\$\{(\w+)\}/g)].flatMap(({ 0: text, 1: name = '', index }) => {
    const value = values.get(name)
    return value === undefined ? [] : [{ index, text, name, value }]
  })
}

/** What the node of a row runs. */
export function bodyOf(row: TableRow, workspace: TargetWorkspace, note: NoteTaker, problems: SourceProblems): NodeBody {
  const command = commandOf(row, workspace, problems)
  const making = { kind: 'plain', command } as const
  const parameters = parametersOf(row, problems)
  const named = row.text('datasource')
  const name = named === undefined ? undefined : (workspace.datasourceOf(named) ?? named)
  const type = nodeTypes.get(command)?.datasourceType
  const datasource = name === undefined ? {} : { datasource: { name, ...(type === undefined ? {} : { type }) } }
  const code = row.text('code')
  if (code !== undefined) {
    const placeholders = placeholdersIn(code, parameters)
    if (command === 'DIDE_SHELL' && placeholders.length > 0)
      return { making, ...shellParameters(code, placeholders), ...datasource }
    const filled = namedParameters(code, placeholders)
    // Those that the code does not name are given all the same.
    return { making, code: filled.code, parameters, ...datasource }
  }
  if (command === 'VIRTUAL') return { making }
  const body = placeholderNode({ note }, command, {
    what: 'no code',
    why: 'The table does not say what it runs.',
    wayOut: 'Add a column code, or write the node.',
  })
  return { ...body, parameters, ...datasource }
}
