import { html, nothing, type TemplateResult } from 'lit';
import { noteOf } from '../../editor/notes/notes.js';
import type { Outline } from '../../editor/outline/outline.js';
import type { OutlineRow } from '../../editor/outline/rows.js';
import { saidOf } from '../../editor/outline/saying.js';
import type { Region } from '../../model/document.js';
import { iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { changedIcon, commentIcon, noteIcon } from './pictures.js';
import { outlineTexts } from './texts.js';

/** Deeper than this the indent does not grow: there would be no room for what is said. */
const DEEPEST = 8;
/** A row has room for no more labels. */
const MOST_LABELS = 8;

/**
 * Tells all that a row shows: while it is the same, as of all but one in a drag, the row is not made anew. What is the
 * same for all rows is looked up once.
 */
export function glance(desk: Desk, outline: Outline): (row: OutlineRow) => readonly unknown[] {
  const { editor, texts, isPhone } = desk;
  const { facts, config, completion, doc, commentCounts } = editor;
  const { hovered, hidden, locked } = editor.selection;
  const selected = pickedOf(editor.selection.ids);
  const { numbers, hasParts } = outline;
  return ({ id, level, expanded, parts, isContext }) => {
    const shown = [level, expanded, parts, isContext, hasParts, config, texts, isPhone];
    const region = doc.regions.get(id ?? '');
    // Of a heading all are looked at that are under it.
    if (!region || id === undefined) return [...shown, hidden, locked, doc.regions.size];
    return [
      ...shown,
      // With parts it says whether these are hidden.
      ...(parts > 0 ? [hidden, locked] : [hidden.has(id), locked.has(id)]),
      region,
      numbers.get(id),
      completion?.store.valuesOf(id),
      selected.has(id),
      hovered === id,
      facts.of(region.toName, region.itemIndex),
      commentCounts.get(id),
    ];
  };
}

/** Of ten thousand ids the set is not made anew whenever the pointer moves on to another row. */
const picked = new WeakMap<readonly string[], ReadonlySet<string>>();

function pickedOf(ids: readonly string[]): ReadonlySet<string> {
  const known = picked.get(ids) ?? new Set(ids);
  picked.set(ids, known);
  return known;
}

/** What stands in the row of a region. */
export function regionCells(desk: Desk, outline: Outline, row: OutlineRow, region: Region): TemplateResult {
  const { editor, texts } = desk;
  const own = outlineTexts(desk.locale);
  const { selection } = editor;
  const { id, score, shape } = region;
  const hidden = selection.isHidden(id);
  const locked = selection.isLocked(id) || region.readonly === true;
  const number = outline.numbers.get(id);
  const under = row.parts > 0;
  const said = snippet(desk, region);
  const title = [
    editor.faces
      .labels(region)
      .map((label) => label.name)
      .join(', '),
    said,
  ]
    .filter((part) => part !== '')
    .join(' · ');
  const turn = (run: (ids: readonly string[]) => void) => () => run(under ? outline.regionsOf(id) : [id]);
  return html`<span role="gridcell" class="index">${number}</span
    >${twist(desk, outline, row)}<span role="gridcell" class="face" title=${title}>${names(desk, region)}<span class="snippet">${said}</span></span
    >${score === undefined ? nothing : html`<span role="gridcell" class="score" title=${texts.score}>${desk.percent(score)}</span>`}${marks(desk, region)}${
      shape === 'opaque'
        ? html`<span role="gridcell" class="mark" data-tone="warning" title=${texts.unreadable}>${icon('triangle-alert')}</span>`
        : nothing
    }<span role="gridcell" class="row-buttons">${toggle(
      under ? (locked ? own.unlockWithParts : own.lockWithParts) : locked ? texts.unlock : texts.lock,
      locked ? 'lock' : 'lock-open',
      locked,
      turn((ids) => selection.lock(ids, !locked)),
    )}${toggle(
      under ? (hidden ? own.showWithParts : own.hideWithParts) : hidden ? texts.show : texts.hide,
      hidden ? 'eye-off' : 'eye',
      hidden,
      turn((ids) => selection.hide(ids, !hidden)),
    )}</span>`;
}

/** What stands in the heading of a group. */
export function groupCells(desk: Desk, outline: Outline, row: OutlineRow): TemplateResult {
  const own = outlineTexts(desk.locale);
  const { editor } = desk;
  const { selection, settings } = editor;
  const { name = '', colour } = row.group ?? {};
  const ids = outline.regionsOf(row.key);
  const hidden = ids.every((id) => selection.isHidden(id));
  const locked = ids.every((id) => selection.isLocked(id));
  const title = name === '' ? own.others : settings.regionGroup === 'type' ? own.type(name) : name;
  return html`${twist(desk, outline, row)}<span role="gridcell" class="face">${
    colour === undefined ? nothing : html`<i class="dot" .style=${`background: ${colour}`}></i>`
  }<span class="names" title=${title}>${title}</span><span class="muted">${desk.number(row.parts)}</span></span
  ><span role="gridcell" class="row-buttons">${toggle(
    locked ? own.unlockAllOf : own.lockAllOf,
    locked ? 'lock' : 'lock-open',
    locked,
    () => selection.lock(ids, !locked),
  )}${toggle(hidden ? own.showAllOf : own.hideAllOf, hidden ? 'eye-off' : 'eye', hidden, () =>
    selection.hide(ids, !hidden),
  )}</span>`;
}

/** Opens and closes what is under a row; as wide where there is nothing, so that siblings stand in line. */
function twist(desk: Desk, outline: Outline, { key, level, expanded }: OutlineRow): TemplateResult | typeof nothing {
  // Under a heading nothing has parts.
  if (!outline.hasParts || (desk.editor.settings.regionGroup !== 'none' && level > 1)) return nothing;
  const own = outlineTexts(desk.locale);
  const indent = Math.min(level, DEEPEST) - 1;
  const label = expanded ? own.close : own.open;
  // By keyboard it is the row itself that opens and closes.
  return html`<span class="twist" .style=${`margin-inline-start: ${indent * 12}px`}>${
    expanded === undefined
      ? nothing
      : html`<button type="button" tabindex="-1" aria-label=${label} title=${label} ?data-open=${expanded}
          @click=${() => outline.fold(key, expanded)}>${icon('chevron-right')}</button>`
  }</span>`;
}

const toggle = (label: string, picture: string, pressed: boolean, press: () => void): TemplateResult =>
  html`<span class="row-button">${iconButton({ label, icon: picture, pressed, press })}</span>`;

/** Each label in its own colour. */
function names({ editor, texts }: Desk, region: Region): TemplateResult {
  const labels = editor.faces.labels(region);
  const dot = (colour: string) => html`<i class="dot" .style=${`background: ${colour}`}></i>`;
  if (labels.length === 0) {
    return html`${dot(editor.faces.colour(region))}<span class="names">${
      region.shape === 'answer' ? nothing : html`<span class="muted">${texts.noLabel}</span>`
    }</span>`;
  }
  return html`<span class="names">${labels
    .slice(0, MOST_LABELS)
    .map(({ name, colour }, index) => html`${index === 0 ? '' : ', '}${dot(colour)}${name}`)}</span>`;
}

/** What it is, and what is said of it; of what has no text of its own, what is said comes first. */
function snippet({ editor }: Desk, region: Region): string {
  const said = saidOf(editor, region);
  const text = editor.faces.text(region);
  const isText = region.shape === 'answer' || editor.registry.shape(region.shape)?.space === 'flow';
  return (isText ? [text, ...said] : [...said, text]).filter((part) => part !== '').join(' · ');
}

/** Signs of a note, of comments, and of where it comes from. */
function marks(desk: Desk, region: Region): readonly TemplateResult[] {
  const { editor, texts } = desk;
  const own = outlineTexts(desk.locale);
  const mark = (title: string, picture: unknown) =>
    html`<span role="gridcell" class="mark" title=${title} aria-label=${title}>${picture}</span>`;
  const found: TemplateResult[] = [];
  const note = noteOf(editor, region).trim();
  if (note !== '') found.push(mark(note, noteIcon()));
  const comments = editor.commentCounts.get(region.id) ?? 0;
  if (comments > 0) found.push(mark(own.comments(desk.number(comments), comments === 1), commentIcon()));
  if (region.origin === 'prediction') found.push(mark(texts.prediction, icon('sparkles')));
  else if (region.origin === 'prediction-changed') found.push(mark(texts.predictionChanged, changedIcon()));
  return found;
}
