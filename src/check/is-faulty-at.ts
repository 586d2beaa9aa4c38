import type { Entity } from '../document/entity.ts'

/** Whether the shape of a field is wrong, or that of an item in it. */
export function isFaultyAt(entity: Entity, field: string): boolean {
  const path = `/${field}`
  return entity.faults.some(({ instancePath }) => instancePath === path || instancePath.startsWith(`${path}/`))
}
