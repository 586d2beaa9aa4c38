import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { quote } from '../schedule/quote.ts'
import { type ReadMoment, readMoment } from './moment.ts'
import type { SimulateOptions } from './simulate-options.ts'

/** What is to be simulated, checked. */
export interface SimulationRequest extends Pick<SimulateOptions, 'project' | 'now' | 'workspace'> {
  readonly from: ReadMoment
  readonly to: ReadMoment
  readonly publishedAt: ReadMoment | undefined
  readonly maxInstances: number
}

const defaultMaxInstances = 100_000

/** Checks the options, all at once. */
export function readOptions(options: SimulateOptions): SimulationRequest {
  const faults: Diagnostic[] = []
  const from = readMoment(options.from, 'from', faults)
  const to = readMoment(options.to, 'to', faults)
  const publishedAt =
    options.publishedAt === undefined ? undefined : readMoment(options.publishedAt, 'publishedAt', faults)
  const maxInstances = readCount(options.maxInstances ?? defaultMaxInstances, faults)
  if (from !== undefined && to !== undefined && from.kind === to.kind && from.value > to.value) {
    const message = `The span ends, ${quote(options.to)}, before it begins, ${quote(options.from)}.`
    faults.push(fault('schedule/date-order', message, '/to', 'Swap from and to.'))
  }
  if (from === undefined || to === undefined || faults.length > 0) throw new FlowSpecError(faults)
  const { project, now, workspace } = options
  return { from, to, publishedAt, maxInstances, project, now, workspace }
}

function readCount(value: unknown, faults: Diagnostic[]): number {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value
  const message = `maxInstances, ${quote(value)}, is not a whole number from 1.`
  faults.push(fault('schema/value', message, '/maxInstances', 'Leave it out for 100,000.'))
  return 0
}

function fault(rule: 'schedule/date-order' | 'schema/value', message: string, path: string, hint: string): Diagnostic {
  return createDiagnostic({ rule, severity: 'error', message, path, hint })
}
