import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../../scripts/build/entry-points.ts'
import { guides, languageAliases, languages, titleOf } from '../../../scripts/docs/site/guides.ts'

const docs = join(projectFolder, 'docs')
const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !file.startsWith('api'))
  .sort()
const placed = guides.flatMap((section) => section.pages)

describe('the navigation of the site', () => {
  test('has every page once', () => {
    expect(placed.filter((page) => !page.startsWith('../')).sort()).toEqual(pages)
  })

  test('has sections of different names, none of which is empty', () => {
    expect(new Set(guides.map(({ title }) => title)).size).toBe(guides.length)
    expect(guides.filter(({ pages: some }) => some.length === 0)).toEqual([])
  })

  test.each(placed)('shows %s by its heading', (page) => {
    const text = readFileSync(join(docs, page), 'utf8')
    expect(titleOf([{ kind: 'text', text }])).toMatch(/\S/)
  })

  test.each(placed)('shows code of %s in languages that it highlights', (page) => {
    const text = readFileSync(join(docs, page), 'utf8')
    const named = [...text.matchAll(/^ *```([a-z]+)/gm)].map(
      ([, language = '']) => languageAliases[language] ?? language,
    )
    expect(named.filter((language) => language !== 'text' && !languages.includes(language))).toEqual([])
  })

  test('the page of decisions leads to all of them', () => {
    const text = readFileSync(join(docs, 'decisions.md'), 'utf8')
    const linked = [...text.matchAll(/\]\((decisions\/[^)]+)\)/g)].map(([, page]) => page)
    expect(linked.sort()).toEqual(pages.filter((page) => page.startsWith('decisions/')))
  })
})

test.each([
  [[{ kind: 'text', text: '# Schedules\n\nWhen.' }], 'Schedules'],
  [
    [
      { kind: 'text', text: '<!-- Made by ' },
      { kind: 'code', text: '`# no`' },
      { kind: 'text', text: '. -->\n\n# Rules\n' },
    ],
    'Rules',
  ],
  [[{ kind: 'text', text: '## Only a part\n' }], undefined],
  [
    [
      { kind: 'text', text: '# With ' },
      { kind: 'code', text: '`code`' },
    ],
    undefined,
  ],
])('the title of a page, case %#', (parts, title) => {
  expect(titleOf(parts)).toBe(title)
})
