import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Parser } from 'htmlparser2'

interface Page {
  /** What a link may point to within the page. */
  readonly anchors: ReadonlySet<string>
  readonly links: readonly string[]
}

function readPage(file: string): Page {
  const anchors = new Set<string>()
  const links: string[] = []
  const parser = new Parser({
    onopentag(_name, { id, name, href, src }) {
      for (const anchor of [id, name]) if (anchor !== undefined) anchors.add(anchor)
      for (const link of [href, src]) if (link !== undefined) links.push(link)
    },
  })
  parser.end(readFileSync(file, 'utf8'))
  return { anchors, links }
}

/** The file and the anchor a link leads to; undefined when it leads out of the site. */
function targetOf(page: string, link: string): { readonly file: string; readonly anchor: string } | undefined {
  if (/^[a-z][a-z+.-]*:|^\/\//i.test(link)) return undefined
  const [path = '', anchor = ''] = link.split('#')
  const decoded = decodeURIComponent(path.replace(/\?.*$/, ''))
  return { file: decoded === '' ? page : join(dirname(page), decoded), anchor: decodeURIComponent(anchor) }
}

/** The links of a folder of HTML that lead to no file of it, or to no place in a page: `from.html: link`. */
export function brokenLinks(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
  const pages = new Map(files.filter((file) => file.endsWith('.html')).map((file) => [file, readPage(file)]))
  const broken = new Set<string>()
  for (const [file, { links }] of pages) {
    for (const link of links) {
      const target = targetOf(file, link)
      if (target === undefined) continue
      const outside = relative(folder, target.file).startsWith('..')
      const anchors = pages.get(target.file)?.anchors
      const hasAnchor = target.anchor === '' || anchors === undefined || anchors.has(target.anchor)
      if (outside || !existsSync(target.file) || !hasAnchor) broken.add(`${relative(folder, file)}: ${link}`)
    }
  }
  return [...broken].sort()
}
