import { html, type TemplateResult } from 'lit';
import { revise } from '../../editor/regions/revise.js';
import type { Region } from '../../model/document.js';
import type { Desk } from '../desk.js';

/** A figure of a region that can be one of a few things; undefined where it can be any number. */
export function figureChoice(desk: Desk, region: Region, name: string, value: number): TemplateResult | undefined {
  const { editor } = desk;
  const choices = editor.registry.shape(region.shape)?.choices?.(name);
  if (!choices?.some(([each]) => each === value)) return undefined;
  const change = ({ target }: Event) => {
    const select = target as HTMLSelectElement;
    if (!revise(editor, region.id, name, Number(select.value))) select.value = String(value);
  };
  return html`<span class="figure"><select
    class="field" aria-label=${name} .value=${String(value)} ?disabled=${!editor.mayEdit(region)} @change=${change}
  >${choices.map(([each, title]) => html`<option value=${each} ?selected=${each === value}>${title}</option>`)}</select></span>`;
}
