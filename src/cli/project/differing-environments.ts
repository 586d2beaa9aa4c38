import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { environmentNames } from '../sources/documents-of.ts'
import { isProject, type Source } from '../sources/source.ts'
import type { PlacedDiagnostic } from '../text/diagnostics-text.ts'
import { listed } from '../text/words.ts'
import { ConfigText } from './config-faults.ts'
import type { FoundConfig } from './find-config.ts'

/** What is said of an environment, and which one that is. */
export interface DifferingEnvironment extends PlacedDiagnostic {
  readonly name: string
}

/** What is said of an environment of a configuration that its project has not. */
function saidOf(name: string, own: readonly string[], found: FoundConfig): DifferingEnvironment {
  const environments = Object.keys(found.config.environments)
  const unmet = own.filter((one) => !environments.includes(one))
  const others = listed((unmet.length === 0 ? own : unmet).map((one) => showValue(one)))
  const near = didYouMean(name, unmet)
  const meant = near === undefined ? '' : `Did you mean ${showValue(near)}? `
  const diagnostic = createDiagnostic({
    rule: 'settings/config',
    severity: 'warning',
    message: `The configuration has the environment ${showValue(name)}, which the project has not; it has ${others}.`,
    hint: `${meant}The project is built for the environment of the same name: call both alike.`,
    path: '',
  })
  return { ...new ConfigText(found).placed(diagnostic, ['environments', name]), name }
}

/**
 * Tells of environments of a configuration that the project has not, where it has some of its own: nothing can be built for
 * them.
 *
 * @param names - those that are meant
 */
export function differingEnvironments(
  found: FoundConfig,
  sources: readonly Source[],
  names: readonly string[] = Object.keys(found.config.environments),
): readonly DifferingEnvironment[] {
  const [project] = sources.filter(isProject)
  const own = project?.kind === 'builder' && !project.isOpened ? environmentNames(project.builder) : undefined
  if (own === undefined) return []
  return names.filter((name) => !own.includes(name)).map((name) => saidOf(name, own, found))
}
