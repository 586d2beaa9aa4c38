import { selected } from '../../dataworks/deploy/selection.ts'
import type { DeployRecord } from '../../dataworks/plan/deploy-record.ts'
import { planSources } from '../../dataworks/plan/plan.ts'
import type { PlanOfParts } from '../../dataworks/plan/plan-result.ts'
import { readSources } from '../../dataworks/plan/plan-source.ts'
import { readRecord } from '../../dataworks/plan/record-file.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { type FlowSpecError, isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { showError } from '../../diagnostics/show-value.ts'
import { groupsOf } from '../../document/index/first-by-key.ts'
import type { CommandCall } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { faultsWithPlaces } from '../modules/thrown-faults.ts'
import { FaultsError } from '../sources/faults-error.ts'
import { FileTexts, placeDiagnostics } from '../sources/place-diagnostics.ts'
import type { DocumentSource } from '../sources/source.ts'
import type { PlacedDiagnostic } from '../text/diagnostics-text.ts'
import type { Target } from './open-target.ts'

/** A plan and the record it was made with. */
export interface TargetPlan {
  readonly planned: PlanOfParts
  readonly record: DeployRecord | undefined
}

/** A diagnostic of the whole, as one of the document that a path led to, where it is about one. */
function ofDocument(
  diagnostic: Diagnostic,
  sources: Target['sources'],
): { source?: DocumentSource; diagnostic: Diagnostic } {
  const [, position, path = ''] = /^\/documents\/(\d+)(\/.*)?$/.exec(diagnostic.path) ?? []
  const source = position === undefined ? undefined : sources[Number(position)]
  return source?.kind === 'document' ? { source, diagnostic: { ...diagnostic, path } } : { diagnostic }
}

/** Faults at the lines that they come from: of modules, and of the documents that paths led to. */
function placedFaults(
  error: FlowSpecError,
  { environment, sources }: Target,
  cwd: string,
): readonly PlacedDiagnostic[] {
  const site = { cwd, texts: new FileTexts() }
  const whole = { kind: 'unread', uri: environment.name, text: '', diagnostics: [] } as const
  const found = faultsWithPlaces(error).map((diagnostic) => ofDocument(diagnostic, sources))
  const bySource = groupsOf(found, ({ source }) => source)
  return [...bySource].flatMap(([source, all]) =>
    placeDiagnostics(
      source ?? whole,
      all.map(({ diagnostic }) => diagnostic),
      site,
    ),
  )
}

/** @throws FaultsError with the lines of the pipelines that the faults come from */
function builtSources(target: Target, { console }: CommandCall) {
  try {
    return readSources('plan', target.environment.project, {})
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    throw new FaultsError(placedFaults(error, target, console.cwd), { cause: error })
  }
}

/** Plans what a call asks for, with the record of the last deploy. */
export async function planTarget(target: Target, call: CommandCall): Promise<TargetPlan> {
  const { options, console } = call
  const { client, projectId } = target.environment
  const record = target.record.file === undefined ? undefined : await readRecord(target.record.file)
  const all = builtSources(target, call)
  const only = options.list('only')
  const planOptions = {
    projectId,
    record,
    allowDelete: options.flag('allowDelete'),
    adopt: options.flag('adopt'),
    signal: console.signal,
  }
  return { planned: await planSources(client, chosen(all, only), planOptions), record }
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
