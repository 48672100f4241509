import { html, nothing, type TemplateResult } from 'lit';
import type { Attribute } from '../../media/dicom/attributes.js';
import { observable, runInAction } from '../../reactive/index.js';
import { barButton } from '../parts/bar.js';
import { icons } from '../parts/icons.js';

export const attributeSheetStyles = `
.le-dicom-sheet {
  width: min(640px, 92vw); max-height: 80vh; padding: 0; color: var(--le-text); background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
  box-shadow: 0 12px 48px rgb(0 0 0 / 0.3);
}
.le-dicom-sheet::backdrop { background: rgb(0 0 0 / 0.4); }
.le-dicom-sheet header { position: sticky; top: 0; display: flex; align-items: center; gap: 12px; padding: 8px 12px; background: var(--le-surface); border-bottom: 1px solid var(--le-line); }
.le-dicom-sheet header strong { margin-inline-end: auto; }
.le-dicom-sheet label { display: flex; gap: 6px; align-items: center; cursor: pointer; }
.le-dicom-sheet table { width: 100%; border-collapse: collapse; font-size: 12px; }
.le-dicom-sheet td { padding: 3px 12px; vertical-align: top; border-bottom: 1px solid var(--le-line); overflow-wrap: anywhere; }
.le-dicom-sheet td:first-child { color: var(--le-muted); white-space: nowrap; }
.le-dicom-sheet em { color: var(--le-muted); }
`;

/** The metadata of a slice, in a sheet; who the patient is only where that is asked for. */
export class AttributeSheet {
  readonly #dialog: HTMLDialogElement;
  readonly #attributes = observable.box<readonly Attribute[] | string>([]);
  readonly #identity = observable.box(false);

  constructor(host: HTMLElement) {
    this.#dialog = document.createElement('dialog');
    this.#dialog.className = 'le-dicom-sheet';
    this.#dialog.setAttribute('aria-label', 'Metadata');
    this.#dialog.onkeydown = (event) => event.stopPropagation();
    // Who looks next is asked again.
    this.#dialog.onclose = () => runInAction(() => this.#identity.set(false));
    this.#dialog.onclick = (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    };
    host.append(this.#dialog);
  }

  get place(): HTMLElement {
    return this.#dialog;
  }

  /** @param found the attributes, or why there are none */
  open(found: readonly Attribute[] | string): void {
    runInAction(() => this.#attributes.set(found));
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  /** Observable. */
  template(): TemplateResult {
    const found = this.#attributes.get();
    const shown = this.#identity.get();
    const row = ({ tag, keyword, value, identifying, depth }: Attribute) => html`<tr>
      <td>${tag}</td><td style="padding-inline-start: ${12 + depth * 14}px">${keyword ?? nothing}</td>
      <td>${identifying && !shown ? html`<em>hidden</em>` : value}</td>
    </tr>`;
    return html`<header><strong>Metadata</strong><label
        ><input type="checkbox" .checked=${shown} @change=${() => runInAction(() => this.#identity.set(!shown))} />Show patient data</label
      ><span class="le-bar">${barButton('Close', 'Escape', icons.cross, () => this.#dialog.close())}</span></header>
      ${typeof found === 'string' ? html`<p style="padding: 0 12px">${found}</p>` : html`<table><tbody>${found.map(row)}</tbody></table>`}`;
  }
}
