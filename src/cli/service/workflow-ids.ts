import type { DataWorksClient } from '../../dataworks/client/data-works-client.ts'
import { isDataWorksError } from '../../dataworks/errors/data-works-error.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { printable } from '../../diagnostics/show-value.ts'
import { CommandError } from '../command-error.ts'
import type { Workspace } from './open-workspace.ts'

const types = ['CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow'] as const

/** The workflows of a workspace: their names by their ids. */
async function workflowsIn(
  client: DataWorksClient,
  projectId: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const type of types) {
    try {
      for await (const { id, name } of client.eachWorkflowDefinition({ projectId, type }, { signal }))
        found.set(id, name)
    } catch (error) {
      // The documentation does not name this type, and the service may not list it.
      if (type !== 'TriggerWorkflow' || !isDataWorksError(error) || error.kind !== 'invalid-parameter') throw error
    }
  }
  return found
}

/**
 * The ids of workflows that a call names, by name or id.
 *
 * @throws CommandError for a name that no workflow or more than one has
 */
export async function workflowIds(
  { client, projectId }: Workspace,
  wanted: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const found = await workflowsIn(client, projectId, signal)
  return new Map(
    wanted.map((word): readonly [string, string] => {
      const known = found.get(word)
      if (known !== undefined) return [word, known]
      const ids = [...found].filter(([, name]) => name === word).map(([id]) => id)
      const [id] = ids
      if (id === undefined) throw unknown(word, [...found.values()], projectId)
      if (ids.length === 1) return [id, word]
      throw new CommandError(`Workspace ${projectId} has ${ids.length} workflows ${printable(word)}.`, {
        next: `Name one by its id: ${ids.join(', ')}.`,
      })
    }),
  )
}

function unknown(word: string, names: readonly string[], projectId: string): CommandError {
  const near = didYouMean(word, names)
  const next = near === undefined ? 'flowspec plan tells what is there of the project.' : `Did you mean ${near}?`
  return new CommandError(`Workspace ${projectId} has no workflow ${printable(word)}.`, { next })
}
