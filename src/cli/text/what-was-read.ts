import type { ReadSources } from '../sources/read-sources.ts'
import { isProject } from '../sources/source.ts'
import { count, listed } from './words.ts'

/** What a command read, in words: `1 project and 2 pipelines of 4 files`, or the project that an environment was opened with. */
export function readWords({ sources, files }: ReadSources, environment: string | undefined): string {
  const [only] = sources
  if (only?.kind === 'builder' && only.isOpened) return `the project for ${environment ?? 'its environment'}`
  const projects = sources.filter(isProject).length
  const kinds = [
    { number: projects, noun: 'project' },
    { number: sources.length - projects, noun: 'pipeline' },
  ]
  const counted = kinds.filter(({ number }) => number > 0).map(({ number, noun }) => count(number, noun))
  return counted.length === 0 ? count(files, 'file') : `${listed(counted)} of ${count(files, 'file')}`
}
