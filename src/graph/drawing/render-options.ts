import { type ArgumentKind, boolean, checkSettings, oneOf, type SettingKindsOf } from '../../diagnostics/arguments.ts'

/** Where the arrows point: from left to right, from right to left, downwards, upwards. */
export type RenderDirection = 'LR' | 'RL' | 'TB' | 'BT'

/** A direction is written into pictures as it is. */
export const renderDirection: ArgumentKind = /* @__PURE__ */ oneOf('LR', 'RL', 'TB', 'BT')

export const renderKinds: SettingKindsOf<RenderOptions> = {
  direction: renderDirection,
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
 * @throws FlowSpecError for options that are none, such as another direction than the four
 */
export function readRenderOptions(call: string, options: RenderOptions): Required<RenderOptions> {
  checkSettings(call, 'options', options, renderKinds)
  const { direction = 'LR', commands = true, externals = true, variables = false } = options
  return { direction, commands, externals, variables }
}
