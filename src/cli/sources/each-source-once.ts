import { eachBuilderOnce } from '../../builders/project/each-builder-once.ts'
import type { Source } from './source.ts'

/** Sources each once: builders that modules make and others gather, and documents that several modules export. */
export function eachSourceOnce(sources: readonly Source[]): readonly Source[] {
  return eachBuilderOnce(sources, (source) => (source.kind === 'builder' ? source.builder : source.document))
}
