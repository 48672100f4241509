import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { isRevisable, revise } from '../../editor/regions/revise.js';
import type { ControlValue, Region } from '../../model/document.js';
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
import { note } from './note.js';
import { regionAnswers } from './region-answers.js';
import { regionLabels } from './region-labels.js';
import { detailTexts } from './texts.js';
import { writingField } from './writing.js';

export { goToNote } from './note.js';
export { details as styles } from './styles.js';

/** What is known of the selected region; of several, what can be done with them. */
export function regionDetails(desk: Desk): TemplateResult {
  const { editor, texts } = desk;
  const { ids } = editor.selection;
  const first = editor.doc.regions.get(ids[0] ?? '');
  if (!first) return html`<p class="empty">${detailTexts(desk.locale).nothingSelected}</p>`;
  const alone = ids.length === 1;
  const bar = html`<div class="list-bar"><span class="count">${texts.selectedCount(desk.number(ids.length))}</span>
    ${alone ? shapeMenu(desk) : nothing}${alone ? actionButton(desk, 'relation:start') : nothing}${actionButton(desk, 'hide')}${actionButton(desk, 'lock')}${actionButton(desk, 'delete')}
  </div>`;
  return html`${bar}${alone ? about(desk, first) : doings(desk)}${observe(() => textDoings(desk))}`;
}

/** What the shape of one region can be made into. */
function shapeMenu(desk: Desk): TemplateResult {
  const entries = () => possible(desk, 'convert:', 'operation:');
  return html`${observe(() =>
    entries().length === 0
      ? nothing
      : menu(
          'shape-menu',
          detailTexts(desk.locale).shape,
          icon('shapes'),
          entries().map((entry) => actionEntry(desk, entry, closeMenu)),
        ),
  )}`;
}

/** What can be done with several regions at once. */
function doings(desk: Desk): TemplateResult {
  const texts = detailTexts(desk.locale);
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
  listed(desk, detailTexts(desk.locale).shape, 'convert:', 'operation:');

/** What can be done with all places of a text that say the same. */
function textDoings(desk: Desk): TemplateResult | typeof nothing {
  const section = listed(desk, detailTexts(desk.locale).sameWords, 'text:');
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

/** What one region is, and all that is said of it. */
function about(desk: Desk, region: Region): TemplateResult {
  const { editor } = desk;
  const texts = detailTexts(desk.locale);
  const labels = regionLabels(desk, region);
  const reason = region.readonly === true ? texts.given : editor.selection.isLocked(region.id) ? texts.locked : '';
  return html`${reason === '' || editor.readonly ? nothing : html`<p class="fixed">${icon('lock')}${reason}</p>`}${
    labels === undefined
      ? nothing
      : html`<section class="labelled" role="group" aria-label=${desk.texts.labels}><h3>${desk.texts.labels}</h3>${labels}</section>`
  }${regionAnswers(desk)}${keyed(region.id, html`${note(desk, region)}${facts(desk, region)}`)}`;
}

function facts(desk: Desk, region: Region): TemplateResult {
  const { editor, texts } = desk;
  const own = detailTexts(desk.locale);
  const { faces } = editor;
  const { Text: marked, ...figures } = faces.details(region);
  return html`<dl class="facts">
    ${typeof marked === 'string' ? fact(texts.text, textOf(desk, region, marked)) : nothing}
    ${region.shape === 'opaque' ? fact(faces.text(region), texts.unreadable) : nothing}
    ${Object.entries(figures).map(([name, value]) => {
      const field =
        typeof value === 'number'
          ? (figureChoice(desk, region, name, value) ?? figureField(desk, region, name, value))
          : undefined;
      const [bare, unit] = inUnits(name);
      return field ? fact(name, field) : fact(bare, html`${figure(value, desk)}${unit && ` ${unit}`}`);
    })}
    ${region.itemIndex === undefined ? nothing : fact(own.page, desk.number(region.itemIndex + 1))}
    ${region.score === undefined ? nothing : fact(texts.score, desk.percent(region.score))}
    ${
      region.origin === undefined || region.origin === 'manual'
        ? nothing
        : fact(own.origin, region.origin === 'prediction' ? texts.prediction : texts.predictionChanged)
    }
    ${relationViews(desk)?.relationFacts(desk, region) ?? nothing}
    ${strangers(desk, region).map(({ fromName, value }) =>
      fact(fromName, html`<span title=${own.unknownControl}>${cut(figure(value, desk))}</span>`),
    )}
    ${fact(own.id, html`<code>${region.id}</code>`)}
  </dl>`;
}

/** The text of a region: what it marks, or, where it is written and not taken, a field. */
function textOf(desk: Desk, region: Region, marked: string): TemplateResult {
  const { editor, texts } = desk;
  if (!isRevisable(editor, region, 'Text', marked)) return html`<q class="quote">${marked}</q>`;
  const text = () => {
    const now = editor.doc.regions.get(region.id);
    const said = now && editor.faces.details(now).Text;
    return typeof said === 'string' ? said : '';
  };
  return writingField(desk, {
    name: texts.text,
    text,
    step: 'Change Text',
    mayWrite: editor.mayEdit(region),
    put: (said, gesture) => revise(editor, region.id, 'Text', said, gesture),
  });
}

/** What is said of it by controls that the config does not have. */
const strangers = ({ editor }: Desk, { id }: Region): readonly ControlValue[] =>
  (editor.completion?.store.valuesOf(id) ?? []).filter(({ fromName }) => !editor.config.byName.has(fromName));

const MOST_SHOWN = 300;
const cut = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

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
