import type { CommandConsole } from '../console/command-console.ts'
import { FaultsError } from './faults-error.ts'
import { FileTexts, placeDiagnostics } from './place-diagnostics.ts'
import type { ReadSources } from './read-sources.ts'
import type { Source } from './source.ts'

/**
 * All that was read, for commands that cannot do with a part of it.
 *
 * @throws FaultsError when a file could not be read as what it should be
 */
export function requireRead({ sources, unread }: ReadSources, { cwd }: Pick<CommandConsole, 'cwd'>): readonly Source[] {
  const texts = new FileTexts()
  const faults = unread.flatMap((one) => placeDiagnostics(one, one.diagnostics, { cwd, texts }))
  if (faults.length > 0) throw new FaultsError(faults)
  return sources
}
