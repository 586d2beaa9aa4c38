import { odpsSql, shell, workflow } from 'flowspec'

const names = ['orders', 'returns', 'visits']
const upstream: string = 'missing'

/** What makes the workflows is called. */
export default async () =>
  names.map((name) =>
    workflow(name)
      .cron('00 02 00 * * ?')
      .nodes(odpsSql(`ods_${name}`).code('select 1'), shell(`tell_${name}`).code('echo $1').after(upstream)),
  )
