import type { Project } from '../state/project.ts'
import type { Release, ReleaseEnvironment } from '../state/releases.ts'
import type { Service } from '../state/service.ts'
import { sharedOutput } from '../wire/error-catalogue.ts'
import { type Releasable, specText } from './release-plan.ts'
import type { PipelineType, StageWork } from './stages.ts'

/** What a pipeline run releases, or takes offline. */
export interface PipelineOrder {
  readonly service: Service
  readonly project: Project
  readonly type: PipelineType
  /** The first is what was asked for, the others are in it. */
  readonly parts: readonly Releasable[]
  readonly comment: string
}

const environments: Partial<Readonly<Record<StageWork, ReleaseEnvironment>>> = {
  'deploy-dev': 'Dev',
  'deploy-prod': 'Prod',
}

/** Two things that are released must not put out the same; that is only found when they are. */
function requireOwnOutputs({ project, parts }: PipelineOrder, environment: ReleaseEnvironment): void {
  const ids = new Set(parts.map(({ id }) => id))
  const producers = new Map<string, string>()
  for (const { id, outputs } of parts) {
    for (const output of outputs) {
      const others = project.releases(environment).producersOf(output)
      const isTaken = others.some((other) => !ids.has(other.id) && other.workflowId !== parts[0]?.id)
      if (isTaken || (producers.get(output) ?? id) !== id) throw sharedOutput(output)
      producers.set(output, id)
    }
  }
}

/** What was in the workflow when it was released last, and is not any more, goes offline with it. */
function gone({ project, parts }: PipelineOrder, environment: ReleaseEnvironment): readonly Release[] {
  const ids = new Set(parts.map(({ id }) => id))
  const root = parts[0]?.id
  return [...project.releases(environment).all].filter(({ id, workflowId }) => workflowId === root && !ids.has(id))
}

function putOnline(order: PipelineOrder, environment: ReleaseEnvironment): void {
  const { service, project, parts } = order
  requireOwnOutputs(order, environment)
  const releases = project.releases(environment)
  for (const { id } of gone(order, environment)) releases.remove(id)
  for (const { document: _, ...part } of parts) {
    const before = releases.get(part.id)
    const now = service.now()
    releases.put({
      ...part,
      schedulerId: before?.schedulerId ?? service.ids.next(),
      version: (before?.version ?? 0) + 1,
      createTime: before?.createTime ?? now,
      modifyTime: now,
    })
  }
}

function takeOffline(order: PipelineOrder, environment: ReleaseEnvironment): void {
  const releases = order.project.releases(environment)
  for (const { id } of [...order.parts, ...gone(order, environment)]) releases.remove(id)
}

function keepSnapshots({ service, project, type, parts, comment }: PipelineOrder, stageCode: string): void {
  for (const part of parts) {
    project.addSnapshot({
      id: service.ids.next(),
      objectId: part.id,
      type: type === 'Online' ? 'Deployed' : 'UnDeployed',
      comment,
      creator: service.settings.owner,
      createTime: service.now(),
      spec: specText(part),
      stageCode,
    })
  }
}

/**
 * Does what a stage is for.
 *
 * @throws ServiceError when it fails
 */
export function performStage(order: PipelineOrder, work: StageWork, code: string): void {
  const environment = environments[work]
  if (environment === undefined) return
  if (order.type === 'Online') putOnline(order, environment)
  else takeOffline(order, environment)
  if (environment === 'Prod') keepSnapshots(order, code)
}
