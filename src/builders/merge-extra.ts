import { isRecord } from '../document/is-record.ts'

/**
 * Lays extra fields over an entity: objects are merged key by key, everything else is replaced. Neither argument is
 * changed; without recursion, whatever the nesting.
 */
export function mergeExtra<Entity extends object>(
  entity: Entity,
  extra: Readonly<Record<string, unknown>> | undefined,
): Entity {
  if (extra === undefined) return entity
  const result: Entity = { ...entity }
  const queue: { target: object; source: Readonly<Record<string, unknown>> }[] = [{ target: result, source: extra }]
  for (let at = 0; at < queue.length; at++) {
    const task = queue[at]
    if (task === undefined) break
    for (const [key, value] of Object.entries(task.source)) {
      const own: unknown = Object.getOwnPropertyDescriptor(task.target, key)?.value
      const merged = isRecord(own) && isRecord(value) ? { ...own } : value
      Object.defineProperty(task.target, key, { value: merged, enumerable: true, writable: true, configurable: true })
      if (isRecord(merged) && merged !== value && isRecord(value)) queue.push({ target: merged, source: value })
    }
  }
  return result
}
