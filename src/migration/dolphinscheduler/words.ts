import type { KnownWords } from '../reading/source-fields.ts'

/** Whether a node runs, is passed over, or waits for somebody to look at it. */
export type Recurrence = 'Normal' | 'Skip' | 'Pause'

const mayNotRun = { meaning: 'Pause', why: 'whether it may run is not sure, and the node is paused.' } as const

/** `flag` of a task of 2.0 and later. */
export const flags: KnownWords<Recurrence> = {
  known: { YES: 'Normal', NO: 'Skip' },
  usual: 'Normal',
  unknown: mayNotRun,
}

/** `runFlag` of a task of 1.3. */
export const runFlags: KnownWords<Recurrence> = {
  known: { NORMAL: 'Normal', FORBIDDEN: 'Skip' },
  usual: 'Normal',
  unknown: mayNotRun,
}

/** `releaseState` of a schedule: whether it is online. */
export const releaseStates: KnownWords<boolean> = {
  known: { ONLINE: true, OFFLINE: false },
  usual: true,
  unknown: { meaning: false, why: 'whether it may run is not sure, and it is taken for offline.' },
}

export const usualPriority = 5

/** Priorities of DataWorks, of which its console has these five. */
export const priorities: KnownWords<number> = {
  known: { HIGHEST: 8, HIGH: 7, MEDIUM: usualPriority, LOW: 3, LOWEST: 1 },
  usual: usualPriority,
}

export const timeoutFlags: KnownWords<boolean> = { known: { OPEN: true, CLOSE: false }, usual: false }

/** Whether a task that takes longer fails, and not only an alert is sent. */
export const timeoutStrategies: KnownWords<boolean> = {
  known: { WARN: false, FAILED: true, WARNFAILED: true, 'WARN,FAILED': true },
  usual: false,
}

export const executeTypes: KnownWords<'batch' | 'stream'> = {
  known: { BATCH: 'batch', STREAM: 'stream' },
  usual: 'batch',
}

export const yesOrNo: KnownWords<boolean> = { known: { YES: true, NO: false }, usual: false }

/** What becomes of other tasks when one fails. */
export const failureStrategies: KnownWords<'Break' | 'Continue' | undefined> = {
  known: { END: 'Break', CONTINUE: 'Continue' },
  usual: undefined,
}

/** Whether a task sets a parameter. */
export const directions: KnownWords<boolean> = { known: { IN: false, OUT: true }, usual: false }

/** How parts of a condition hang together. */
export const relations: KnownWords<'and' | 'or'> = { known: { AND: 'and', OR: 'or' }, usual: 'and' }
