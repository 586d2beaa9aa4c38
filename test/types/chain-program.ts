/** The text of a program that builds a workflow of a chain of nodes, five builder calls each, in one call of `nodes`. */
export function chainProgram(length: number): string {
  const nodes = Array.from({ length }, (_, at) => {
    const after = at === 0 ? ".reads('odps.p.t')" : `.after(n${at - 1})`
    return `const n${at} = odpsSql('n${at}').owner('1').code('select 1').param('a', 'b').datasource('d')${after}`
  })
  const names = Array.from({ length }, (_, at) => `n${at}`)
  const imports = "import { odpsSql, workflow } from 'flowspec'"
  return [imports, ...nodes, `export const built: unknown = workflow('w').nodes(${names.join(', ')})`].join('\n')
}
