import type { BuiltinParameter } from './parameter-part.ts'

/** Names that are written with a `$` before them. */
export const plainBuiltins: readonly BuiltinParameter[] = [
  'bizdate',
  'cyctime',
  'gmtdate',
  'bizmonth',
  'jobid',
  'nodeid',
  'taskid',
]

/** Names that are written in braces. */
export const bracedBuiltins: readonly BuiltinParameter[] = ['bdp.system.bizdate', 'bdp.system.cyctime']
