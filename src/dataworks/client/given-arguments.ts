import {
  type ArgumentFault,
  type ArgumentKind,
  argumentFault,
  type SettingKinds,
  settingFault,
} from '../../diagnostics/arguments.ts'
import { showType, showValue } from '../../diagnostics/show-value.ts'

/** A text where another thing belongs may be a key that was given in its place. */
export function withoutText(value: unknown): string {
  return typeof value === 'string' ? showType(value) : showValue(value)
}

function refuse(call: string, fault: ArgumentFault | undefined): void {
  if (fault !== undefined) throw new TypeError(`${call}: ${fault.message} ${fault.hint}`)
}

/**
 * Ends a call of the adapter whose argument is not what it takes.
 *
 * @throws TypeError, which names the call and the argument, and no value that could be a secret
 */
export function requireArgument(call: string, argument: string, value: unknown, kind: ArgumentKind): void {
  refuse(call, argumentFault(argument, value, kind, withoutText))
}

/** As {@link requireArgument}, for an object of settings. */
export function requireSettings(call: string, argument: string, given: unknown, kinds: SettingKinds): void {
  refuse(call, settingFault(argument, given, kinds, withoutText))
}

export const signalKind: ArgumentKind = {
  takes: 'an AbortSignal',
  holds: (value) => value instanceof AbortSignal,
}
