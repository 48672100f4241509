import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { askersOf } from '../../editor/tags/beside.js';
import type { Desk } from '../desk.js';
import { BesidePlace } from './beside-place.js';
import { detailTexts } from './texts.js';

const places = new WeakMap<Desk, BesidePlace>();

/** What the config asks of the selected region, with the answers. */
export function regionAnswers(desk: Desk): TemplateResult {
  const place = places.get(desk) ?? new BesidePlace(desk, () => asked(desk));
  places.set(desk, place);
  return html`<section class="answers" role="group" aria-label=${detailTexts(desk.locale).answers} ${ref(place.attach)}></section>`;
}

function asked({ editor }: Desk) {
  const { selection, doc } = editor;
  const [id, ...more] = selection.ids;
  const region = id !== undefined && more.length === 0 ? doc.regions.get(id) : undefined;
  return region ? askersOf(editor, region) : [];
}
