import { odpsSql, shell, workflow } from 'flowspec'

const load = odpsSql('load').codeFile(new URL('./sql/load.sql', import.meta.url)).param('day', '$[yyyymmdd-1]')

const pack = shell('pack').codeFile(new URL('./sql/pack.sh', import.meta.url)).after(load)

export default workflow('orders').cron('00 02 00 * * ?').nodes(load, pack)
