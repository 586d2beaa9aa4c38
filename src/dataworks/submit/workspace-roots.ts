import type { NamedEdge } from '../../document/compare/named-edges.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError, type DataWorksErrorKind, isDataWorksError } from '../errors/data-works-error.ts'
import { filledText, objectIn } from '../operations/answer.ts'
import type { SubmitOptions } from './submission.ts'

/** An edge to the root of a workspace, whose output is `<workspace>_root`. */
interface RootEdge {
  readonly node: string
  readonly output: string
  readonly workspace: string
}

function rootEdges(edges: readonly NamedEdge[]): readonly RootEdge[] {
  return edges.flatMap(({ node, upstream, external }) => {
    const workspace = external ? /^(\w+)_root$/.exec(upstream)?.[1] : undefined
    return workspace === undefined ? [] : [{ node, output: upstream, workspace }]
  })
}

/** Refusals that say nothing of the workflow: this key may not read workspaces, or nobody may here. */
const untold: readonly DataWorksErrorKind[] = ['edition-required', 'no-permission', 'not-found', 'unknown']

/** What a workspace is called; undefined when the service does not tell. */
async function workspaceName(
  client: DataWorksClient,
  { projectId, signal }: SubmitOptions,
): Promise<string | undefined> {
  try {
    const answer = await client.call('GetProject', { Id: projectId }, { method: 'GET', signal })
    return filledText(objectIn(answer, 'Project'), 'Name')
  } catch (error) {
    // Its name only explains: whoever may not ask for it can submit all the same.
    if (isDataWorksError(error) && untold.includes(error.kind)) return undefined
    throw error
  }
}

function isSameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

/** Whether outputs of a document begin with a name, which they do when it was built for the workspace of that name. */
function isBuiltFor(workspace: string, { outputs }: SpecIndex): boolean {
  for (const output of outputs.first.keys()) if (output.startsWith(`${workspace}.`)) return true
  return false
}

/**
 * Refuses a document that was built for a workspace of another name and comes after the root of that: the service would
 * import it and drop the edge. A root of any other name may be known to the service.
 *
 * @throws DataWorksError of kind `other-workspace`
 */
export async function refuseOtherWorkspace(
  client: DataWorksClient,
  index: SpecIndex,
  edges: readonly NamedEdge[],
  options: SubmitOptions,
): Promise<void> {
  const own = rootEdges(edges).find(({ workspace }) => isBuiltFor(workspace, index))
  const name = own === undefined ? undefined : await workspaceName(client, options)
  if (own === undefined || name === undefined || isSameName(own.workspace, name)) return
  throw new DataWorksError({
    action: 'ImportWorkflowDefinition',
    kind: 'other-workspace',
    code: 'OtherWorkspace',
    message: `'${own.node}' comes after '${own.output}', the root of workspace '${own.workspace}', for which the document was built, but workspace ${String(options.projectId)} is called '${name}'`,
    hint: `Build it for '${name}', as in build({ project: '${name}' }), or submit it to the workspace '${own.workspace}'.`,
  })
}

/** Why edges to roots were lost, where a name explains it. */
export async function explainLostRoots(
  client: DataWorksClient,
  lost: readonly NamedEdge[],
  options: SubmitOptions,
): Promise<string | undefined> {
  const [first] = rootEdges(lost)
  const name = first === undefined ? undefined : await workspaceName(client, options)
  if (first === undefined || name === undefined || first.workspace === name) return undefined
  return `The workspace is called '${name}', and its root is '${name}_root', not '${first.output}'.`
}
