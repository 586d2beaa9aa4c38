import type { FlowTrigger } from '../model/generated/types.ts'

/** When a node runs, if not with its workflow. Fields left out keep what an earlier call gave. */
export type TriggerInput = Pick<
  FlowTrigger,
  'cron' | 'timezone' | 'startTime' | 'endTime' | 'delaySeconds' | 'cycleType' | 'calendarId'
>
