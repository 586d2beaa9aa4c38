import { type ArgumentKind, oneOf } from '../../diagnostics/arguments.ts'
import { fontSizes } from '../layout/box-look.ts'
import type { LineKind, Tone } from '../layout/diagram.ts'

/** Light, dark, or as the surroundings of the picture are. */
export type SvgTheme = 'auto' | 'light' | 'dark'

/** What a setting for the theme takes. */
export const svgTheme: ArgumentKind = /* @__PURE__ */ oneOf<SvgTheme>('auto', 'light', 'dark')

interface Palette {
  readonly back: string
  readonly frame: string
  readonly frameLine: string
  readonly box: string
  readonly boxLine: string
  readonly text: string
  readonly quiet: string
  readonly lines: Readonly<Record<LineKind, string>>
  readonly tones: Readonly<Record<Tone, string>>
}

const light: Palette = {
  back: '#ffffff',
  frame: '#f6f8fa',
  frameLine: '#d1d9e0',
  box: '#ffffff',
  boxLine: '#c8d1da',
  text: '#1f2328',
  quiet: '#59636e',
  lines: { normal: '#6e7781', previous: '#8250df', cross: '#0969da', loose: '#6e7781' },
  tones: {
    maxcompute: '#d4620a',
    hologres: '#0e8a6d',
    hadoop: '#a87900',
    flink: '#c8357f',
    database: '#1f6feb',
    integration: '#0a8aa8',
    algorithm: '#9333c9',
    general: '#57606a',
    control: '#4c53d0',
    outside: '#8c959f',
  },
}

const dark: Palette = {
  back: '#0d1117',
  frame: '#151b23',
  frameLine: '#30363d',
  box: '#1f262f',
  boxLine: '#3d444d',
  text: '#e6edf3',
  quiet: '#9198a1',
  lines: { normal: '#8b949e', previous: '#b083f0', cross: '#58a6ff', loose: '#8b949e' },
  tones: {
    maxcompute: '#f0883e',
    hologres: '#2fbf9b',
    hadoop: '#d6a72b',
    flink: '#ea6aa5',
    database: '#58a6ff',
    integration: '#39c0dc',
    algorithm: '#c38af5',
    general: '#9198a1',
    control: '#8f96f3',
    outside: '#7d8590',
  },
}

const dashes: Readonly<Record<LineKind, string>> = { normal: '', previous: '6 3', cross: '', loose: '2 3' }

/** What a picture has of each, so that it brings no style for more. */
export interface Looks {
  readonly tones: ReadonlySet<Tone>
  readonly kinds: ReadonlySet<LineKind>
}

/** The entries of a table that a picture needs. */
function used<Key extends string>(table: Readonly<Record<Key, string>>, keys: ReadonlySet<Key>): [Key, string][] {
  return [...keys].sort().map((key) => [key, table[key]])
}

function colours(root: string, palette: Palette, looks: Looks): string {
  const { back, frame, frameLine, box, boxLine, text, quiet, lines, tones } = palette
  const rules = [
    `.fs-back{fill:${back}}`,
    `.fs-frame{fill:${frame};stroke:${frameLine}}`,
    `.fs-box{fill:${box};stroke:${boxLine}}`,
    `.fs-name,.fs-title{fill:${text}}`,
    `.fs-detail{fill:${quiet}}`,
    `.fs-label{fill:${quiet}}`,
    `.fs-ground{fill:${frame}}`,
    ...used(lines, looks.kinds).flatMap(([kind, colour]) => [
      `.fs-line.fs-${kind}{stroke:${colour}}`,
      `.fs-head.fs-${kind}{fill:${colour}}`,
    ]),
    ...used(tones, looks.tones).flatMap(([tone, colour]) => [
      `.fs-bar.fs-${tone}{fill:${colour}}`,
      `.fs-rim.fs-${tone}{stroke:${colour}}`,
    ]),
  ]
  return rules.map((rule) => rule.replaceAll(/(^|,)\./g, `$1${root} .`)).join('\n')
}

const fonts =
  "ui-sans-serif,system-ui,-apple-system,'Segoe UI','Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"

/** The class of the root of a picture: pictures of several themes may stand on one page. */
export function themeClass(theme: SvgTheme): string {
  return `fs-graph-${theme}`
}

/** The style of a picture. Plain rules, since not every program that shows SVG knows variables. */
export function pictureStyle(theme: SvgTheme, looks: Looks): string {
  const root = `.${themeClass(theme)}`
  const shapes = [
    `${root}{font-family:${fonts}}`,
    `${root} .fs-frame,${root} .fs-box{stroke-width:1}`,
    `${root} .fs-rim{fill:none;stroke-width:1.5}`,
    `${root} .fs-name{font-size:${fontSizes.name}px;font-weight:600}`,
    `${root} .fs-title{font-size:${fontSizes.title}px;font-weight:600}`,
    `${root} .fs-detail{font-size:${fontSizes.detail}px;font-weight:400}`,
    `${root} .fs-label{font-size:${fontSizes.label}px;text-anchor:middle}`,
    `${root} .fs-line{fill:none;stroke-width:1.4}`,
    `${root} .fs-dashed{stroke-dasharray:4 3}`,
    ...used(dashes, looks.kinds).flatMap(([kind, dash]) =>
      dash === '' ? [] : [`${root} .fs-line.fs-${kind}{stroke-dasharray:${dash}}`],
    ),
  ].join('\n')
  if (theme !== 'auto') return `${shapes}\n${colours(root, theme === 'dark' ? dark : light, looks)}`
  return `${shapes}\n${colours(root, light, looks)}\n@media (prefers-color-scheme:dark){\n${colours(root, dark, looks)}\n}`
}

/** The keys of a table whose type names all of them. */
function keysOf<Key extends string>(table: Readonly<Record<Key, string>>): ReadonlySet<Key> {
  const keys = new Set<Key>()
  for (const key in table) keys.add(key)
  return keys
}

/** The style of all pictures of a theme, for a page that holds one. */
export function wholeStyle(theme: SvgTheme): string {
  return pictureStyle(theme, { tones: keysOf(light.tones), kinds: keysOf(light.lines) })
}
