import { html, nothing, type TemplateResult } from 'lit';
import type { Region } from '../model/document.js';
import type { Json } from '../model/json.js';
import { actionButton } from './buttons.js';
import type { Desk } from './desk.js';

/** What is known of the selected region; of several, what can be done with them. */
export function regionDetails(desk: Desk): TemplateResult {
  const { editor, texts } = desk;
  const regions = editor.selection.ids.flatMap((id) => editor.doc.regions.get(id) ?? []);
  const [first] = regions;
  if (!first) return html`<p class="empty">${texts.nothingSelected}</p>`;
  const bar = html`<div class="list-bar"><span class="count">${texts.selectedCount(desk.number(regions.length))}</span>
    ${actionButton(desk, 'hide')}${actionButton(desk, 'lock')}${actionButton(desk, 'delete')}
  </div>`;
  return html`${bar}${regions.length === 1 ? facts(desk, first) : nothing}`;
}

function facts(desk: Desk, region: Region): TemplateResult {
  const { editor, texts } = desk;
  const { faces } = editor;
  const labels = faces.labels(region);
  const { Text: marked, ...figures } = faces.details(region);
  return html`<dl class="facts">
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
    ${Object.entries(figures).map(([name, value]) => fact(name, figure(value, desk)))}
    ${region.itemIndex === undefined ? nothing : fact(texts.page, desk.number(region.itemIndex + 1))}
    ${region.score === undefined ? nothing : fact(texts.score, desk.percent(region.score))}
    ${
      region.origin === undefined || region.origin === 'manual'
        ? nothing
        : fact(texts.origin, region.origin === 'prediction' ? texts.prediction : texts.predictionChanged)
    }
    ${fact(texts.id, html`<code>${region.id}</code>`)}
  </dl>`;
}

const fact = (name: string, value: unknown): TemplateResult => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const figure = (value: Json | undefined, desk: Desk): string =>
  typeof value === 'number' ? desk.number(value) : typeof value === 'string' ? value : JSON.stringify(value);
