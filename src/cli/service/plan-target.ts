import { selected } from '../../dataworks/deploy/selection.ts'
import type { DeployRecord } from '../../dataworks/plan/deploy-record.ts'
import { planSources } from '../../dataworks/plan/plan.ts'
import type { PlanOfParts } from '../../dataworks/plan/plan-result.ts'
import { readSources } from '../../dataworks/plan/plan-source.ts'
import { readRecord } from '../../dataworks/plan/record-file.ts'
import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { showError } from '../../diagnostics/show-value.ts'
import type { CommandCall } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { faultsWithPlaces } from '../modules/thrown-faults.ts'
import { FaultsError } from '../sources/faults-error.ts'
import type { PlacedDiagnostic } from '../text/diagnostics-text.ts'
import type { Target } from './open-target.ts'
import { placedInTarget } from './placed-in-target.ts'
import { tellWarnings, warningsOf } from './tell-warnings.ts'

/** A plan and the record it was made with. */
export interface TargetPlan {
  readonly planned: PlanOfParts
  readonly record: DeployRecord | undefined
  /** What the check warns of in what was planned, which was told unless the result is for programs. */
  readonly warnings: readonly PlacedDiagnostic[]
}

/** @throws FaultsError with the lines of the pipelines that the faults come from */
function builtSources(target: Target, { console }: CommandCall) {
  try {
    return readSources('plan', target.environment.project, {})
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    throw new FaultsError(placedInTarget(faultsWithPlaces(error), target, console.cwd), { cause: error })
  }
}

/** Plans what a call asks for, with the record of the last deploy, and tells what the check warns of before it asks the service. */
export async function planTarget(target: Target, call: CommandCall): Promise<TargetPlan> {
  const { options, console } = call
  const { client, projectId } = target.environment
  const record = target.record.file === undefined ? undefined : await readRecord(target.record.file)
  const all = builtSources(target, call)
  const warnings = warningsOf(target, call)
  tellWarnings(warnings, target, call)
  const only = options.list('only')
  const planOptions = {
    projectId,
    record,
    allowDelete: options.flag('allowDelete'),
    adopt: options.flag('adopt'),
    signal: console.signal,
  }
  return { planned: await planSources(client, chosen(all, only), planOptions), record, warnings }
}

function chosen(all: ReturnType<typeof readSources>, only: readonly string[]): typeof all {
  try {
    return selected(all, only.length === 0 ? undefined : only)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const message = showError(error).replace(/^deploy: only/, '--only')
    throw new UsageError(message, {
      next: 'Names and paths of workflows, resources and functions are taken.',
      cause: error,
    })
  }
}
