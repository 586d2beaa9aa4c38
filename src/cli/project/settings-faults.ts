import type { CheckOptions } from '../../check/check-options.ts'
import { checkRuleSettings } from '../../check/engine/severities.ts'
import type { CheckedSource } from '../sources/check-sources.ts'
import { withoutPlaces } from '../sources/place-diagnostics.ts'
import type { PlacedDiagnostic } from '../text/diagnostics-text.ts'
import { ConfigText } from './config-faults.ts'
import type { ReadProject } from './read-project.ts'

/** What says by which settings is checked. */
type JudgedBy = Pick<ReadProject, 'environment' | 'found' | 'paths'>

/** The settings of a check by what is said of them: the keys that lead there. */
function settingsByMessage({ rules = {}, custom = [] }: CheckOptions): ReadonlyMap<string, readonly string[]> {
  const all = Object.entries(rules).flatMap(([name, severity]) => {
    const one = { rules: { [name]: severity }, custom }
    return checkRuleSettings(one).map(({ message }) => [message, ['rules', name]] as const)
  })
  return new Map(all)
}

/** The keys of a configuration that a diagnostic of the check is about; undefined for one about pipelines. */
type SettingOf = (diagnostic: PlacedDiagnostic['diagnostic']) => readonly string[] | undefined

function settingIn({ found, environment, paths }: JudgedBy): SettingOf {
  const { rules, custom, environments } = found?.config ?? {}
  const settings = settingsByMessage({ ...(rules && { rules }), ...(custom && { custom }) })
  // What paths lead to has identifiers of its own, whatever an environment of that name says.
  const isOpened = paths.length === 0 && environment !== undefined
  const hasIdentifier = isOpened && environments?.[environment]?.identifier !== undefined
  return ({ rule, message, path }) => {
    if (rule === 'settings/faulty-rule') return ['custom']
    if (rule.startsWith('settings/')) return settings.get(message) ?? []
    return path === '/identifier' && hasIdentifier ? ['environments', environment, 'identifier'] : undefined
  }
}

/**
 * Tells what is wrong with the settings of a check once and where they are written, in the configuration or in the call:
 * every document is checked by them and says it again.
 */
export function withSettingsOnce(checked: readonly CheckedSource[], judgedBy: JudgedBy): readonly CheckedSource[] {
  const { found } = judgedBy
  const settingOf = settingIn(judgedBy)
  const isOfSettings = ({ diagnostic }: PlacedDiagnostic): boolean => settingOf(diagnostic) !== undefined
  const faults = new Map(
    checked.flatMap(({ found }) =>
      found.filter(isOfSettings).map((placed) => [placed.diagnostic.rule + placed.diagnostic.message, placed]),
    ),
  )
  if (faults.size === 0) return checked
  const text = found === undefined ? undefined : new ConfigText(found)
  const placed = [...faults.values()].map((one): PlacedDiagnostic => {
    const { diagnostic, place } = one
    // A rule that threw is told where it did, in whatever document that was.
    if (diagnostic.rule === 'settings/faulty-rule' && diagnostic.source !== undefined && place?.file !== undefined)
      return { ...one, uri: place.file }
    const setting = settingOf(diagnostic) ?? []
    if (text !== undefined && setting.length > 0) return text.placed(diagnostic, setting)
    // A severity of the call is one in every environment.
    const { environments: _, ...others } = withoutPlaces(diagnostic)
    return { diagnostic: others, uri: '(command line)' }
  })
  const sources = [...new Set(placed.map(({ uri }) => uri))]
  return [
    ...sources.map((uri) => ({ uri, found: placed.filter((one) => one.uri === uri), suppressed: [], unused: [] })),
    ...checked.map((one) => ({ ...one, found: one.found.filter((placed) => !isOfSettings(placed)) })),
  ]
}
