import { showError } from '../../diagnostics/show-value.ts'
import type { RequestLog, RequestRecord } from '../server/request-log.ts'
import type { Project } from '../state/project.ts'
import type { Service } from '../state/service.ts'
import { type ProjectView, viewJob, viewPipelineRun, viewProject, type WorkflowView } from '../views.ts'
import { html, type Markup, page } from './page-text.ts'

/** How many of the last calls, jobs and releases are shown. */
const mostRows = 50
/** Workflows with more nodes than this are named and not drawn. */
const mostDrawn = 300
/** So many workflows of a workspace are shown. */
const mostWorkflows = 100

/** Draws a document, as SVG. */
export type Draw = (document: object) => string

function timeText(time: number): string {
  return new Date(time).toISOString().replace('T', ' ').slice(0, 19)
}

function table(head: readonly string[], rows: readonly Markup[]): Markup {
  const cells = head.map((name) => html`<th scope="col">${name}</th>`)
  return rows.length === 0
    ? html`<p class="soft">None yet.</p>`
    : html`<table><thead><tr>${cells}</tr></thead><tbody>${rows}</tbody></table>`
}

function picture({ name, nodes, document }: WorkflowView, draw: Draw): Markup {
  if (nodes.length === 0) return html`<p class="soft">It has no nodes.</p>`
  if (nodes.length > mostDrawn)
    return html`<p class="soft">Its ${nodes.length} nodes are too many to be drawn here.</p>`
  try {
    // A picture in an image runs no scripts, whatever its names are.
    const data: Markup = { markup: Buffer.from(draw(document), 'utf8').toString('base64') }
    const image = html`<img alt="Graph of ${name}" src="data:image/svg+xml;base64,${data}">`
    return html`<div class="graph" role="region" aria-label="Graph of ${name}" tabindex="0">${image}</div>`
  } catch (error) {
    return html`<p class="bad">It cannot be drawn: ${showError(error)}</p>`
  }
}

function workflowPart(workflow: WorkflowView, draw: Draw, isLive: boolean): Markup {
  const { name, id, kind, nodes } = workflow
  const state = isLive ? html` <span class="tag good">published</span>` : undefined
  return html`<details open><summary>${name} <span class="soft">${kind}, ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}</span>${state}</summary>
<p class="soft"><code>${id}</code></p>${picture(workflow, draw)}</details>`
}

function listed(title: string, items: readonly { readonly name: string; readonly id: number | string }[]): Markup {
  if (items.length === 0) return html``
  const rows = items.map(({ name, id }) => html`<li>${name} <code class="soft">${id}</code></li>`)
  return html`<h3>${title}</h3><ul>${rows}</ul>`
}

function projectPart(project: Project, draw: Draw): Markup {
  const view: ProjectView = viewProject(project)
  const { id, identifier, edition, workflows, nodes, resources, functions, components, businesses } = view
  const shown = workflows.slice(0, mostWorkflows).map((one) => {
    return workflowPart(one, draw, project.schedulerIdOf(one.id) !== undefined)
  })
  const rest = workflows.length - shown.length
  const files = [...project.legacy.files.values()].map(({ id: fileId, name }) => ({ id: fileId, name }))
  return html`<section><h2>${identifier} <code class="soft">${id}</code> <span class="tag">${edition === 'new' ? 'new Data Studio' : 'old Data Studio'}</span></h2>
${shown.length === 0 && edition === 'new' ? html`<p class="soft">No workflows.</p>` : shown}
${rest > 0 ? html`<p class="soft">and ${rest} more workflows</p>` : undefined}
${listed('Nodes outside of workflows', nodes)}${listed('Resources', resources)}${listed('Functions', functions)}
${listed('Components', components)}${listed('Business processes', businesses)}${listed('Files', files)}</section>`
}

function callRow({ time, action, version, status, code, isFaulty }: RequestRecord): Markup {
  const isGood = status === 200 && code === undefined
  const outcome = status === undefined ? 'reset' : `${status} ${code ?? ''}`
  return html`<tr><td class="mono">${timeText(time)}</td><td>${action === '' ? 'no operation' : action}</td><td class="soft">${version}</td>
<td class="${isGood ? 'good' : 'bad'}">${outcome}${isFaulty ? ' (fault)' : ''}</td></tr>`
}

function statusCell(status: string): Markup {
  const look = { Success: 'good', Fail: 'bad' }[status] ?? 'soft'
  return html`<td class="${look}">${status}</td>`
}

/** What an emulator holds and was asked, as a page for people. */
export function consolePage(
  service: Service,
  { records, answered }: Pick<RequestLog, 'answered' | 'records'>,
  draw: Draw,
): string {
  service.settle()
  const jobs = [...service.jobs.values()].slice(-mostRows).reverse().map(viewJob)
  const runs = [...service.pipelineRuns.values()].slice(-mostRows).reverse().map(viewPipelineRun)
  const jobRows = jobs.map(
    ({ id, workflowId, status, error }) =>
      html`<tr><td class="mono">${id}</td><td class="mono">${workflowId}</td>${statusCell(status)}<td>${error}</td></tr>`,
  )
  const runRows = runs.map(
    ({ id, status, stages, items }) =>
      html`<tr><td class="mono">${id}</td><td>${items.map(({ name }) => name).join(', ')}</td>${statusCell(status)}
<td>${stages.map((stage) => `${stage.code} ${stage.status}`).join(', ')}</td></tr>`,
  )
  const calls = records.slice(-mostRows).reverse().map(callRow)
  return page(
    'DataWorks emulator',
    html`<h1>DataWorks emulator</h1>
<p class="soft">What it holds and was asked, at ${timeText(service.now())} of its clock. Load the page again for what is new.</p>
${service.projects.map((project) => projectPart(project, draw))}
<h2>Calls</h2><p class="soft">${answered} were answered${answered > mostRows ? `; the last ${calls.length} are shown` : ''}. The last come first.</p>
${table(['Time', 'Operation', 'Version', 'Answer'], calls)}
<h2>Import jobs</h2>${table(['Job', 'Workflow', 'Status', 'Error'], jobRows)}
<h2>Releases</h2>${table(['Run', 'Of', 'Status', 'Stages'], runRows)}`,
  )
}
