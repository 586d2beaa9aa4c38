import { odpsSql, project, workflow } from 'flowspec'

/** Silences a rule that tells of one environment, and one that tells of none. */
const load = (table: string) =>
  odpsSql('load')
    .code(`select '${table}'`)
    .suppress('parameter/undeclared', 'the engine fills names in')
    .suppress('code/comment-semicolon', 'the client takes it')

export default project('retail')
  .environments({ dev: { table: 'orders' }, prod: { table: '${orders}' } })
  .add(({ table }) => workflow('orders').cron('00 02 00 * * ?').nodes(load(table)))
