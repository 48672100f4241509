import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { iconButton } from './buttons.js';
import { commentsOf } from './comments/fetched.js';
import type { Desk } from './desk.js';
import { type Fetched, type Later, later } from './later.js';
import { observe } from './observe.js';
import type { RegionList } from './regions/region-list.js';
import { relationViews } from './relations/relation-views.js';
import { roveByArrows } from './roving.js';

/** Regions, details and history, one at a time. Where there is no room it is a drawer over the content. */
export function sidePanel(desk: Desk, list: RegionList): TemplateResult | typeof nothing {
  const { texts, tab, tabs } = desk;
  if (tab === undefined || !desk.panelOpen) return nothing;
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !desk.isNarrow) return;
    event.stopPropagation();
    desk.openPanel(false);
  };
  return html`<section part="panel" class="panel" aria-label=${texts.panel} @keydown=${closeOnEscape}>
    <div class="panel-head">
      <div class="tabs" role="tablist" aria-label=${texts.panel} @keydown=${roveByArrows}>${tabs.map(
        (each) => html`<button
          type="button" role="tab" id="tab-${each}" class="tab" aria-controls="tab-body" aria-selected=${each === tab ? 'true' : 'false'}
          tabindex=${each === tab ? 0 : -1} @click=${() => desk.openTab(each)}
        >${texts[each === 'regions' ? 'regionList' : each]}</button>`,
      )}</div>
      ${desk.isNarrow ? iconButton({ label: texts.close, icon: 'x', press: () => desk.openPanel(false) }) : nothing}
    </div>
    <div class="panel-body" role="tabpanel" id="tab-body" aria-labelledby="tab-${tab}">${
      tab === 'regions'
        ? html`${list.template()}${observe(() => relationViews(desk)?.relationList(desk))}<div class="region-fields" ${ref(desk.regionFields)}></div>`
        : observe(() => views[tab](desk))
    }</div>
    <slot name="panel"></slot>
  </section>`;
}

const details = later(() => import('./details/region-details.js'));
const history = later(() => import('./history/history-view.js'));

const detailsOf = (desk: Desk): unknown => shown(desk, details, ({ regionDetails }) => regionDetails(desk));
const historyOf = (desk: Desk): unknown => shown(desk, history, ({ historyView }) => historyView(desk));

const views = {
  details: detailsOf,
  history: historyOf,
  comments: (desk: Desk) => commentsOf(desk) ?? nothing,
} as const;

/** A part of the panel that is fetched when it is first opened. */
function shown<M extends Fetched>(desk: Desk, part: Later<M>, view: (module: M) => TemplateResult): unknown {
  const module = part.of(desk);
  if (module) return view(module);
  part.with(desk, () => {});
  return nothing;
}

/** Opens the details and goes to the note on the selected region. */
export function openNote(desk: Desk): void {
  desk.openPanel(true);
  desk.openTab('details');
  details.with(desk, ({ goToNote }) => goToNote(desk));
}
