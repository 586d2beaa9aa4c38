import { type Edit, set, valueAt } from './edit.ts'

/** Lets a node at a JSON Pointer say that it reads or writes a table. */
export function useTable(node: string, group: 'inputs' | 'outputs', guid: string): Edit {
  return (document) => {
    const artifacts = valueAt(document, `${node}/${group}`) ?? {}
    set(`${node}/${group}`, { ...artifacts, tables: [{ guid, artifactType: 'Table' }] })(document)
  }
}
