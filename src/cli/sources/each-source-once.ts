import { eachBuilderOnce } from '../../builders/project/each-builder-once.ts'
import type { Source } from './source.ts'

/** Sources, of which builders count once that modules make and others gather; each document is a file of its own. */
export function eachSourceOnce(sources: readonly Source[]): readonly Source[] {
  return eachBuilderOnce(sources, (source) => (source.kind === 'builder' ? source.builder : undefined))
}
