import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { deploy } from '../../dataworks/deploy/deploy.ts'
import type { DeployEvent } from '../../dataworks/deploy/deploy-event.ts'
import type { Deployment, DeployOptions } from '../../dataworks/deploy/deploy-options.ts'
import type { Plan } from '../../dataworks/plan/plan-result.ts'
import type { PlanSource } from '../../dataworks/plan/plan-source.ts'
import { writeRecord } from '../../dataworks/plan/record-file.ts'
import { publish } from '../../dataworks/publish/publish.ts'
import type { PublishEvent, PublishedWorkflow } from '../../dataworks/publish/publish-options.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { Progress } from '../console/progress.ts'
import type { Target } from './open-target.ts'
import type { Workspace } from './open-workspace.ts'

function deployWords(event: DeployEvent): string {
  if (event.code === 'validated') return `${event.workflow} is taken by the service`
  if (event.code === 'importing') return `importing ${event.workflow}`
  if (event.code === 'repairing') return `sending ${event.lost} lost parts of ${event.workflow} again`
  if (event.code === 'deployed') return `deployed ${event.workflow}`
  if (event.code === 'changed') return `${event.action} ${event.kind} ${event.name}`
  return event.code
}

const steps: ReadonlySet<DeployEvent['code']> = new Set(['changed', 'deployed', 'repairing'])

/** Deploys, tells of it on the way, and keeps the record. */
export async function deployTarget(
  { environment, record, wait }: Target,
  source: Plan | PlanSource,
  options: Omit<DeployOptions, 'projectId'>,
  console: CommandConsole,
): Promise<Deployment> {
  const { client, projectId } = environment
  const progress = new Progress(console)
  const onProgress = (event: DeployEvent): void => progress.show(deployWords(event), steps.has(event.code))
  try {
    const { signal } = console
    const deployed = await deploy(client, source, { ...options, projectId, wait, onProgress, signal })
    if (record.file !== undefined) {
      mkdirSync(dirname(record.file), { recursive: true })
      await writeRecord(record.file, deployed.record)
    }
    return deployed
  } finally {
    progress.end()
  }
}

/** What is published, and how it is judged. */
export interface Publishing {
  /** The names of the workflows by their ids. */
  readonly workflows: ReadonlyMap<string, string>
  /** Those of them of which nothing was changed: they are left alone where that is published. */
  readonly unchanged: readonly string[]
}

/** Publishes workflows, and tells of it on the way. */
export async function publishWorkflows(
  { client, projectId, wait }: Workspace,
  { workflows, unchanged }: Publishing,
  console: CommandConsole,
): Promise<readonly PublishedWorkflow[]> {
  if (workflows.size === 0) return []
  const progress = new Progress(console)
  const onProgress = ({ workflowId, code, status, stage }: PublishEvent): void => {
    const name = workflows.get(workflowId) ?? workflowId
    if (code === 'over') progress.show(`published ${name}`, true)
    else if (code === 'unchanged') progress.show(`${name} is published as it is`, true)
    else progress.show(`publishing ${name}: ${stage?.name ?? stage?.code ?? code} ${status}`, false)
  }
  try {
    const { signal } = console
    const options = { projectId, workflowIds: [...workflows.keys()], unlessPublished: unchanged }
    return (await publish(client, { ...options, wait, onProgress, signal })).workflows
  } finally {
    progress.end()
  }
}
