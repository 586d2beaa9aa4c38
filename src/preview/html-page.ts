import { escapeCharacter } from '../diagnostics/show-value.ts'
import { escapeXml } from '../diagnostics/xml-text.ts'
import type { Diagram } from '../graph/layout/diagram.ts'
import { drawElements } from '../graph/svg/draw-diagram.ts'
import { graphLineNames } from '../graph/svg/graph-diagram.ts'
import type { LineNames } from '../graph/svg/legend.ts'
import { lineageLineNames } from '../sql/lineage/lineage-diagram.ts'
import type { Page } from './data/page-of.ts'
import { pageHashes, pageScript, pageStyle } from './generated/page-texts.ts'

/**
 * What a page may load and run: its own script and style, known by their hashes, and nothing else. No text of a document
 * could run, even if one got into the page as an element.
 */
const policy = [
  "default-src 'none'",
  `script-src '${pageHashes.script}'`,
  `style-src '${pageHashes.style}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Data as JSON that can stand in an element of HTML: no text in it can end the element. */
function jsonText(data: unknown): string {
  return JSON.stringify(data).replaceAll(/[<>&\u2028\u2029]/g, escapeCharacter)
}

function tool(id: string, label: string, shown: string): string {
  return `<button type="button" id="${id}" aria-label="${label}" title="${label}">${shown}</button>`
}

/** A picture that the page lets people walk through. */
interface Picture {
  readonly id: 'graph' | 'lineage'
  readonly diagram: Diagram
  readonly lines: LineNames
  /** What it is called beside the other one. */
  readonly tab: string
  /** What it shows, for those who do not see it. */
  readonly label: string
  /** What is said where it does not show all; else the empty text. */
  readonly limit: string
}

function pictureElement({ id, diagram, lines, label }: Picture): string[] {
  const { width, height, elements } = drawElements(diagram, 'LR', lines)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" class="picture fs-graph-light" role="group" aria-label="${label}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    ...elements,
    '</svg>',
  ]
}

/** The parts of the page that hold the pictures: where there are several, one is seen at a time. */
function views(pictures: readonly Picture[]): string[] {
  const [first] = pictures
  if (first !== undefined && pictures.length === 1)
    return ['<section class="view" aria-label="Graph">', ...pictureElement(first), '</section>']
  return pictures.flatMap((picture) => [
    `<section class="view" id="view-${picture.id}" role="tabpanel" aria-labelledby="tab-${picture.id}"${picture === first ? '' : ' hidden'}>`,
    ...(picture.limit === '' ? [] : [`<p class="limit">${escapeXml(picture.limit)}</p>`]),
    ...pictureElement(picture),
    '</section>',
  ])
}

function tabs(pictures: readonly Picture[]): string[] {
  if (pictures.length === 1) return []
  const buttons = pictures.map(({ id, tab }, at) => {
    const state = at === 0 ? 'aria-selected="true"' : 'aria-selected="false" tabindex="-1"'
    return `<button type="button" role="tab" id="tab-${id}" aria-controls="view-${id}" ${state}>${tab}</button>`
  })
  return ['<div class="tabs" role="tablist" aria-label="Picture">', ...buttons, '</div>']
}

function picturesOf({ diagram, lineage, lineageLimit, data }: Page): readonly Picture[] {
  const title = escapeXml(data.title)
  const graph: Picture = {
    ...{ id: 'graph', diagram, lines: graphLineNames },
    ...{ tab: 'Graph', label: `Graph of ${title}`, limit: '' },
  }
  if (lineage === undefined) return [graph]
  const label = `Tables of ${title} and the nodes between them`
  const lines = lineageLineNames
  return [graph, { id: 'lineage', diagram: lineage, lines, tab: 'Lineage', label, limit: lineageLimit }]
}

/** The text of a page. */
export function htmlPage(page: Page): string {
  const { data } = page
  const title = escapeXml(data.title)
  const pictures = picturesOf(page)
  const found = pictures.length === 1 ? 'nodes and workflows' : 'nodes, workflows and tables'
  return [
    '<!doctype html>',
    '<html lang="en" data-theme="light">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="flowspec">',
    `<title>${title}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    '<header class="bar">',
    `<h1>${title}</h1>`,
    '<p id="summary" class="quiet"></p>',
    ...tabs(pictures),
    `<div class="search"><label class="hidden" for="search">Search ${found}</label>`,
    '<input id="search" type="search" role="combobox" autocomplete="off" spellcheck="false" placeholder="Search ( / )" aria-autocomplete="list" aria-expanded="false" aria-controls="found">',
    '<ul id="found" role="listbox" aria-label="Found" hidden></ul></div>',
    '<div class="tools" role="group" aria-label="View">',
    tool('home', 'Overview', 'Overview'),
    tool('zoom-out', '− zoom out', '−'),
    tool('zoom-in', '+ zoom in', '+'),
    tool('zoom-fit', 'Fit: show all', 'Fit'),
    '<button type="button" id="theme" aria-pressed="false">Dark</button>',
    '</div>',
    '</header>',
    '<main>',
    ...views(pictures),
    '<aside id="details" aria-label="Details" tabindex="0"></aside>',
    '</main>',
    `<script type="application/json" id="data">${jsonText(data)}</script>`,
    `<script>${pageScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
