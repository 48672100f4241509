import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Region } from '../../model/document.js';
import type { Json } from '../../model/json.js';
import { actionEntry, possible } from '../action-entry.js';
import { actionButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { closeMenu, menu } from '../menu.js';
import { observe } from '../observe.js';
import { relationViews } from '../relations/relation-views.js';
import { figureChoice } from './figure-choice.js';
import { figureField } from './figure-field.js';

export { details as styles } from './styles.js';

/** What is known of the selected region; of several, what can be done with them. */
export function regionDetails(desk: Desk): TemplateResult {
  const { editor, texts } = desk;
  const regions = editor.selection.ids.flatMap((id) => editor.doc.regions.get(id) ?? []);
  const [first] = regions;
  if (!first) return html`<p class="empty">${texts.nothingSelected}</p>`;
  const alone = regions.length === 1;
  const bar = html`<div class="list-bar"><span class="count">${texts.selectedCount(desk.number(regions.length))}</span>
    ${alone ? shapeMenu(desk) : nothing}${alone ? actionButton(desk, 'relation:start') : nothing}${actionButton(desk, 'hide')}${actionButton(desk, 'lock')}${actionButton(desk, 'delete')}
  </div>`;
  return html`${bar}${alone ? facts(desk, first) : doings(desk)}${observe(() => textDoings(desk))}`;
}

/** What the shape of one region can be made into. */
function shapeMenu(desk: Desk): TemplateResult {
  const entries = () => possible(desk, 'convert:', 'operation:');
  return html`${observe(() =>
    entries().length === 0
      ? nothing
      : menu(
          'shape-menu',
          desk.texts.shape,
          icon('shapes'),
          entries().map((entry) => actionEntry(desk, entry, closeMenu)),
        ),
  )}`;
}

/** What can be done with several regions at once. */
function doings(desk: Desk): TemplateResult {
  const { texts } = desk;
  const group = (title: string, names: readonly string[]) => html`<section role="group" aria-label=${title}>
    <h3>${title}</h3><div class="buttons">${names.map((name) => actionButton(desk, name))}</div></section>`;
  return html`<div class="doings">
    ${group(texts.edit, ['cut', 'copy', 'duplicate', 'isolate'])}
    ${group(texts.align, aligning)}
    ${group(texts.arrange, ['order-front', 'order-forward', 'order-backward', 'order-back', 'nest', 'unnest'])}
    ${group(texts.combine, ['combine-union', 'combine-subtract', 'combine-intersect'])}
    ${observe(() => shapeDoings(desk))}
  </div>`;
}

const shapeDoings = (desk: Desk): TemplateResult | typeof nothing =>
  listed(desk, desk.texts.shape, 'convert:', 'operation:');

/** What can be done with all places of a text that say the same. */
function textDoings(desk: Desk): TemplateResult | typeof nothing {
  const section = listed(desk, desk.texts.sameWords, 'text:');
  return section === nothing ? nothing : html`<div class="doings">${section}</div>`;
}

function listed(desk: Desk, title: string, ...beginnings: readonly string[]): TemplateResult | typeof nothing {
  const entries = possible(desk, ...beginnings);
  if (entries.length === 0) return nothing;
  return html`<section role="group" aria-label=${title}>
    <h3>${title}</h3>${entries.map((entry) => actionEntry(desk, entry))}</section>`;
}

const aligning = [
  'align-left',
  'align-centre',
  'align-right',
  'align-top',
  'align-middle',
  'align-bottom',
  'distribute-across',
  'distribute-down',
];

function facts(desk: Desk, region: Region): TemplateResult {
  const { editor, texts } = desk;
  const { faces } = editor;
  const labels = faces.labels(region);
  const { Text: marked, ...figures } = faces.details(region);
  return html`${keyed(
    region.id,
    html`<dl class="facts">
    ${fact(
      texts.labels,
      labels.length === 0
        ? html`<span class="muted">${texts.noLabel}</span>`
        : labels.map(
            ({ name, colour }) =>
              html`<span class="label"><i class="dot" .style=${`background: ${colour}`}></i>${name}</span>`,
          ),
    )}
    ${typeof marked === 'string' ? fact(texts.text, html`<q class="quote">${marked}</q>`) : nothing}
    ${region.shape === 'opaque' ? fact(faces.text(region), texts.unreadable) : nothing}
    ${Object.entries(figures).map(([name, value]) => {
      const field =
        typeof value === 'number'
          ? (figureChoice(desk, region, name, value) ?? figureField(desk, region, name, value))
          : undefined;
      const [bare, unit] = inUnits(name);
      return field ? fact(name, field) : fact(bare, html`${figure(value, desk)}${unit && ` ${unit}`}`);
    })}
    ${region.itemIndex === undefined ? nothing : fact(texts.page, desk.number(region.itemIndex + 1))}
    ${region.score === undefined ? nothing : fact(texts.score, desk.percent(region.score))}
    ${
      region.origin === undefined || region.origin === 'manual'
        ? nothing
        : fact(texts.origin, region.origin === 'prediction' ? texts.prediction : texts.predictionChanged)
    }
    ${relationViews(desk)?.relationFacts(desk, region) ?? nothing}
    ${fact(texts.id, html`<code>${region.id}</code>`)}
  </dl>`,
  )}`;
}

const fact = (name: string, value: unknown): TemplateResult => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** `Area (px)` is an area in pixels. */
function inUnits(name: string): readonly [bare: string, unit: string] {
  const [, bare = name, unit = ''] = /^(.*) \((.+)\)$/.exec(name) ?? [];
  return [bare, unit];
}

function figure(value: Json | undefined, desk: Desk): string {
  if (typeof value === 'number') return desk.number(value);
  if (typeof value === 'boolean') return value ? desk.texts.yes : desk.texts.no;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
