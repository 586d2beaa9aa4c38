import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenLinks } from '../../../scripts/docs/site/broken-links.ts'

const folder = mkdtempSync(join(tmpdir(), 'flowspec-site-'))
const page = (body: string): string => `<!doctype html><html><body>${body}</body></html>`

const files: Readonly<Record<string, string>> = {
  'index.html': page(`<a href="guides/a.html">a</a> <a href="guides/a.html#top">top</a> <a href="#here">here</a>
    <h1 id="here">Here</h1> <img src="media/p.svg"> <a href="https://example.com/x#y">out</a> <a href="mailto:me@example.com">me</a>
    <a href="guides/with%20space.html?x=1#%E4%B8%AD">encoded</a>`),
  'guides/a.html': page(`<a name="top"></a> <a href="../index.html#here">up</a> <a href="gone.html">gone</a>
    <a href="../index.html#nowhere">nowhere</a> <img src="../media/gone.svg"> <a href="../../outside.html">outside</a>
    <a href="#missing">missing</a> <code>&lt;a href="not-a-link.html"&gt;</code> <!-- <a href="comment.html"> -->`),
  'guides/with space.html': page('<h2 id="中">中</h2>'),
  'media/p.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

beforeAll(() => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

test('links of a site that lead nowhere are found, and no others', () => {
  expect(brokenLinks(folder)).toEqual(
    [
      'guides/a.html: #missing',
      'guides/a.html: ../../outside.html',
      'guides/a.html: ../index.html#nowhere',
      'guides/a.html: ../media/gone.svg',
      'guides/a.html: gone.html',
    ].sort(),
  )
})
