import { entities } from './script/entity-steps.ts'
import { legacy } from './script/legacy-steps.ts'
import { offline, pipelines, removals } from './script/release-steps.ts'
import { connections, scheduler } from './script/scheduler-steps.ts'
import type { Step } from './script/step.ts'
import { studio } from './script/studio-steps.ts'

/** Calls of every operation, each of which succeeds on an emulator with its default workspaces. */
export const everyOperation: readonly Step[] = [
  ...studio,
  ...entities,
  ...pipelines,
  ...scheduler,
  ...connections,
  ...offline,
  ...legacy,
  ...removals,
]
