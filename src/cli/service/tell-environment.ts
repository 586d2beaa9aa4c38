import { nearRegion } from '../../dataworks/transport/regions.ts'
import { printable, showValue } from '../../diagnostics/show-value.ts'
import type { CommandCall } from '../command.ts'
import type { FoundConfig } from '../project/find-config.ts'
import { environmentIn } from '../project/read-project.ts'
import { paletteOf } from '../text/palette.ts'

/** Says which environment is meant where the call names none, and the configuration has one alone. */
export function tellEnvironment(found: FoundConfig | undefined, { console, options }: CommandCall): void {
  if (found === undefined || options.text('env') !== undefined) return
  const only = environmentIn(found, undefined)
  if (only !== undefined) console.tell(`Environment ${printable(only)}, the only one of ${printable(found.uri)}.\n`)
}

/** A region that is a slip of a known one: how it is told, and the way out. It may be a new one, so it is never an error. */
export interface DoubtfulRegion {
  readonly says: string
  readonly next: string
}

/** What there is to say of the region of a workspace; undefined of one that is known, or like none that is. */
export function doubtfulRegion({ region }: { readonly region?: string | undefined }): DoubtfulRegion | undefined {
  const near = region === undefined ? undefined : nearRegion(region)
  if (near === undefined) return undefined
  return {
    says: `flowspec knows no region ${showValue(region)}.`,
    next: `Did you mean "${near}"? A new region is taken as it is.`,
  }
}

/** Says that the region of a workspace may be misspelt, before the service is asked. */
export function tellRegion(
  settings: { readonly region?: string | undefined },
  { console }: Pick<CommandCall, 'console'>,
): void {
  const doubt = doubtfulRegion(settings)
  if (doubt === undefined) return
  const sign = paletteOf(console.tellsColors).warning('warning')
  console.tell(`${sign} ${doubt.says}\n  ${doubt.next}\n`)
}
