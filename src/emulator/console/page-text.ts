import { createHash } from 'node:crypto'
import { escapeXml } from '../../diagnostics/xml-text.ts'

/** Text that is HTML already: what was written here, with everything else in it escaped. */
export interface Markup {
  readonly markup: string
}

type Part = Markup | readonly Markup[] | number | string | undefined

function textOf(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
  return escapeXml(String(part))
}

/** HTML with values put in: escaped, unless they are HTML themselves. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.map((text, at) => text + textOf(parts[at])).join('') }
}

const style = `
:root{color-scheme:light dark;--back:#fff;--line:#d0d7de;--soft:#57606a;--tint:#f6f8fa;--good:#1a7f37;--bad:#cf222e}
@media(prefers-color-scheme:dark){:root{--back:#0d1117;--line:#30363d;--soft:#8b949e;--tint:#161b22;--good:#3fb950;--bad:#f85149}}
*{box-sizing:border-box}
body{background:var(--back);font:14px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1.5rem}
h1{font-size:1.4rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:0}
p{margin:.25rem 0}.soft{color:var(--soft)}
code,td.mono{font-family:ui-monospace,monospace;font-size:.85em;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--soft);font-weight:600}
section>h2{margin-top:0}
section{border:1px solid var(--line);border-radius:8px;padding:1rem;margin:.75rem 0}
summary{cursor:pointer;font-weight:600}summary .soft{font-weight:400}
details{margin:.5rem 0}ul{margin:.25rem 0;padding-left:1.25rem}
.graph{margin:.5rem 0;max-height:32rem;overflow:auto;border-radius:6px}.graph img{display:block}
.tag{border:1px solid var(--line);border-radius:1rem;padding:0 .5rem;font-size:.8rem;color:var(--soft)}
.good{color:var(--good)}.bad{color:var(--bad)}
`

/** What a browser may do with the page: show it, with this style and pictures that stand in it, and nothing else. */
export const contentPolicy: string = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A whole page. */
export function page(title: string, body: Markup): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${{ markup: style }}</style></head>
<body><main>${body}</main></body></html>
`.markup
}
