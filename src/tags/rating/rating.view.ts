import { html, nothing, render, type TemplateResult } from 'lit';
import type { TagContext, View } from '../../contract/view.js';
import { attract } from '../parts/attention.js';
import { flag, number, text } from '../parts/attributes.js';
import { mountContent } from '../parts/content.js';
import { hotkeyBadge, hotkeyBadgeStyles, hotkeyText } from '../parts/hotkey-badge.js';
import { ratingIcons } from './rating-icons.js';

const MOST = 100;
/** Beyond this many one does not see at a glance how many it are. */
const COUNTED = 5;

/** So many stars out of some. */
export const ratingView: View = {
  styles: `
${hotkeyBadgeStyles}
.le-rating { --le-rating: light-dark(#c67c00, #f2b134); display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; padding: 2px 0; }
.le-rating-heart { --le-rating: light-dark(#cf2d63, #ff7fa5); }
.le-rating-fire { --le-rating: light-dark(#cc4a0a, #ff9055); }
.le-rating-row { display: inline-flex; flex-wrap: wrap; min-width: 0; margin-inline-start: -3px; }
.le-rating-one {
  display: grid; place-items: center; padding: 3px; color: color-mix(in srgb, var(--le-muted) 75%, transparent); cursor: pointer;
  background: none; border: 0; border-radius: var(--le-radius); touch-action: manipulation;
}
.le-rating-one:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-rating-icon { display: block; width: 20px; height: 20px; fill: none; }
.le-rating-small .le-rating-icon { width: 15px; height: 15px; }
.le-rating-small .le-rating-one { padding: 2px; }
.le-rating-large .le-rating-icon { width: 30px; height: 30px; }
.le-rating-on { color: var(--le-rating); }
.le-rating-on .le-rating-icon { fill: currentColor; }
.le-rating-on .le-rating-line { stroke: var(--le-surface); stroke-width: 1.8; }
.le-rating-preview .le-rating-one:enabled { color: color-mix(in srgb, var(--le-muted) 75%, transparent); }
.le-rating-preview .le-rating-one:enabled .le-rating-icon { fill: none; }
.le-rating-preview .le-rating-one:enabled .le-rating-line { stroke: currentColor; }
.le-rating-preview .le-rating-one:enabled:is(:hover, :has(~ :hover)) { color: var(--le-rating); }
.le-rating-preview .le-rating-one:enabled:is(:hover, :has(~ :hover)) .le-rating-icon { fill: color-mix(in srgb, currentColor 45%, transparent); }
.le-rating-one:disabled { cursor: default; }
.le-rating-one:disabled:not(.le-rating-on) { opacity: 0.5; }
.le-rating-count { color: var(--le-muted); font-variant-numeric: tabular-nums; white-space: nowrap; }
.le-rating-required { color: var(--le-danger); }
.le-rating-note { flex-basis: 100%; margin: 0; color: var(--le-muted); overflow-wrap: anywhere; }
.le-rating-note:empty { display: none; }
@media (pointer: coarse) { .le-rating-one, .le-rating-small .le-rating-one { min-width: 36px; min-height: 36px; } }
@media (forced-colors: active) { .le-rating-on { color: Highlight; } .le-rating-icon { forced-color-adjust: auto; } }
`,
  mount(host, context) {
    mountContent(host, context);
    const place = document.createElement('div');
    host.append(place);
    const rating = new Rating(context, place);
    context.scope.react(() => rating.draw());
    context.onFocusRequest(() => attract(place, rating.first));
    const keys = text(context.node.attributes, 'hotkey');
    if (keys) context.hotkey(keys, `One more for ${rating.name}`, () => rating.goOn());
  },
};

class Rating {
  readonly #context: TagContext;
  readonly #place: HTMLElement;
  readonly #most: number;

  constructor(context: TagContext, place: HTMLElement) {
    this.#context = context;
    this.#place = place;
    const most = Math.floor(number(context.node.attributes, 'maxRating') ?? 5);
    this.#most = Math.min(MOST, Math.max(1, most));
  }

  get name(): string {
    return this.#context.node.name ?? 'Rating';
  }

  get first(): HTMLElement | null {
    return this.#place.querySelector<HTMLElement>('button[tabindex="0"]:enabled');
  }

