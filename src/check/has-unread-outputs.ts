import type { SpecIndex } from '../document/spec-index.ts'
import { isFaultyAt } from './is-faulty-at.ts'

/** Whether the shape of something that offers outputs is wrong, so that an unknown output may be one of its own. */
export function hasUnreadOutputs({ faulty }: SpecIndex): boolean {
  return faulty.some(
    (entity) =>
      isFaultyAt(entity, 'nodes') ||
      isFaultyAt(entity, 'outputs') ||
      isFaultyAt(entity, 'nodeOutputs') ||
      (entity.name === 'NodeOutput' && isFaultyAt(entity, 'data')),
  )
}
