import { printable } from '../../diagnostics/show-value.ts'
import type { CommandCall } from '../command.ts'
import { projectSources } from '../project/project-sources.ts'
import { readProject } from '../project/read-project.ts'
import { listed } from '../text/words.ts'
import { refuseUseless } from '../useless-options.ts'
import { silencing } from './check-sources.ts'
import { type DocumentChoice, documentsOf, type FoundDocument, hasEnvironments } from './documents-of.ts'
import type { TextLook } from './read-sources.ts'
import { requireRead } from './require-read.ts'

/**
 * Refuses an environment that nothing has of what a call names. That of a configuration is judged where it is opened.
 *
 * @throws UsageError that says so
 */
export function refuseStrayEnvironment({ options, words }: CommandCall, isOfUse: boolean): void {
  if (words.length === 0 || isOfUse) return
  const paths = listed(words.map((word) => printable(word)))
  refuseUseless(options, ['env'], `for ${paths}, where no project has environments`, 'Leave it out.')
}

/** The documents of what a call names, and whether some of it has environments. */
export interface ReadDocuments {
  readonly documents: readonly FoundDocument[]
  readonly hasEnvironments: boolean
}

/**
 * Reads the documents of the pipelines that a call names, whether or not they have the environment that it names.
 *
 * @throws FaultsError when files cannot be read, or builders are built and the check finds errors
 * @throws UsageError when nothing is named, and when an environment has to be
 */
export async function readDocuments(
  call: CommandCall,
  choice: Omit<DocumentChoice, 'cwd' | 'environment'> = {},
  look?: TextLook,
): Promise<ReadDocuments> {
  const { console } = call
  const project = await readProject(call)
  const sources = requireRead(await projectSources(project, console, look), console)
  const { environment, rules, custom, suppress } = project
  const documents = documentsOf(sources, {
    check: { rules, custom, ...silencing({ suppress }) },
    ...choice,
    environment,
    cwd: console.cwd,
  })
  return { documents, hasEnvironments: hasEnvironments(sources) }
}

/**
 * Reads the documents of the pipelines that a call names.
 *
 * @throws what {@link readDocuments} does, and UsageError for an environment that none of them has
 */
export async function loadDocuments(...asked: Parameters<typeof readDocuments>): Promise<readonly FoundDocument[]> {
  const [{ options, words }, choice] = asked
  if (words.length > 0 && choice?.isBuilt !== true) {
    refuseUseless(options, ['config'], 'beside paths, which are taken as they stand', 'Leave one of them out.')
  }
  const read = await readDocuments(...asked)
  refuseStrayEnvironment(asked[0], read.hasEnvironments)
  return read.documents
}
