import { odpsSql, workflow } from 'flowspec'

/** In a project there may be what it silences. */
const load = odpsSql('load').code('select 1').suppress('parameter/undeclared', 'the engine fills names in')

export const orders = workflow('orders').cron('00 02 00 * * ?').nodes(load)
