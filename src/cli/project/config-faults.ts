import { existsSync } from 'node:fs'
import type { ConfigFault } from '../../config/config-error.ts'
import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { isRecord, itemsOf, readText } from '../../document/json/records.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { FaultsError } from '../sources/faults-error.ts'
import { placeOfKeys } from '../sources/key-places.ts'
import { FileTexts, withoutPlaces } from '../sources/place-diagnostics.ts'
import { shownPath } from '../sources/source-files.ts'
import type { PlacedDiagnostic } from '../text/diagnostics-text.ts'

/** A configuration by its file. */
export interface ConfigFile {
  readonly path: string
  /** As it is shown. */
  readonly uri: string
}

function isFault(value: unknown): value is ConfigFault {
  return readText(value, 'message') !== undefined && isRecord(value) && Array.isArray(value['setting'])
}

/** What is wrong with a configuration, from the error that tells of it; the library that threw it may be another copy. */
export function configFaultsOf(error: unknown): readonly ConfigFault[] {
  if (!(error instanceof Error) || error.name !== 'ConfigError' || !('faults' in error)) return []
  return itemsOf(error.faults).filter(isFault)
}

/** The text of a configuration, and where its settings stand in it. */
export class ConfigText {
  readonly #file: ConfigFile
  readonly #text: string | undefined

  constructor(file: ConfigFile) {
    this.#file = file
    this.#text = new FileTexts().textOf(file.path)
  }

  /** A diagnostic at the key that a setting stands under, or at the keys around it; a setting of another file has no place. */
  placed(diagnostic: PlacedDiagnostic['diagnostic'], setting: readonly string[]): PlacedDiagnostic {
    const { uri } = this.#file
    const others = withoutPlaces(diagnostic)
    const found = this.#text === undefined ? undefined : placeOfKeys(this.#text, setting)
    if (found === undefined) return { diagnostic: others, uri }
    const place = { ...found, file: uri }
    return { diagnostic: { ...others, source: place }, uri, place, ...(this.#text && { text: this.#text }) }
  }
}

/** The error of a configuration that cannot be used, with the lines of its settings. */
export function faultyConfig(faults: readonly ConfigFault[], file: ConfigFile, cause?: unknown): FaultsError {
  const text = new ConfigText(file)
  const placed = faults.map(({ setting, message, hint }) => {
    const parts = { rule: 'settings/config', severity: 'error', message, path: '' } as const
    return text.placed(createDiagnostic(hint === '' ? parts : { ...parts, hint }), setting)
  })
  return new FaultsError(placed, { cause })
}

/** @throws FaultsError when the module is not there that a configuration names as its project */
export function requireModule(path: string, file: ConfigFile, { cwd }: Pick<CommandConsole, 'cwd'>): void {
  if (existsSync(path)) return
  const message = `config.project names ${shownPath(path, cwd)}, and there is no such file.`
  throw faultyConfig(
    [{ setting: ['project'], message, hint: 'Paths count from the folder of the configuration.' }],
    file,
  )
}
