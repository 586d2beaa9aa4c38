import { type CheckOptions, judgingKinds, type Suppression, suppressionFaults } from '../check/check-options.ts'
import { checkSuppressions } from '../check/engine/suppression.ts'
import { withoutText } from '../dataworks/client/given-arguments.ts'
import {
  type ArgumentKind,
  fields,
  judgeSettings,
  object,
  type SettingKindsOf,
  tellsOf,
} from '../diagnostics/arguments.ts'
import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { showValue } from '../diagnostics/show-value.ts'
import { ConfigError, type ConfigFault } from './config-error.ts'
import { type EnvironmentSettings, judgeEnvironment } from './environment-settings.ts'
import type { ProjectInput } from './project-input.ts'

/** What a file `flowspec.config.ts` says: what is deployed, and where to. */
export interface Config<Name extends string = string> {
  /** What is deployed. A path counts from the folder of the configuration. */
  readonly project: ProjectInput
  /** The environments by their names; each is a workspace. */
  readonly environments: Readonly<Record<Name, EnvironmentSettings>>
  /** Severities of rules, or `off`; rules that are not named keep their own. */
  readonly rules?: CheckOptions['rules'] | undefined
  /** Rules of the team's own, which run beside those of the catalogue. */
  readonly custom?: CheckOptions['custom'] | undefined
  /**
   * What stays silent in every document of the project, each with a reason, as for `checkSpec`: a rule, or a rule of the
   * nodes of a name. Builders silence rules of their own.
   */
  readonly suppress?: CheckOptions['suppress'] | undefined
}

const projectKind: ArgumentKind = {
  takes: 'a project, a workflow, a list of these, a function that makes one, or the path of a module that exports one',
  holds: (value) =>
    typeof value === 'function' ||
    value instanceof Promise ||
    value instanceof URL ||
    object.holds(value) ||
    (typeof value === 'string' && value.trim() !== ''),
}

const configKinds: SettingKindsOf<Config> = { project: projectKind, environments: fields, ...judgingKinds }

/** Names stand in commands and in names of files. */
const environmentName = /^[A-Za-z0-9][\w.-]*$/

function judgeEnvironments(environments: Readonly<Record<string, EnvironmentSettings>>): readonly ConfigFault[] {
  const all = Object.entries(environments)
  if (all.length === 0) {
    const hint = 'Give one, such as prod: { projectId, region }.'
    return [{ setting: ['environments'], message: 'config.environments names none.', hint }]
  }
  return all.flatMap(([name, settings]) => {
    const setting = ['environments', name]
    if (!environmentName.test(name)) {
      const message = `config.environments has ${showValue(name)}.`
      return [{ setting, message, hint: 'Give a name such as prod.' }]
    }
    return judgeEnvironment(`config.environments.${name}`, settings, setting)
  })
}

/** What is wrong with what a configuration silences: the keys that nothing reads, a rule there is not, a missing reason. */
function judgeSuppressions(suppress: readonly Suppression[]): readonly ConfigFault[] {
  const ofKeys = suppressionFaults('config.suppress', suppress)
  return [...suppress].flatMap((one, at) => {
    const setting = ['suppress', String(at)]
    const faults = ofKeys[at] ?? []
    if (faults.length > 0) {
      return faults.map(({ key, message, hint }) => ({
        setting: [...setting, ...(key === undefined ? [] : [key])],
        message,
        hint,
      }))
    }
    return checkSuppressions([one]).map(({ rule, message, hint = '' }) => {
      const key = rule === 'suppression/missing-reason' ? 'reason' : 'rule'
      return { setting: [...setting, key], message: `config.suppress[${at}]: ${message}`, hint }
    })
  })
}

/**
 * Judges a configuration that somebody wrote.
 *
 * @throws ConfigError with every setting that is wrong
 */
export function requireConfig(call: string, config: Config): void {
  const { usable, faults: ofKeys } = judgeSettings('config', config, configKinds, withoutText)
  const faults: ConfigFault[] = ofKeys.map(({ key, message, hint }) => {
    return { setting: key === undefined ? [] : [key], message, hint }
  })
  for (const key of ['project', 'environments'] as const) {
    if (usable[key] !== undefined || tellsOf(ofKeys, key)) continue
    faults.push({ setting: [], message: `config has no ${key}.`, hint: `Give ${configKinds[key].takes}.` })
  }
  faults.push(...judgeSuppressions(usable.suppress ?? []))
  if (usable.environments !== undefined) faults.push(...judgeEnvironments(usable.environments))
  if (faults.length > 0) throw new ConfigError(call, { faults })
}

/** @throws TypeError for an environment that the configuration does not have */
export function settingsOf(call: string, { environments }: Config, name: unknown): EnvironmentSettings {
  const found = typeof name === 'string' && Object.hasOwn(environments, name) ? environments[name] : undefined
  if (found !== undefined) return found
  const names = Object.keys(environments)
  const near = didYouMean(String(name), names)
  const way = near === undefined ? `There are: ${names.join(', ')}.` : `Did you mean "${near}"?`
  throw new TypeError(`${call}: name is ${showValue(name)}, and the configuration has no such environment. ${way}`)
}

function copiedSettings(settings: EnvironmentSettings): EnvironmentSettings {
  return Object.freeze({ ...settings })
}

/** What is given stays its caller's, who may change it. */
function copied<Name extends string>(given: Config<Name>['environments']): Config<Name>['environments'] {
  const environments: Record<Name, EnvironmentSettings> = { ...given }
  for (const name in environments) environments[name] = copiedSettings(environments[name])
  return Object.freeze(environments)
}

/**
 * Says what is deployed and where to: the contents of a file `flowspec.config.ts`, which exports it as default.
 *
 * Every environment is a workspace. Its data sources, resource group and pause are put into what is built for it, over the
 * defaults of the project and under those of its workflows; {@link openEnvironment} does that and makes the client.
 *
 * @param config - the project and its environments
 * @returns the same, frozen
 * @throws TypeError that names every setting that is wrong: one that nothing reads or that is of another type, a region that is
 * none, an endpoint that is not https, a type of data source that no node runs on, or a rule that is silenced without a reason
 *
 * @example
 * ```ts
 * import { odpsSql, project, workflow } from 'flowspec'
 * import { defineConfig } from 'flowspec/config'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
 *
 * export default defineConfig({
 *   project: project('retail').add(orders),
 *   environments: {
 *     dev: { projectId: 10001, identifier: 'retail_dev', region: 'cn-shanghai', paused: true },
 *     prod: { projectId: 10000, region: 'cn-shanghai', datasources: { odps: 'odps_prod' } },
 *   },
 * })
 * ```
 */
export function defineConfig<const Name extends string>(config: Config<Name>): Config<Name> {
  requireConfig('defineConfig', config)
  const { environments, suppress } = config
  return Object.freeze({
    ...config,
    environments: copied(environments),
    ...(suppress && { suppress: suppress.map((one) => Object.freeze({ ...one })) }),
  })
}
