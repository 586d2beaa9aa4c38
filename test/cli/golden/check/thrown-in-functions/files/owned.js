import { odpsSql } from 'flowspec'

// JavaScript, of which every Node.js tells the same column: it is loaded as it is.
export function owned(name, owners) {
  const owner = owners.get(name)
  if (owner === undefined) throw new Error(`${name} has no owner`)
  return odpsSql(name).code('select 1').owner(owner)
}