  /** Gives one more; after all it begins again. */
  goOn(): void {
    this.#give(this.#given >= this.#most ? 1 : this.#given + 1);
  }

  get #mayAnswer(): boolean {
    const { readonly, locked, target } = this.#context;
    return !readonly && !locked && target.of !== 'nothing';
  }

  /** How many are filled; a result can say more than there are, or what is no number. */
  get #given(): number {
    const { value } = this.#context;
    return typeof value === 'number' ? Math.min(this.#most, Math.max(0, Math.floor(value))) : 0;
  }

  get #stranger(): string | undefined {
    const { value } = this.#context;
    if (value === undefined || value === null || value === 0 || value === this.#given) return undefined;
    const said = JSON.stringify(value);
    return `The result says ${said.length > 80 ? `${said.slice(0, 80)}…` : said}, which is none of 1 to ${this.#most}. It is kept until you choose.`;
  }

  #give(count: number | undefined): void {
    if (this.#mayAnswer) this.#context.setValue(count);
  }

  /** A second press takes it back. */
  #press(count: number): void {
    this.#give(this.#context.value === count ? undefined : count);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const goal = this.#goalOf(event.key, this.#place.matches(':dir(rtl)'));
    if (goal === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (goal === 0) this.#give(undefined);
    else if (goal <= this.#most) this.#give(goal);
    this.first?.focus();
  }

  /** How many a key gives: 0 takes the answer away, undefined is no key of ours. */
  #goalOf(key: string, rtl: boolean): number | undefined {
    if (/^\d$/.test(key)) return Number(key);
    switch (key) {
      case rtl ? 'ArrowLeft' : 'ArrowRight':
      case 'ArrowDown':
        return Math.min(this.#most, this.#given + 1);
      case rtl ? 'ArrowRight' : 'ArrowLeft':
      case 'ArrowUp':
        return Math.max(1, this.#given - 1);
      case 'Home':
        return 1;
      case 'End':
        return this.#most;
      case 'Delete':
      case 'Backspace':
        return 0;
      default:
        return undefined;
    }
  }

  draw(): void {
    const { node, target } = this.#context;
    const { attributes } = node;
    const required = flag(attributes, 'required') ?? false;
    const keys = text(attributes, 'hotkey');
    const icon = text(attributes, 'icon') ?? 'star';
    const note = target.of === 'nothing' ? 'Select a region to answer.' : this.#stranger;
    render(
      html`<div class="le-rating le-rating-${icon} le-rating-${text(attributes, 'size') ?? 'medium'}">
        <div
          class="le-rating-row" role="radiogroup" aria-label=${this.name} aria-required=${required ? 'true' : nothing}
          @keydown=${(event: KeyboardEvent) => this.#key(event)}
          @pointerenter=${preview} @pointerleave=${preview}
        >${Array.from({ length: this.#most }, (_, index) => this.#one(index + 1, ratingIcons[icon] ?? ratingIcons.star, keys))}</div>
        ${this.#most > COUNTED ? html`<span class="le-rating-count" aria-hidden="true">${this.#given || '–'} / ${this.#most}</span>` : nothing}
        ${required ? html`<span class="le-rating-required" role="img" aria-label="required" title="An answer is required">*</span>` : nothing}
        ${hotkeyBadge(keys)}
        <p class="le-rating-note" role="status">${note ?? nothing}</p>
      </div>`,
      this.#place,
    );
  }

  #one(count: number, icon: TemplateResult | undefined, keys: string | undefined): TemplateResult {
    const given = this.#given;
    const title = `${count} of ${this.#most}${keys ? ` — ${hotkeyText(keys)} gives one more` : ''}`;
    return html`<button
      type="button" role="radio" class="le-rating-one ${count <= given ? 'le-rating-on' : ''}"
      aria-label="${count} of ${this.#most}" aria-checked=${count === given ? 'true' : 'false'} title=${title}
      tabindex=${count === (given || 1) ? 0 : -1} ?disabled=${!this.#mayAnswer} @click=${() => this.#press(count)}
    >${icon}</button>`;
  }
}

/** What a click would give is shown to who hovers; a finger leaves its hover behind. */
function preview({ type, pointerType, currentTarget }: PointerEvent): void {
  const row = currentTarget as HTMLElement;
  row.classList.toggle('le-rating-preview', type === 'pointerenter' && pointerType !== 'touch');
}
