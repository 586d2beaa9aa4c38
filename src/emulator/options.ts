import {
  type ArgumentKind,
  anything,
  boolean,
  fields,
  name,
  type SettingKindsOf,
  settingFault,
  step,
  text,
} from '../diagnostics/arguments.ts'
import { showValue } from '../diagnostics/show-value.ts'
import { usualKey } from './recognition.ts'
import { type Fault, faultProblems } from './server/faults.ts'
import type { EmulatorQuota } from './server/quota.ts'
import type { Edition, ProjectSettings } from './state/project.ts'
import type { NodeNameScope, ServiceSettings } from './state/service.ts'
import { isServiceId } from './state/service-id.ts'
import type { JobDuration } from './state/timed-work.ts'
import type { AccessKey } from './wire/authenticator.ts'

/** A data source of a workspace. */
export interface EmulatorDatasource {
  readonly name: string
  /** Such as `odps`. */
  readonly type: string
}

/** A workspace of the emulator. */
export interface EmulatorProject {
  /** Workspace id, in digits. */
  readonly id: string | number | bigint
  /** The English name; outputs begin with it, and the root's output is `<identifier>_root`. */
  readonly identifier: string
  /**
   * Which Data Studio the workspace uses: `new` (the default) takes FlowSpec operations, `legacy` business processes.
   */
  readonly edition?: Edition
  /**
   * `simple` (the default), or `standard`: with a development environment, which a release goes through before it gets to
   * production.
   */
  readonly mode?: 'simple' | 'standard'
  /** Whether a release to production waits until {@link Emulator.review} says that somebody agrees. Default false. */
  readonly approval?: boolean
  /** Default: `odps_first`, of type `odps`. */
  readonly datasources?: readonly EmulatorDatasource[]
  /** Outputs that exist besides those of workflows kept here, such as ones of other workspaces. */
  readonly outputs?: readonly string[]
}

/** How an emulator is to be. */
export interface EmulatorOptions {
  /** Default: `10000`, `dw_project`, with the new Data Studio, and `20000`, `dw_legacy`, with the legacy one. */
  readonly projects?: readonly EmulatorProject[]
  /** The access key that requests must be signed with; default a made-up one. With a token, STS is required. */
  readonly credentials?: AccessKey
  /** TCP port; default 0, a free one. */
  readonly port?: number
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  readonly now?: () => number
  /** The account that calls, as digits; default a made-up one. It owns what names no owner. */
  readonly owner?: string
  /**
   * Whether ids of workflows and nodes are bare JSON integers, as they were in 2025, instead of texts. A client that
   * reads them as JavaScript numbers loses digits. Default false.
   */
  readonly idsAsNumbers?: boolean
  /**
   * How long an import takes: a number of GetJobStatus answers that still say `Running`, or milliseconds of the clock.
   * Its effect can be seen when it is over. Default `{ polls: 1 }`.
   */
  readonly jobDuration?: JobDuration
  /**
   * Where two nodes must not have one name: in a workspace, as is documented (the default), or in a workflow, as
   * recorded answers suggest.
   */
  readonly uniqueNodeNames?: NodeNameScope
  /** How many calls are answered in a second and a day; all when left out. */
  readonly quota?: EmulatorQuota
  /**
   * How long lists do not show what is new, in milliseconds of the clock: the service's lists may lag behind. Default 0.
   */
  readonly listDelay?: number
  /**
   * A folder that keeps what is done: an emulator that is started there again, with the same workspaces, has all of it. It holds
   * documents and no access key, and grows with every call. Default: nothing is kept.
   */
  readonly folder?: string
  /** What is to go wrong, in this order. */
  readonly faults?: readonly Fault[]
}

const projectsKind: ArgumentKind = {
  takes: 'a list of { id, identifier }',
  holds: (value) => Array.isArray(value) && Array.from<unknown>(value).every(fields.holds),
}

const faultsKind: ArgumentKind = {
  takes: 'a list of faults, such as { action, status, code }',
  holds: (value) => Array.isArray(value) && Array.from<unknown>(value).every(fields.holds),
}

const optionKinds: SettingKindsOf<EmulatorOptions> = {
  projects: projectsKind,
  credentials: { ...fields, isSecret: true },
  port: anything,
  now: step,
  owner: text,
  idsAsNumbers: boolean,
  jobDuration: fields,
  uniqueNodeNames: text,
  quota: fields,
  listDelay: anything,
  folder: name,
  faults: faultsKind,
}

const defaultProjects: readonly EmulatorProject[] = [
  { id: '10000', identifier: 'dw_project', edition: 'new' },
  { id: '20000', identifier: 'dw_legacy', edition: 'legacy' },
]

