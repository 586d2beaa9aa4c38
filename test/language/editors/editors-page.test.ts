import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../../scripts/build/entry-points.ts'
import { editors, schemaNamedBy } from './editor.ts'

const page = readFileSync(join(projectFolder, 'docs/editors.md'), 'utf8')
const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
const inPackage: string = manifest.exports['./schema.json'].replace(/^\./, 'node_modules/flowspec')

/** The only block of the page in a language. */
function block(language: string): string {
  const found = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, named]) => named === language)
  expect(found).toHaveLength(1)
  return found[0]?.[2] ?? ''
}

test('the settings for VS Code name the schema where the package has it', () => {
  const settings = JSON.parse(block('json'))
  expect(settings['json.schemas'][0].url).toBe(`./${inPackage}`)
  expect(Object.keys(settings['yaml.schemas'])).toEqual([`./${inPackage}`])
})

test('the line of a YAML document leads the server to the schema, and the document is right', async () => {
  const text = block('yaml')
  expect(await schemaNamedBy(text, 'file:///work/orders.yaml')).toBe(`file:///work/${inPackage}`)
  expect(await editors.YAML.faults(text)).toEqual([])
})

test('the page names the file of the package', () => {
  expect(page).toContain(`The file is \`${inPackage}\``)
})
