import type { ReleaseEnvironment } from '../../state/releases.ts'
import type { Call } from '../call.ts'

/** The environment that a call names in a parameter; production when it names none. */
export function environmentOf({ parameters }: Call, parameter: string): ReleaseEnvironment {
  return parameters.word(parameter, ['Dev', 'Prod']) === 'Dev' ? 'Dev' : 'Prod'
}
