import { fileResource, odpsSql, project, workflow } from 'flowspec'

const jar = fileResource('mask.jar').type('jar')
const orders = workflow('orders').cron('00 00 02 * * ?').nodes(odpsSql('ods').code('select phone from orders'))

export default project('dw_project').add(jar, orders)
