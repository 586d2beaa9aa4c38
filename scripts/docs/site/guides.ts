/** A part of the navigation: its title, and its pages in `docs/` in the order they are read. */
export interface GuideSection {
  readonly title: string
  readonly pages: readonly string[]
}

/** What is read first stands first. Every page of `docs/`, from where paths start, stands here once; a test compares the two. */
export const guides: readonly GuideSection[] = [
  {
    title: 'Begin',
    pages: [
      'quick-start.md',
      '../README.zh-CN.md',
      'quick-start.zh-CN.md',
      'what-works-where.md',
      'flowspec-by-example.md',
      'editors.md',
      'faq.md',
    ],
  },
  {
    title: 'Write pipelines',
    pages: [
      'strategy-keys.md',
      'schedules.md',
      'control-structures.md',
      'resources-and-functions.md',
      'projects.md',
      'templates.md',
      'dependencies-from-sql.md',
      'team-helpers.md',
      'pictures.md',
      'import-to-code.md',
      'migrating.md',
    ],
  },
  {
    title: 'Check and test',
    pages: ['checking.md', 'team-rules.md', 'testing-pipelines.md', 'simulation.md', 'emulator.md'],
  },
  {
    title: 'Deploy',
    pages: ['deploy.md', 'environments.md', 'ci.md', 'credentials-and-retries.md', 'old-data-studio.md'],
  },
  {
    title: 'Look up',
    pages: ['command.md', 'rules.md', 'errors.md', 'console-fields.md', 'not-verified.md', '../CHANGELOG.md'],
  },
  {
    title: 'How it is made',
    pages: [
      '../CONTRIBUTING.md',
      'architecture.md',
      'decisions.md',
      'decisions/types-that-know-names.md',
      'decisions/documents-as-builders.md',
      'decisions/builders-are-compared-by-what-they-say.md',
      'decisions/bodies-nested-or-beside.md',
      'decisions/documents-as-code.md',
      'decisions/table-instead-of-compiled-validators.md',
      'decisions/index-of-numbers.md',
      'decisions/rules-share-one-walk.md',
      'decisions/places-of-calls-are-always-kept.md',
      'decisions/late-loading.md',
      'decisions/size-of-the-core.md',
      'decisions/own-transport.md',
      'decisions/reading-sql-with-an-own-reader.md',
      'decisions/simulation-keeps-inferences-apart.md',
      'decisions/layout-of-pictures.md',
      'decisions/pictures-escape-by-number.md',
      'decisions/tests-that-would-notice.md',
    ],
  },
]

/** The languages of code on the pages, as they are highlighted. */
export const languages: readonly string[] = [
  'bash',
  'groovy',
  'javascript',
  'json',
  'mermaid',
  'sql',
  'typescript',
  'yaml',
]

/** How fences call a language, where it is not by its name. */
export const languageAliases: Readonly<Record<string, string>> = { sh: 'bash', ts: 'typescript' }

/** A piece of a page as TypeDoc splits it: text, or code between ticks. */
export interface PagePart {
  readonly kind: string
  readonly text: string
}

/** The heading of a page, which is its title; undefined when it has none, or one with code in it. */
export function titleOf(parts: readonly PagePart[]): string | undefined {
  const found = parts.map(({ kind, text }) => (kind === 'text' ? /(?:^|\n)# ([^\n`]+)\n/.exec(text)?.[1] : undefined))
  return found.find((title) => title !== undefined)
}
