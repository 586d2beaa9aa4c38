import { fileResource, odpsSql, project, udf, workflow } from 'flowspec'

const jar = fileResource('mask.jar').type('jar')
const mask = udf('mask').className('com.example.Mask').resources('mask.jar')
const orders = workflow('orders').cron('00 00 02 * * ?').nodes(odpsSql('ods').code('select mask(phone) from orders'))

export default project('dw_project').add(jar, mask, orders)
