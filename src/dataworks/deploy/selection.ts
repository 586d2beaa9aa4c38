import { type ArgumentKind, listOf, text } from '../../diagnostics/arguments.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import type { PlannedSources } from '../plan/plan-source.ts'
import { pathOf } from '../workspace/find-deployed.ts'

export const onlyKind: ArgumentKind = {
  takes: 'a name or a path, or a list of these',
  holds: (value) => text.holds(value) || listOf(text).holds(value),
}

/**
 * The part of the documents that is to be deployed.
 *
 * @throws TypeError for a name that nothing has
 */
export function selected(sources: PlannedSources, only: string | readonly string[] | undefined): PlannedSources {
  if (only === undefined) return sources
  const names = new Set(typeof only === 'string' ? [only] : only)
  const known = new Set([
    ...sources.workflows.flatMap((source) => [source.name, pathOf(source)]),
    ...sources.entities.map(({ name }) => name),
  ])
  const unknown = [...names].find((name) => !known.has(name))
  if (unknown !== undefined) {
    const near = didYouMean(unknown, known)
    const way = near === undefined ? `They hold: ${[...known].slice(0, 20).join(', ')}.` : `Did you mean ${near}?`
    throw new TypeError(`deploy: only names ${showValue(unknown)}, which the documents do not hold. ${way}`)
  }
  return {
    ...sources,
    workflows: sources.workflows.filter((source) => names.has(source.name) || names.has(pathOf(source))),
    entities: sources.entities.filter(({ name }) => names.has(name)),
    isWhole: false,
  }
}