const defaultOwner = '1107550004253538'

/** Options with every default filled in. */
interface EmulatorSettings {
  readonly service: ServiceSettings
  readonly credentials: AccessKey
  readonly port: number
}

function readProject(project: EmulatorProject): ProjectSettings {
  const { id, identifier, edition = 'new', mode = 'simple', approval = false, outputs = [] } = project
  const { datasources = [{ name: 'odps_first', type: 'odps' }] } = project
  // What is no id is told as what it is.
  const digits = typeof id === 'object' || typeof id === 'symbol' ? showValue(id) : String(id)
  return { id: digits, identifier, edition, mode, approval, outputs, datasources }
}

function wordProblems(path: string, value: unknown, words: readonly string[]): string[] {
  const isOne = words.some((word) => word === value)
  return isOne
    ? []
    : [
        `${path} is ${typeof value === 'string' ? value : showValue(value)}; write ${words.map((word) => `"${word}"`).join(' or ')}`,
      ]
}

function projectProblems(projects: readonly ProjectSettings[]): string[] {
  const problems: string[] = []
  const seen = new Set<string>()
  for (const [index, { id, identifier, edition, mode }] of projects.entries()) {
    const path = `projects[${index}]`
    if (!isServiceId(id)) problems.push(`${path}.id is ${id}; write a positive integer in digits`)
    if (identifier === '') problems.push(`${path}.identifier is empty; write the English name of the workspace`)
    problems.push(...wordProblems(`${path}.edition`, edition, ['new', 'legacy']))
    problems.push(...wordProblems(`${path}.mode`, mode, ['simple', 'standard']))
    for (const name of [`id ${id}`, `identifier ${identifier}`]) {
      if (seen.has(name)) problems.push(`${path} has the ${name} of another project; write one of its own`)
      seen.add(name)
    }
  }
  return problems
}

function quotaProblems({ perSecond = 1, perDay = 1, dialect = 'gateway' }: EmulatorQuota): string[] {
  const problems = wordProblems('quota.dialect', dialect, ['gateway', 'dataworks'])
  for (const [name, value] of Object.entries({ perSecond, perDay })) {
    if (!(typeof value === 'number' && value >= 1))
      problems.push(`quota.${name} is ${showValue(value)}; write 1 or more`)
  }
  return problems
}

function optionProblems(options: EmulatorOptions, { credentials, port, service }: EmulatorSettings): string[] {
  const problems = projectProblems(service.projects)
  if (!credentials.accessKeyId) problems.push('credentials.accessKeyId is empty; write any text')
  if (!credentials.accessKeySecret) problems.push('credentials.accessKeySecret is empty; write any text')
  if (credentials.securityToken === '')
    problems.push('credentials.securityToken is empty; write any text, or leave it out')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push(`port is ${showValue(port)}; write an integer between 0 and 65535, 0 for a free one`)
  }
  const [[unit, amount] = ['jobDuration', Number.NaN]] = Object.entries(service.jobDuration)
  if (!(typeof amount === 'number' && amount >= 0)) {
    problems.push(`jobDuration.${unit} is ${showValue(amount)}; write 0 or more`)
  }
  if (!(typeof service.listDelay === 'number' && service.listDelay >= 0)) {
    problems.push(`listDelay is ${showValue(service.listDelay)}; write milliseconds, 0 or more`)
  }
  problems.push(...quotaProblems(options.quota ?? {}))
  for (const [index, fault] of (options.faults ?? []).entries()) {
    problems.push(...faultProblems(fault, `faults[${index}]`))
  }
  return problems
}

/**
 * Fills in the defaults.
 *
 * @throws TypeError naming every option that cannot be
 */
export function readOptions(options: EmulatorOptions): EmulatorSettings {
  const fault = settingFault('options', options, optionKinds)
  if (fault !== undefined) throw new TypeError(`startEmulator: ${fault.message} ${fault.hint}`)
  const settings: EmulatorSettings = {
    credentials: options.credentials ?? usualKey,
    port: options.port ?? 0,
    service: {
      projects: (options.projects ?? defaultProjects).map(readProject),
      now: options.now ?? Date.now,
      idsAsNumbers: options.idsAsNumbers ?? false,
      jobDuration: options.jobDuration ?? { polls: 1 },
      listDelay: options.listDelay ?? 0,
      uniqueNodeNames: options.uniqueNodeNames ?? 'project',
      owner: options.owner ?? defaultOwner,
    },
  }
  const problems = optionProblems(options, settings)
  if (problems.length > 0) throw new TypeError(`The emulator cannot start:\n${problems.join('\n')}`)
  return settings
}
