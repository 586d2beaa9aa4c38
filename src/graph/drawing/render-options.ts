import { anything, boolean, checkSettings, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import { showValue } from '../../diagnostics/show-value.ts'

/** Where the arrows point: from left to right, from right to left, downwards, upwards. */
export type RenderDirection = 'LR' | 'RL' | 'TB' | 'BT'

const directions: readonly RenderDirection[] = ['LR', 'RL', 'TB', 'BT']

export const renderKinds: SettingKindsOf<RenderOptions> = {
  direction: anything,
  commands: boolean,
  externals: boolean,
  variables: boolean,
}

/** What a picture of a graph shows. */
export interface RenderOptions {
  /** Where the arrows point. Default `LR`, from left to right. */
  readonly direction?: RenderDirection
  /** Whether nodes show their command below their name. Default true. */
  readonly commands?: boolean
  /** Whether what stands outside of the document is drawn. Default true. */
  readonly externals?: boolean
  /** Whether arrows say which variables go along them; those that go along none are dotted. Default false. */
  readonly variables?: boolean
}

/**
 * The options with their defaults.
 *
 * @throws RangeError when the direction is none of the four
 */
export function readRenderOptions(call: string, options: RenderOptions): Required<RenderOptions> {
  checkSettings(call, 'options', options, renderKinds)
  const { direction = 'LR', commands = true, externals = true, variables = false } = options
  // The direction is written as it is, and may come from a program that was not compiled against this type.
  if (!directions.includes(direction)) {
    throw new RangeError(`${call}(): the direction ${showValue(direction)} is none of ${directions.join(', ')}.`)
  }
  return { direction, commands, externals, variables }
}
