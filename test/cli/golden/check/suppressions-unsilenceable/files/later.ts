import { odpsSql, project, workflow } from 'flowspec'

const load = odpsSql('load').code('select 1')

export default project('retail').add(workflow('orders').cron('00 02 00 * * ?').nodes(load))
