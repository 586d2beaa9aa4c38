import { manualWorkflow, shell } from 'flowspec'

export default manualWorkflow('clean_up').nodes(shell('remove').code('rm -r old'))
