/** How a pipeline run or a stage stands. */
export type StageStatus = 'Cancel' | 'Fail' | 'Init' | 'Running' | 'Success' | 'Termination'

/** What a stage does. */
export type StageWork = 'approve' | 'check' | 'deploy-dev' | 'deploy-prod' | 'package'

/** A stage, as every run of its kind has it. */
export interface StagePlan {
  readonly code: string
  readonly name: string
  readonly type: 'Build' | 'Check' | 'Deploy' | 'Offline'
  readonly does: StageWork
}

/** Whether something is released or taken offline. */
export type PipelineType = 'Offline' | 'Online'

/** What of a workspace decides which stages a run has. */
export interface PipelineMode {
  readonly mode: 'simple' | 'standard'
  /** Whether somebody has to agree before something goes to production. */
  readonly approval: boolean
}

/** In simple mode these codes and types were recorded; those of standard mode are inferred. */
export function stagesOf(type: PipelineType, { mode, approval }: PipelineMode): readonly StagePlan[] {
  const isOnline = type === 'Online'
  const deployType = isOnline ? 'Deploy' : 'Offline'
  const first: StagePlan = isOnline
    ? { code: 'BUILD_PACKAGE', name: 'Build', type: 'Build', does: 'package' }
    : { code: 'OfflineCheck', name: 'Offline check', type: 'Check', does: 'package' }
  const dev: readonly StagePlan[] = [
    { code: 'DEV_CHECK', name: 'Check for development', type: 'Check', does: 'check' },
    { code: 'DEV', name: 'Development', type: deployType, does: 'deploy-dev' },
  ]
  const review: StagePlan = { code: 'PROD_APPROVAL', name: 'Approval', type: 'Check', does: 'approve' }
  return [
    first,
    ...(mode === 'standard' ? dev : []),
    ...(approval ? [review] : []),
    { code: 'PROD_CHECK', name: 'Check for production', type: 'Check', does: 'check' },
    { code: 'PROD', name: 'Production', type: deployType, does: 'deploy-prod' },
  ]
}
