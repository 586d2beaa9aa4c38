import { nameEdges } from '../../document/compare/named-edges.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError, type DataWorksErrorKind, isDataWorksError } from '../errors/data-works-error.ts'
import type { Source } from '../submit/source.ts'
import type { WorkspaceCall } from './workspace-call.ts'

/** Refusals that say nothing of the documents: this key may not read workspaces, or nobody may here. */
const untold: readonly DataWorksErrorKind[] = ['edition-required', 'no-permission', 'not-found', 'unknown']

/** The name of a workspace, with which its outputs begin; undefined when the service does not tell. */
export async function readIdentifier(
  client: DataWorksClient,
  { projectId, signal }: WorkspaceCall,
): Promise<string | undefined> {
  try {
    return (await client.getProject({ id: projectId }, { signal })).name
  } catch (error) {
    // Who may not ask for it can deploy all the same.
    if (isDataWorksError(error) && untold.includes(error.kind)) return undefined
    throw error
  }
}

/** Whether two names are of one workspace: the service does not tell them apart by case. */
export function isSameIdentifier(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** The workspace for which a document was built: its outputs begin with the name, and it comes after the root of it. */
function builtFor({ index }: Source): string | undefined {
  for (const { upstream, external } of nameEdges(index).values()) {
    const name = external ? /^(\w+)_root$/.exec(upstream)?.[1] : undefined
    if (name === undefined) continue
    for (const output of index.outputs.first.keys()) if (output.startsWith(`${name}.`)) return name
  }
  return undefined
}

/**
 * Refuses documents that were built for a workspace of another name: their outputs would be those of that one, and what
 * comes after its root would lose the edge without a word.
 *
 * @param identifier - the name that a project says it was built for
 * @throws DataWorksError of kind `other-workspace`
 */
export async function refuseOtherIdentifier(
  client: DataWorksClient,
  identifier: string | undefined,
  workflows: readonly Source[],
  call: WorkspaceCall,
): Promise<void> {
  const named = identifier === undefined ? firstBuiltFor(workflows) : { identifier, what: 'the project' }
  const actual = named === undefined ? undefined : await readIdentifier(client, call)
  if (named === undefined || actual === undefined) return
  if (isSameIdentifier(named.identifier, actual)) return
  throw new DataWorksError({
    action: 'GetProject',
    kind: 'other-workspace',
    code: 'OtherWorkspace',
    message: `${named.what} was built for workspace '${named.identifier}', but workspace ${String(call.projectId)} is called '${actual}'`,
    hint: `Build it for '${actual}', as in project('${actual}') or build({ project: '${actual}' }), or give the id of workspace '${named.identifier}'.`,
  })
}

function firstBuiltFor(workflows: readonly Source[]): { identifier: string; what: string } | undefined {
  for (const source of workflows) {
    const identifier = builtFor(source)
    if (identifier !== undefined) return { identifier, what: `workflow '${source.name}'` }
  }
  return undefined
}
