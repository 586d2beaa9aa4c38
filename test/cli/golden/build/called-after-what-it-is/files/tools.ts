import { fileResource, odpsSql, project, standalone, udf } from 'flowspec'

const jar = fileResource('text-tools.jar')
const clean = udf('clean_text').className('com.example.text.Clean').resources(jar)
const notes = standalone(odpsSql('ods_notes').code('select clean_text(note) from notes').functions(clean))

export default project('retail')
  .defaults({ owner: '1107550004253538', datasource: 'odps_first' })
  .add(jar, clean, notes.ofKind('ManualNode'))
