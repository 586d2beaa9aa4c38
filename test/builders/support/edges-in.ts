/** Every dependency in a document, wherever it stands, as `node <- upstream`, sorted. */
export function edgesIn(document: unknown): readonly string[] {
  const edges: string[] = []
  const queue: unknown[] = [document]
  for (const value of queue) {
    if (typeof value !== 'object' || value === null) continue
    if ('nodeId' in value && 'depends' in value && Array.isArray(value.depends)) {
      for (const depend of value.depends) edges.push(`${String(value.nodeId)} <- ${JSON.stringify(depend)}`)
    }
    queue.push(...Object.values(value))
  }
  return edges.sort()
}
