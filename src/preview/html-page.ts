import { escapeXml } from '../diagnostics/xml-text.ts'
import { drawElements } from '../graph/svg/draw-diagram.ts'
import { graphLineNames } from '../graph/svg/graph-diagram.ts'
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

const escapes: ReadonlyMap<string, string> = new Map(
  ['<', '>', '&', '\u2028', '\u2029'].map((character) => [
    character,
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ]),
)

/** Data as JSON that can stand in an element of HTML: no text in it can end the element. */
export function jsonText(data: unknown): string {
  return JSON.stringify(data).replaceAll(/[<>&\u2028\u2029]/g, (character) => escapes.get(character) ?? '')
}

function tool(id: string, label: string, shown: string): string {
  return `<button type="button" id="${id}" aria-label="${label}" title="${label}">${shown}</button>`
}

/** The text of a page. */
export function htmlPage({ diagram, data }: Page): string {
  const { width, height, elements } = drawElements(diagram, 'LR', graphLineNames)
  const title = escapeXml(data.title)
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
    '<div class="search"><label class="hidden" for="search">Search nodes and workflows</label>',
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
    '<section id="view" aria-label="Graph">',
    `<svg xmlns="http://www.w3.org/2000/svg" id="graph" class="fs-graph-light" role="group" aria-label="Graph of ${title}" viewBox="0 0 ${width} ${height}">`,
    ...elements,
    '</svg>',
    '</section>',
    '<aside id="details" aria-label="Details" tabindex="0"></aside>',
    '</main>',
    `<script type="application/json" id="data">${jsonText(data)}</script>`,
    `<script>${pageScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
