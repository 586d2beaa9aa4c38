import type { CommandCall } from '../command.ts'
import { projectSources } from '../project/project-sources.ts'
import { readProject } from '../project/read-project.ts'
import { silencing } from './check-sources.ts'
import { type DocumentChoice, documentsOf, type FoundDocument } from './documents-of.ts'
import type { TextLook } from './read-sources.ts'
import { requireRead } from './require-read.ts'

/**
 * Reads the documents of the pipelines that a call names.
 *
 * @throws FaultsError when files cannot be read, or builders are built and the check finds errors
 * @throws UsageError when nothing is named, and when an environment has to be
 */
export async function loadDocuments(
  call: CommandCall,
  choice: Omit<DocumentChoice, 'cwd' | 'environment'> = {},
  look?: TextLook,
): Promise<readonly FoundDocument[]> {
  const { console } = call
  const project = await readProject(call)
  const sources = requireRead(await projectSources(project, console, look), console)
  const { environment, rules, custom, suppress } = project
  return documentsOf(sources, {
    check: { rules, custom, ...silencing({ suppress }) },
    ...choice,
    environment,
    cwd: console.cwd,
  })
}
