/** The rooms of src/ from top to bottom; `index` stands for src/index.ts, the entry `flowspec`. */
export const roomOrder: readonly string[] = [
  'diagnostics',
  'model',
  'schedule',
  'document',
  'yaml',
  'convert',
  'graph',
  'check',
  'builders',
  'diff',
  'simulate',
  'render',
  'codegen',
  'index',
  'report',
  'templates',
  'dataworks',
  'emulator',
  'testing',
  'cli',
  'schema',
  'tooling',
]

/** Whether a file of one room may import one of another: only downwards, with what is special about four of them. */
export function mayImport(from: string, to: string): boolean {
  if (from === to) return true
  if (to === 'index') return false
  if (to === 'schema') return from === 'tooling'
  if (from === 'schema') return false
  if (from === 'emulator' && to === 'dataworks') return false
  return roomOrder.indexOf(to) < roomOrder.indexOf(from)
}
