import { chainItems } from '../../builders/chain.ts'
import { ProjectImpl } from '../../builders/project/project.ts'
import type { AnyBuilder, Source } from './source.ts'

/**
 * Builders each once: a folder of modules has them in the module that makes them and in the one that gathers them. A
 * project stands for the parts that it was given.
 */
export function eachSourceOnce(sources: readonly Source[]): readonly Source[] {
  const gathered = new Set<unknown>(
    sources.flatMap((source) =>
      source.kind === 'builder' ? chainItems(ProjectImpl.stateOf(source.builder)?.parts) : [],
    ),
  )
  const seen = new Set<AnyBuilder>()
  return sources.filter((source) => {
    if (source.kind !== 'builder') return true
    const isNew = !seen.has(source.builder) && !gathered.has(source.builder)
    seen.add(source.builder)
    return isNew
  })
}
