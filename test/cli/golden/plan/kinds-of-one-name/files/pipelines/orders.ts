import { manualWorkflow, odpsSql, workflow } from 'flowspec'

export const daily = workflow('orders').cron('00 30 02 * * ?').nodes(odpsSql('ods_orders').code('select 1'))
export const byHand = manualWorkflow('orders').nodes(odpsSql('repair').code('select 1'))
