import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  Application,
  type CommentDisplayPart,
  type Context,
  Converter,
  KindRouter,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
  TSConfigReader,
  TypeDocReader,
} from 'typedoc'
import { entryPoints, projectFolder } from '../../build/entry-points.ts'
import { brokenLinks } from './broken-links.ts'
import { guides, languages, titleOf } from './guides.ts'

const guide = (page: string): string => join(projectFolder, 'docs', page)
/** The section of the navigation a page stands in, by its path. */
const sectionOf = new Map(guides.flatMap(({ title, pages }) => pages.map((page) => [guide(page), title])))
const specifierOf = new Map(entryPoints().map(({ specifier, source }) => [join(projectFolder, source), specifier]))

/** Guides keep the names of their files, so that their addresses stay when a heading is worded anew. */
class GuideRouter extends KindRouter {
  protected override getIdealBaseName(reflection: Reflection): string {
    const path = reflection.isDocument() ? this.application.files.getReflectionPath(reflection) : undefined
    return path === undefined ? super.getIdealBaseName(reflection) : `guides/${basename(path, '.md').toLowerCase()}`
  }
}

/** Names a page by its heading instead of its file, and puts it into its section. */
function placeGuide(app: Application, reflection: Reflection): void {
  if (!reflection.isDocument()) return
  const path = app.files.getReflectionPath(reflection)
  const group = path === undefined ? undefined : sectionOf.get(path)
  const title = titleOf(reflection.content)
  if (group === undefined || title === undefined)
    throw new Error(`${path} is no guide, or has no heading of plain words`)
  reflection.name = title
  reflection.frontmatter['group'] = group
}

/** Names the modules of the reference as they are imported. */
function nameModules(app: Application, project: ProjectReflection): void {
  for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
    const specifier = specifierOf.get(app.files.getReflectionPath(module) ?? '')
    if (specifier === undefined) throw new Error(`${module.name} is no entry of the package`)
    module.name = specifier
  }
}

/** The readme without its heading, which the site shows by itself. */
function withoutHeading([first, ...rest]: readonly CommentDisplayPart[]): CommentDisplayPart[] {
  if (first?.kind !== 'text') throw new Error('the readme begins with its heading')
  return [{ kind: 'text', text: first.text.replace(/^# .+\n+/, '') }, ...rest]
}

/** What TypeDoc makes with the settings of `typedoc.json`, and what is said here of guides. */
async function build(out: string): Promise<boolean> {
  const app = await Application.bootstrapWithPlugins(
    {
      projectDocuments: guides.flatMap(({ pages }) => pages.map(guide)),
      groupOrder: [...guides.map(({ title }) => title), 'Reference', '*'],
      navigation: { includeGroups: true, includeCategories: false, includeFolders: false },
      customCss: join(projectFolder, 'scripts/docs/site/site.css'),
      highlightLanguages: [...languages],
      router: 'guides',
      out,
    },
    [new TypeDocReader(), new TSConfigReader()],
  )
  app.internationalization.addTranslations('en', { kind_plural_module: 'Reference' })
  app.renderer.defineRouter('guides', GuideRouter)
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (...given) => placeGuide(app, given[1]))
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }: Context) => nameModules(app, project))
  const project = await app.convert()
  if (project === undefined) return false
  project.readme = withoutHeading(project.readme ?? [])
  app.validate(project)
  await app.generateDocs(project, out)
  return !app.logger.hasErrors() && !app.logger.hasWarnings()
}

const out = process.argv[2] ?? join(projectFolder, 'docs/api')
rmSync(out, { recursive: true, force: true })
const isClean = await build(out)
const broken = brokenLinks(out)
for (const link of broken) process.stderr.write(`leads nowhere: ${link}\n`)
if (!isClean || broken.length > 0) process.exitCode = 1
