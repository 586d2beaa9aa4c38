import type { FlowStrategy } from '../../src/language/generated/types.ts'

/** What stands beside a key of a strategy on its page. */
export interface StrategyKeyText {
  /** How builders are given it, where it differs from the key. */
  readonly builder?: string
  /** The unit of a number. */
  readonly unit?: string
  readonly ifLeftOut: string
  /** What the console calls it, in its English and its Chinese documentation. */
  readonly console?: string
}

/** Every key of a strategy: the compiler finds the one that is missing. `recurrence` is that of a node. */
export const strategyKeys: Readonly<Record<keyof FlowStrategy, StrategyKeyText>> = {
  priority: { ifLeftOut: '1', console: 'Priority (优先级)' },
  timeout: {
    builder: '`0`, a duration, or `{ value, unit }`',
    unit: '`timeoutUnit`',
    ifLeftOut: 'no limit of its own',
    console: 'Timeout Definition (超时定义)',
  },
  timeoutUnit: { builder: 'part of `timeout`', ifLeftOut: 'disputed, so builders always write it' },
  instanceMode: { ifLeftOut: '`T+1`', console: 'Instance Generation Mode (实例生成方式)' },
  rerunMode: { ifLeftOut: '`Allowed`', console: 'Rerun (重跑属性)' },
  rerunTimes: {
    ifLeftOut: 'the setting of the workspace',
    console: 'Auto Rerun upon Failure: Retries (出错自动重跑次数)',
  },
  rerunInterval: {
    builder: 'a number, or a duration',
    unit: 'milliseconds',
    ifLeftOut: 'the setting of the workspace',
    console: 'Auto Rerun upon Failure: Interval (出错自动重跑间隔), there in minutes',
  },
  ignoreBranchConditionSkip: { ifLeftOut: 'not documented' },
  priorityWeightStrategy: { ifLeftOut: 'not documented' },
  maxInternalConcurrency: { ifLeftOut: 'no limit' },
  failureStrategy: { ifLeftOut: 'not documented; documents of the service have `Break`' },
  recurrenceType: { ifLeftOut: '`Normal`', console: 'Recurrence (调度类型)' },
}
